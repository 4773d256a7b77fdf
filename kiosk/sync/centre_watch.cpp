#include "kiosk/sync/centre_watch.h"

#include <algorithm>

namespace aktiv::sync {
namespace {

// Whoever wrote at the same time as another was read may bear a time that is a little earlier.
constexpr int64_t overlap_ms = 60'000;

}  // namespace

CentreWatch::CentreWatch(Outbox& outbox, HttpTransport& transport, std::string base,
                         std::string centre)
    : outbox_(outbox),
      transport_(transport),
      base_(base),
      centre_(std::move(centre)),
      answers_(outbox.answers(), transport, std::move(base)) {}

bool CentreWatch::is_due(int64_t now_ms, const Waits& waits) const {
  return looks() && sync::is_due(next_look_ms_, now_ms, waits);
}

void CentreWatch::resume() {
  next_look_ms_ = 0;
  failures_ = 0;
}

Sighting CentreWatch::look(int64_t now_ms, const Waits& waits, const Chance& chance,
                           const Agree& agree) {
  Sighting sighting;
  const Outcome people = look_for_people(agree, sighting);
  const AnswersSeen answers = people.is_done() ? answers_.look() : AnswersSeen{people};
  sighting.has_changes = sighting.has_changes || answers.has_changes;
  sighting.unread = answers.unread;
  if (sighting.outcome.is_done()) sighting.outcome = answers.outcome;
  next_look_ms_ = now_ms + wait_after(answers.outcome, now_ms, waits, chance);
  if (answers.has_more) next_look_ms_ = now_ms;  // after what this kiosk has to send
  return sighting;
}

// The outcome is everybody's: one citizen's trouble makes nobody else wait longer.
Outcome CentreWatch::look_for_people(const Agree& agree, Sighting& sighting) {
  const int64_t since = std::max<int64_t>(0, seen_until_ms_ - overlap_ms);
  const auto roll = read_roll(transport_, base_, centre_, since);
  sighting.outcome = roll.outcome;
  for (const auto& entry : roll.value.entries) {
    const Outcome came = take_in(entry, agree, sighting);
    if (sighting.outcome.is_done()) sighting.outcome = came;
    if (came.is_for_everything) return came;
  }
  const auto all_gone = let_go(roll.value.erased, sighting);
  if (!all_gone) return sighting.outcome = own_store_refused();
  // Who could not be taken in, or let go, is read again with the next look.
  if (sighting.outcome.is_done() && sighting.signs_taken == 0 && *all_gone)
    seen_until_ms_ = std::max(seen_until_ms_, roll.value.until_ms);
  return roll.outcome;
}

Result<bool> CentreWatch::let_go(const std::vector<CitizenId>& erased, Sighting& sighting) {
  bool all_gone = true;
  for (const CitizenId& citizen : erased) {
    const auto came = outbox_.erase(citizen);
    if (!came) return came.error();
    sighting.has_changes = sighting.has_changes || *came == Erasure::is_gone;
    all_gone = all_gone && *came != Erasure::is_in_a_talk;
  }
  return all_gone;
}

Outcome CentreWatch::take_in(const CentreRoll::Entry& entry, const Agree& agree,
                             Sighting& sighting) {
  const auto known = outbox_.patient(entry.citizen);
  if (!known) return own_store_refused();
  if (*known == entry.patient) return {};
  if (*known) return agree(entry.citizen);
  const auto arrival = outbox_.take_in(entry.citizen, entry.patient);
  if (!arrival) return own_store_refused();
  sighting.has_changes = sighting.has_changes || *arrival == Arrival::is_here;
  sighting.signs_taken += *arrival == Arrival::signs_taken ? 1 : 0;
  return {};
}

// The later half is drawn, so that the kiosks of a municipality do not look together.
int64_t CentreWatch::wait_after(const Outcome& outcome, int64_t now_ms, const Waits& waits,
                                const Chance& chance) {
  if (outcome.is_done()) {
    failures_ = 0;
    const int64_t half = waits.look_ms / 2;
    return half + static_cast<int64_t>(static_cast<double>(waits.look_ms - half) * chance());
  }
  if (outcome.why == Why::certificate) return waits.certificate_ms;
  if (outcome.verdict != Verdict::again) return waits.longest_ms;  // it will hardly change its mind
  const int64_t own = std::max(waits.look_ms, back_off_ms(waits, ++failures_, chance));
  return std::max(own, retry_after_ms(outcome.retry_after, now_ms, waits, chance));
}

}  // namespace aktiv::sync
