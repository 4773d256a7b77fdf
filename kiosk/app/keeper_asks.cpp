// What the dialogue asks of the disk and waits for: locks, and what lies there of a citizen.
#include "dialogue/model/submission_json.h"
#include "kiosk/app/citizen_signs.h"
#include "kiosk/app/keeper.h"

namespace aktiv::app {

using storage::Store;

void Keeper::set_lock(const SetLock& order_) {
  store_.order(
      [order_](Store& store) { return store.people().set_lock(order_.citizen, order_.pressed); },
      [this, citizen = order_.citizen](const Status& set) {
        if (!set) {
          tell_staff_(set.error());
          give_(OrderFailed{});
          return;
        }
        give_(LockSet{citizen});
        find_citizens();
      });
}

void Keeper::check_lock(const CheckLock& order_) {
  store_.ask<storage::LockAnswer>(
      [order_](Store& store) { return store.people().check_lock(order_.citizen, order_.pressed); },
      [this, citizen = order_.citizen](Result<storage::LockAnswer> answer) {
        if (!answer) tell_staff_(answer.error());
        if (answer && answer->is_open)
          give_(LockOpened{citizen});
        else
          give_(LockRefused{citizen, !answer || answer->wait_ms > 0});
      });
}

void Keeper::find_unfinished(const FindUnfinished& order_) {
  store_.ask<std::vector<std::string>>(
      [citizen = order_.citizen](Store& store) -> Result<std::vector<std::string>> {
        auto found = store.journal().unfinished(citizen);
        if (!found) return found.error();
        std::vector<std::string> lines;
        if (found->empty()) return lines;
        // The one that was touched last is the one the person remembers.
        const storage::Conversation* last = &found->front();
        for (const storage::Conversation& talk : *found)
          if (talk.touched_ms > last->touched_ms) last = &talk;
        auto events = store.journal().load_events(last->id);
        if (!events) return events.error();
        for (storage::KeptEvent& kept : *events) lines.push_back(std::move(kept.event.payload));
        return lines;
      },
      [this, citizen = order_.citizen](Result<std::vector<std::string>> lines) {
        if (!lines) tell_staff_(lines.error());
        give_(UnfinishedFound{citizen, lines ? std::move(*lines) : std::vector<std::string>{}});
      });
}

void Keeper::find_kept(const FindKept& order_) {
  store_.ask<std::vector<storage::KeptSubmission>>(
      [citizen = order_.citizen](Store& store) { return store.outbox().list_kept(citizen); },
      [this, citizen = order_.citizen](Result<std::vector<storage::KeptSubmission>> found) {
        if (!found) {
          tell_staff_(found.error());
          give_(OrderFailed{});
          return;
        }
        KeptFound kept{citizen, readable(*found)};
        // Nobody is told that they have kept nothing where it is only that it cannot be read.
        if (kept.kept.empty() && !found->empty())
          give_(OrderFailed{});
        else
          give_(std::move(kept));
      });
}

// A tool begins without what was said before rather than not at all.
void Keeper::find_earlier(const FindEarlier& order_) {
  struct Found {
    std::vector<storage::KeptSubmission> kept;
    std::vector<storage::SealedObservation> seen;
  };
  store_.ask<Found>(
      [citizen = order_.citizen](Store& store) -> Result<Found> {
        auto kept = store.outbox().list_kept(citizen);
        if (!kept) return kept.error();
        auto seen = store.people().observations(citizen);
        if (!seen) return seen.error();
        return Found{std::move(*kept), std::move(*seen)};
      },
      [this, citizen = order_.citizen](Result<Found> found) {
        if (!found) return tell_staff_(found.error());
        give_(EarlierFound{citizen, readable(found->kept), readable(found->seen)});
      });
}

namespace {

// Staff are told of what cannot be read; the rest is there.
template <class Value, class Sealed>
std::vector<Value> read_all(const std::vector<Sealed>& sealed,
                            Result<Value> (*read)(std::string_view),
                            const Keeper::TellStaff& tell_staff) {
  std::vector<Value> values;
  for (const Sealed& one : sealed) {
    auto value = read(one.bytes);
    if (value)
      values.push_back(std::move(*value));
    else
      tell_staff(value.error());
  }
  return values;
}

}  // namespace

std::vector<Observation> Keeper::readable(const std::vector<storage::SealedObservation>& sealed) {
  return read_all(sealed, observation_from_json, tell_staff_);
}

std::vector<Submission> Keeper::readable(const std::vector<storage::KeptSubmission>& kept) {
  return read_all(kept, submission_from_json, tell_staff_);
}

void Keeper::find_citizens() {
  struct Found {
    CitizensKnown known;
    std::vector<Fault> faults;
  };
  store_.ask<Found>(
      [](Store& store) -> Result<Found> {
        auto citizens = store.people().citizens();
        if (!citizens) return citizens.error();
        Found found;
        for (const storage::Citizen& citizen : *citizens)
          found.known.citizens.push_back(sign_of(store, citizen, found.faults));
        return found;
      },
      [this](Result<Found> found) {
        if (!found) {
          tell_staff_(found.error());
          return;
        }
        for (const Fault& fault : found->faults) tell_staff_(fault);
        give_(std::move(found->known));
      });
}

}  // namespace aktiv::app
