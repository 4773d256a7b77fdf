#include "kiosk/input/frame.h"

#include <algorithm>
#include <cmath>

namespace aktiv::input {
namespace {

bool can_be_chosen(Role role) {
  switch (role) {
    case Role::choice:
    case Role::place:
    case Role::movable:
    case Role::out:
    case Role::fixed:
    case Role::next:
    case Role::key:
    case Role::speaker:
    case Role::letter:
      return true;
    case Role::picture:
    case Role::text:
    case Role::pad:
      return false;
  }
  return false;
}

// "Ved ikke" is a place for a card too, for whoever drags it there.
bool can_be_put_on(const Target& target) {
  return target.is_enabled && (target.role == Role::place || target.role == Role::out);
}

template <class Spot, class Counts>
const Spot* nearest(const std::vector<Spot>& spots, double x_mm, double y_mm, double reach_mm,
                    Counts counts) {
  const Spot* best = nullptr;
  double best_mm = reach_mm;
  for (const auto& target : spots) {
    const double away = distance_mm(target.rect, x_mm, y_mm);
    if (!counts(target) || away > best_mm) continue;
    best = &target;  // at the same distance the later one: it lies on top
    best_mm = away;
  }
  return best;
}

}  // namespace

double distance_mm(const RectMm& rect, double x_mm, double y_mm) {
  const double dx = std::max({rect.x - x_mm, 0.0, x_mm - rect.right()});
  const double dy = std::max({rect.y - y_mm, 0.0, y_mm - rect.bottom()});
  return std::hypot(dx, dy);
}

Frame frame_of(const Scene& scene, const Layout& layout) {
  Frame frame{scene.screen, layout.display.px_per_mm, {}, {}, {}};
  for (const auto& element : scene.elements) {
    const auto* placed = layout.find(element.id);
    if (placed && element.role == Role::pad && placed->rect.w > 0) frame.pad = placed->rect;
    if (placed && placed->rect.w > 0) frame.named.push_back({element.id, placed->rect});
    if (!placed || !can_be_chosen(element.role)) continue;
    frame.targets.push_back(
        {element.id, element.role, placed->rect, element.order, element.is_enabled});
  }
  return frame;
}

const NamedSpot* Frame::named_at(double x_mm, double y_mm) const {
  return nearest(named, x_mm, y_mm, 0, [](const NamedSpot&) { return true; });
}

const Target* Frame::find(const ElementId& id) const {
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [&](const Target& target) { return target.id == id; });
  return found == targets.end() ? nullptr : &*found;
}

const Target* Frame::at(double x_mm, double y_mm, double reach_mm) const {
  return nearest(targets, x_mm, y_mm, reach_mm, [](const Target&) { return true; });
}

const Target* Frame::place_at(double x_mm, double y_mm, double reach_mm) const {
  return nearest(targets, x_mm, y_mm, reach_mm, can_be_put_on);
}

std::vector<ElementId> Frame::walk() const {
  std::vector<const Target*> stops;
  for (const auto& target : targets)
    if (target.is_enabled && target.order > 0) stops.push_back(&target);
  std::stable_sort(stops.begin(), stops.end(),
                   [](const Target* a, const Target* b) { return a->order < b->order; });
  std::vector<ElementId> ids;
  for (const auto* stop : stops) ids.push_back(stop->id);
  return ids;
}

}  // namespace aktiv::input
