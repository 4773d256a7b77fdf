// One thing of the tree as ATK wants it: an AtkObject with Action and Component. Created and
// touched on the assist thread alone. Reference counts are GObject's.
#pragma once

#include <atk/atk.h>

#include <functional>
#include <string>
#include <vector>

#include "kiosk/assist/assist.h"

namespace aktiv::assist {

// What stands behind an AtkObject of ours.
struct Node {
  Item item;
  int window_x = 0, window_y = 0;  // of the window on the desktop
  bool can_be_pressed = false;
  bool is_focused = false;
  bool is_active = false;            // of the frame: it is the window in use
  std::string live;                  // "assertive": changes are read at once
  std::vector<AtkObject*> children;  // owned references
  std::function<void()> press;
};

// A new one below `parent` (or the root, where that is null); the caller owns the reference.
AtkObject* new_node(AtkRole role, AtkObject* parent);
Node& node_of(AtkObject* object);

AtkRole role_of(Kind kind);
bool can_be_pressed(Kind kind);

// Takes over what is new and tells the bus what has changed.
void update(AtkObject* object, const Item& item);
void set_focused(AtkObject* object, bool is_focused);
void add_child(AtkObject* parent, AtkObject* child);  // takes the reference over
void remove_children(AtkObject* parent, size_t from = 0);

}  // namespace aktiv::assist
