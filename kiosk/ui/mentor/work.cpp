#include "kiosk/ui/mentor/work.h"

#include "dialogue/content/phrases.h"

namespace aktiv::mentor {

std::string Work::say(std::string_view key,
                      const std::vector<std::pair<std::string, std::string>>& values) const {
  return fill(say(key), values);
}

std::string Work::label(const CardRef& card) const {
  return say(card.list + "." + card.id + ".label");
}

std::string Work::label(const PictureId& sign) const {
  return label(CardRef::parse(sign.value));
}

std::string Work::label(const CitizenSign& known) const {
  const std::string first = label(known.first);
  return known.second.empty() ? first : first + " · " + label(known.second);
}

std::vector<Pill> Work::pills() const {
  std::vector<Pill> shown;
  shown.push_back({"pill:kept", say("staff.pill.kept"), PillKind::kept});
  // Where the header is narrow the last ones stay.
  const auto count = [](int number) { return std::to_string(number); };
  if (sync.link == Link::not_enrolled)
    shown.push_back({"pill:alone", say("staff.pill.alone"), PillKind::waiting});
  if (sync.waiting > 0)
    shown.push_back({"pill:waiting", say("staff.pill.waiting", {{"n", count(sync.waiting)}}),
                     PillKind::waiting});
  if (sync.quarantined > 0)
    shown.push_back({"pill:refused", say("staff.pill.refused", {{"n", count(sync.quarantined)}}),
                     PillKind::trouble});
  if (!sync.refused.empty())
    shown.push_back({"pill:not_taken", say("staff.pill.not_taken"), PillKind::trouble});
  if (sync.clock_ahead_ms != 0)
    shown.push_back({"pill:clock", say("staff.pill.clock"), PillKind::trouble});
  if (sync.link == Link::paused)
    shown.push_back({"pill:paused", say("staff.pill.paused"), PillKind::trouble});
  return shown;
}

void Work::look_at_sync() {
  desk().sync_view([this, alive = std::weak_ptr<bool>(here)](Result<SyncView> view) {
    if (alive.expired() || !view) return;
    sync = std::move(*view);
    changed();
  });
}

Action Screen::back_to_citizen() const {
  return {"back_to_citizen", work.say("staff.back_to_citizen"), false, true,
          work.say("staff.back_to_citizen.short")};
}

bool Screen::left(const std::string& pressed) {
  if (pressed == Sheet::menu) return true;
  if (pressed != "back_to_citizen") return false;
  work.leave();
  return true;
}

}  // namespace aktiv::mentor
