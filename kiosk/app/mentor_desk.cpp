#include "kiosk/app/mentor_desk.h"

#include <algorithm>

#include "kiosk/app/mentor_desk_ask.h"

namespace aktiv::app {

MentorDesk::MentorDesk(storage::StoreThread& store, SyncControl& sync, mentor::PhotoDesk& photos,
                       mentor::VoiceDesk& voices, MentorLoop loop)
    : store_(store), sync_(sync), photos_(photos), voices_(voices), loop_(std::move(loop)) {}

void MentorDesk::tell(const std::string& key, const std::string& detail) {
  const bool is_known = std::any_of(messages_.begin(), messages_.end(), [&](const auto& known) {
    return known.key == key && known.detail == detail;
  });
  if (is_known) return;
  messages_.push_back({std::to_string(++told_), key, detail, loop_.utc_ms()});
  loop_.changed();
}

void MentorDesk::dismiss(const std::string& message_id) {
  std::erase_if(messages_, [&](const auto& message) { return message.id == message_id; });
}

void MentorDesk::order(std::function<Status(storage::Store&)> work, mentor::Done then) {
  store_.order(std::move(work), [this, then = std::move(then)](Status done) {
    if (!done) tell(done.error());
    then(std::move(done));
  });
}

void MentorDesk::sync_view(mentor::Then<mentor::SyncView> then) {
  const LinkState link = sync_.state();
  ask<mentor::SyncView>(
      [link](storage::Store& store) -> Result<mentor::SyncView> {
        auto counts = store.outbox().counts();
        if (!counts) return counts.error();
        return mentor::SyncView{.link = link.link,
                                .server = link.server,
                                .centre = link.centre,
                                .why = link.why,
                                .refused = link.refused,
                                .next_try_ms = link.next_try_ms,
                                .clock_ahead_ms = link.clock_ahead_ms,
                                .kept_here = counts->kept_here,
                                .waiting = counts->waiting,
                                .in_case_file = counts->in_case_file,
                                .quarantined = counts->quarantined};
      },
      std::move(then));
}

void MentorDesk::enrol(const std::string& address, const std::string& code, mentor::Done then) {
  sync_.enrol(address, code, std::move(then));
}

void MentorDesk::unenrol(mentor::Done then) {
  sync_.unenrol(std::move(then));
}

void MentorDesk::change_hands(PressedBy pressed_by, const std::vector<Present>& present) {
  loop_.give(PressedByChanged{pressed_by, present});
}

}  // namespace aktiv::app
