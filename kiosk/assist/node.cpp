#include "kiosk/assist/node.h"

#include <algorithm>
#include <utility>

namespace {

// GObject's form: the macros below make its functions of these names.
struct AktivNode {
  AtkObject parent;
  aktiv::assist::Node* node;
};
struct AktivNodeClass {
  AtkObjectClass parent;
};

void aktiv_node_action(AtkActionIface* face);
void aktiv_node_component(AtkComponentIface* face);
void aktiv_node_window(AtkWindowIface*) {}  // its signals are enough

G_DEFINE_TYPE_WITH_CODE(AktivNode, aktiv_node, ATK_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_ACTION, aktiv_node_action)
                            G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, aktiv_node_component)
                                G_IMPLEMENT_INTERFACE(ATK_TYPE_WINDOW, aktiv_node_window))

template <class T>
aktiv::assist::Node& of(T* object) {
  return *reinterpret_cast<AktivNode*>(object)->node;
}

gint children_count(AtkObject* object) {
  return static_cast<gint>(of(object).children.size());
}

AtkObject* child_at(AtkObject* object, gint at) {
  const auto& children = of(object).children;
  if (at < 0 || at >= static_cast<gint>(children.size())) return nullptr;
  return ATK_OBJECT(g_object_ref(children[static_cast<size_t>(at)]));
}

gint index_in_parent(AtkObject* object) {
  AtkObject* parent = atk_object_get_parent(object);
  if (parent == nullptr) return -1;
  const auto& all = of(parent).children;
  const auto found = std::find(all.begin(), all.end(), object);
  return found == all.end() ? -1 : static_cast<gint>(found - all.begin());
}

AtkStateSet* states(AtkObject* object) {
  AtkStateSet* set = ATK_OBJECT_CLASS(aktiv_node_parent_class)->ref_state_set(object);
  const auto& node = of(object);
  atk_state_set_add_state(set, ATK_STATE_VISIBLE);
  atk_state_set_add_state(set, ATK_STATE_SHOWING);
  if (node.item.is_enabled) {
    atk_state_set_add_state(set, ATK_STATE_ENABLED);
    atk_state_set_add_state(set, ATK_STATE_SENSITIVE);
  }
  if (node.can_be_pressed) atk_state_set_add_state(set, ATK_STATE_FOCUSABLE);
  if (node.is_focused) atk_state_set_add_state(set, ATK_STATE_FOCUSED);
  if (node.item.is_chosen) atk_state_set_add_state(set, ATK_STATE_CHECKED);
  if (node.is_active) atk_state_set_add_state(set, ATK_STATE_ACTIVE);
  return set;
}

AtkAttribute* attribute(const char* name, const std::string& value) {
  auto* made = g_new(AtkAttribute, 1);
  made->name = g_strdup(name);
  made->value = g_strdup(value.c_str());
  return made;
}

AtkAttributeSet* attributes(AtkObject* object) {
  const auto& node = of(object);
  AtkAttributeSet* set = nullptr;
  if (!node.item.part.empty()) set = g_slist_prepend(set, attribute("class", node.item.part));
  if (!node.live.empty()) {
    set = g_slist_prepend(set, attribute("live", node.live));
    set = g_slist_prepend(set, attribute("container-live", node.live));
  }
  return set;
}

void let_go(AktivNode* self) {
  for (AtkObject* child : self->node->children) g_object_unref(child);
  self->node->children.clear();
}

void finalize(GObject* object) {
  auto* self = reinterpret_cast<AktivNode*>(object);
  let_go(self);
  delete self->node;
  G_OBJECT_CLASS(aktiv_node_parent_class)->finalize(object);
}

void aktiv_node_class_init(AktivNodeClass* made) {
  auto* object = ATK_OBJECT_CLASS(made);
  object->get_n_children = children_count;
  object->ref_child = child_at;
  object->get_index_in_parent = index_in_parent;
  object->ref_state_set = states;
  object->get_attributes = attributes;
  G_OBJECT_CLASS(made)->finalize = finalize;
}

void aktiv_node_init(AktivNode* self) {
  self->node = new aktiv::assist::Node;
}

gint actions(AtkAction* action) {
  return of(action).can_be_pressed ? 1 : 0;
}

const gchar* action_name(AtkAction* action, gint at) {
  return at == 0 && of(action).can_be_pressed ? "click" : nullptr;
}

gboolean act(AtkAction* action, gint at) {
  const auto& node = of(action);
  if (at != 0 || !node.can_be_pressed || !node.item.is_enabled || !node.press) return FALSE;
  node.press();
  return TRUE;
}

void aktiv_node_action(AtkActionIface* face) {
  face->get_n_actions = actions;
  face->get_name = action_name;
  face->do_action = act;
}

void extents(AtkComponent* component, gint* x, gint* y, gint* w, gint* h, AtkCoordType type) {
  const auto& node = of(component);
  const bool on_desktop = type == ATK_XY_SCREEN;
  *x = node.item.x + (on_desktop ? node.window_x : 0);
  *y = node.item.y + (on_desktop ? node.window_y : 0);
  *w = node.item.w;
  *h = node.item.h;
}

void aktiv_node_component(AtkComponentIface* face) {
  face->get_extents = extents;
}

}  // namespace

namespace aktiv::assist {

AtkObject* new_node(AtkRole role, AtkObject* parent) {
  auto* object = ATK_OBJECT(g_object_new(aktiv_node_get_type(), nullptr));
  atk_object_set_role(object, role);
  if (parent != nullptr) atk_object_set_parent(object, parent);
  return object;
}

Node& node_of(AtkObject* object) {
  return of(object);
}

AtkRole role_of(Kind kind) {
  switch (kind) {
    case Kind::button:
      return ATK_ROLE_PUSH_BUTTON;
    case Kind::toggle:
      return ATK_ROLE_TOGGLE_BUTTON;
    case Kind::label:
      return ATK_ROLE_LABEL;
    case Kind::picture:
      return ATK_ROLE_IMAGE;
    case Kind::field:
      return ATK_ROLE_ENTRY;
    case Kind::canvas:
      return ATK_ROLE_DRAWING_AREA;
  }
  return ATK_ROLE_UNKNOWN;
}

bool can_be_pressed(Kind kind) {
  return kind == Kind::button || kind == Kind::toggle || kind == Kind::field;
}

void update(AtkObject* object, const Item& item) {
  Node& node = of(object);
  const Item before = std::exchange(node.item, item);
  node.can_be_pressed = can_be_pressed(item.kind);
  atk_object_set_accessible_id(object, item.id.c_str());
  if (before.name != item.name || atk_object_get_name(object) == nullptr)
    atk_object_set_name(object, item.name.c_str());
  if (before.description != item.description || atk_object_get_description(object) == nullptr)
    atk_object_set_description(object, item.description.c_str());
  if (before.is_enabled != item.is_enabled) {
    atk_object_notify_state_change(object, ATK_STATE_ENABLED, item.is_enabled);
    atk_object_notify_state_change(object, ATK_STATE_SENSITIVE, item.is_enabled);
  }
  if (before.is_chosen != item.is_chosen)
    atk_object_notify_state_change(object, ATK_STATE_CHECKED, item.is_chosen);
}

void set_focused(AtkObject* object, bool is_focused) {
  Node& node = of(object);
  if (node.is_focused == is_focused) return;
  node.is_focused = is_focused;
  atk_object_notify_state_change(object, ATK_STATE_FOCUSED, is_focused);
}

void add_child(AtkObject* parent, AtkObject* child) {
  auto& all = of(parent).children;
  all.push_back(child);
  g_signal_emit_by_name(parent, "children_changed::add", static_cast<guint>(all.size() - 1), child);
}

void remove_children(AtkObject* parent, size_t from) {
  auto& all = of(parent).children;
  while (all.size() > from) {
    AtkObject* last = all.back();
    all.pop_back();
    g_signal_emit_by_name(parent, "children_changed::remove", static_cast<guint>(all.size()), last);
    atk_object_notify_state_change(last, ATK_STATE_DEFUNCT, TRUE);
    of(last).press = nullptr;
    g_object_unref(last);
  }
}

}  // namespace aktiv::assist
