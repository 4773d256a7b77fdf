// What could be touched in the frame that was shown. Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"

namespace aktiv::input {

struct Target {
  ElementId id;
  Role role = Role::choice;
  RectMm rect;
  int order = 0;
  bool is_enabled = true;

  bool operator==(const Target&) const = default;
};

// Something with a name, to be chosen or not.
struct NamedSpot {
  ElementId id;
  RectMm rect;
};

struct Frame {
  std::string screen;
  double px_per_mm = 1;
  std::vector<Target> targets;   // as drawn: later ones lie on top
  std::optional<RectMm> pad;     // where a finger draws, a square
  std::vector<NamedSpot> named;  // as drawn: later ones lie on top

  const Target* find(const ElementId& id) const;
  // The topmost target under the point, else the nearest within reach_mm; null where there is none.
  const Target* at(double x_mm, double y_mm, double reach_mm) const;
  // The same among what a card can be put on.
  const Target* place_at(double x_mm, double y_mm, double reach_mm) const;
  // The topmost thing with a name under the point; null where there is none.
  const NamedSpot* named_at(double x_mm, double y_mm) const;
  // What the keyboard walks through, in scan order.
  std::vector<ElementId> walk() const;
};

Frame frame_of(const Scene& scene, const Layout& layout);

// From a point to a rectangle; 0 within.
double distance_mm(const RectMm& rect, double x_mm, double y_mm);

}  // namespace aktiv::input
