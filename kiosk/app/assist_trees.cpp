#include "kiosk/app/assist_trees.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/scene_json.h"

namespace aktiv::app {
namespace {

using assist::Item;
using assist::Kind;
using assist::Tree;

void put_at(Item& item, const RectMm& rect, double px_per_mm) {
  const auto px = [&](double mm) { return static_cast<int>(std::lround(mm * px_per_mm)); };
  item.x = px(rect.x);
  item.y = px(rect.y);
  item.w = px(rect.right()) - item.x;
  item.h = px(rect.bottom()) - item.y;
}

Kind kind_of(Role role) {
  switch (role) {
    case Role::choice:
    case Role::place:
    case Role::out:
      return Kind::toggle;  // stays chosen until one goes on
    case Role::movable:
    case Role::fixed:
    case Role::next:
    case Role::key:
    case Role::speaker:
    case Role::letter:
      return Kind::button;
    case Role::picture:
      return Kind::picture;
    case Role::text:
      return Kind::label;
    case Role::pad:
      return Kind::canvas;
  }
  return Kind::label;
}

Kind kind_of(mentor::MentorRole role) {
  switch (role) {
    case mentor::MentorRole::button:
    case mentor::MentorRole::tile:
      return Kind::button;
    case mentor::MentorRole::choice:
      return Kind::toggle;
    case mentor::MentorRole::field:
      return Kind::field;
    case mentor::MentorRole::text:
      return Kind::label;
    case mentor::MentorRole::picture:
      return Kind::picture;
  }
  return Kind::label;
}

Item item_of(const Element& element) {
  Item item;
  item.id = element.id.value;
  item.part = role_word(element.role);
  item.kind = kind_of(element.role);
  item.is_enabled = element.is_enabled;
  item.is_chosen = element.is_selected;
  if (element.is_sealed) return item;
  const auto& [shown, spoken] = element.phrase;
  item.name = shown.empty() ? spoken : shown;
  if (spoken != item.name) item.description = spoken;
  return item;
}

void add_words(Tree& tree, const char* id, const PlacedText& words, double px_per_mm) {
  if (words.text.empty()) return;
  Item item;
  item.id = item.part = id;
  item.name = words.text;
  put_at(item, words.box, px_per_mm);
  tree.items.push_back(std::move(item));
}

}  // namespace

Tree assist_tree(const Scene& scene, const Layout& layout, const ElementId& focused) {
  Tree tree;
  const Display& display = layout.display;
  tree.id = scene.screen;
  tree.part = scene.id;
  tree.title = scene.question.shown;
  tree.w = display.width_px;
  tree.h = display.height_px;
  tree.focused = focused.value;
  add_words(tree, "question", layout.question, display.px_per_mm);
  add_words(tree, "caption", layout.caption, display.px_per_mm);
  for (const Element& element : scene.elements) {
    const PlacedElement* placed = layout.find(element.id);
    if (placed == nullptr || placed->rect.w <= 0) continue;
    Item item = item_of(element);
    put_at(item, placed->rect, display.px_per_mm);
    tree.items.push_back(std::move(item));
  }
  return tree;
}

std::string announcement(const Scene& scene) {
  std::string words;
  for (const Utterance& utterance : scene.speech) {
    if (!words.empty() && !utterance.text.empty()) words += ' ';
    words += utterance.text;
  }
  return words;
}

Tree assist_tree(const std::string& screen, const std::vector<mentor::MentorElement>& elements,
                 const Display& display) {
  Tree tree;
  tree.id = tree.part = "mentor." + screen;
  tree.w = display.width_px;
  tree.h = display.height_px;
  for (const auto& element : elements) {
    Item item;
    item.id = element.name;
    item.name = element.text.empty() ? element.name : element.text;
    item.kind = kind_of(element.role);
    item.is_enabled = element.is_enabled;
    item.is_chosen = element.is_chosen;
    put_at(item, element.rect, display.px_per_mm);
    if (element.name == "title") tree.title = element.text;
    tree.items.push_back(std::move(item));
  }
  return tree;
}

}  // namespace aktiv::app
