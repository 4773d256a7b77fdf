// What a citizen said and staff saw, and what was left unfinished.
#include <algorithm>

#include "dialogue/model/submission_json.h"
#include "kiosk/app/mentor_desk_ask.h"
#include "kiosk/storage/uuid.h"

namespace aktiv::app {
namespace {

using storage::Store;

mentor::Whereabouts whereabouts_of(storage::OutboxState state, bool is_paused) {
  using storage::OutboxState;
  switch (state) {
    case OutboxState::kept_here:
      return mentor::Whereabouts::kept_here;
    case OutboxState::pending:
    case OutboxState::bytes_built:
    case OutboxState::in_flight:
      return is_paused ? mentor::Whereabouts::paused : mentor::Whereabouts::waiting;
    case OutboxState::acknowledged:
      return mentor::Whereabouts::in_case_file;
    case OutboxState::quarantined:
      return mentor::Whereabouts::quarantined;
    case OutboxState::withdrawn:
      break;  // nothing of it is left, so it is never listed
  }
  return mentor::Whereabouts::kept_here;
}

// What lies sealed, as values; what cannot be read comes as faults beside it.
template <class T>
struct Read {
  std::vector<T> values;
  std::vector<Fault> faults;

  void take(Result<T> value) {
    if (value)
      values.push_back(std::move(*value));
    else
      faults.push_back(value.error());
  }
};

// Staff are told of what could not be read; the rest is the answer.
template <class T>
mentor::Then<Read<T>> telling(MentorDesk& desk, mentor::Then<std::vector<T>> then) {
  return [&desk, then = std::move(then)](Result<Read<T>> found) {
    if (!found) return then(found.error());
    for (const auto& fault : found->faults) desk.tell(fault);
    then(std::move(found->values));
  };
}

using Submissions = Read<mentor::SavedSubmission>;

// Newest first; in order of sequence.
Result<Submissions> read_submissions(Store& store, const CitizenId& id, bool is_paused) {
  auto kept = store.outbox().list_kept(id);
  if (!kept) return kept.error();
  const auto sheets = store.sheets().waiting(id);
  if (!sheets) return sheets.error();
  Submissions found;
  for (const auto& one : *kept) {
    auto said = submission_from_json(one.bytes);
    if (!said) {
      found.faults.push_back(said.error());
      continue;
    }
    found.values.push_back({std::move(*said), whereabouts_of(one.item.state, is_paused),
                            one.item.reason,
                            std::ranges::find(*sheets, one.item.conversation) != sheets->end()});
  }
  std::reverse(found.values.begin(), found.values.end());
  return found;
}

}  // namespace

void MentorDesk::submissions(const CitizenId& id,
                             mentor::Then<std::vector<mentor::SavedSubmission>> then) {
  const bool is_paused = sync_.state().link == mentor::Link::paused;
  ask<Submissions>([id, is_paused](Store& store) { return read_submissions(store, id, is_paused); },
                   telling(*this, std::move(then)));
}

void MentorDesk::choose_lock(const CitizenId& citizen) {
  loop_.give(NewLockWanted{citizen});
}

void MentorDesk::fit_together(const CitizenId& citizen) {
  loop_.give(FittingWanted{citizen});
}

// In the order in which the citizen meets them after their own lock: the first one first.
void MentorDesk::show_answers(const CitizenId& citizen) {
  ask<Submissions>([citizen](Store& store) { return read_submissions(store, citizen, false); },
                   [this, citizen](Result<Submissions> found) {
                     if (!found) return;  // staff have been told
                     for (const auto& fault : found->faults) tell(fault);
                     // The citizen would be told that they have kept nothing, which is untrue.
                     if (found->values.empty() && !found->faults.empty()) return;
                     AnswersOpenedByMentor opened{citizen, {}};
                     for (auto one = found->values.rbegin(); one != found->values.rend(); ++one)
                       opened.kept.push_back(std::move(one->submission));
                     loop_.give(std::move(opened));
                   });
}

void MentorDesk::unfinished(const CitizenId& id,
                            mentor::Then<std::vector<mentor::UnfinishedConversation>> then) {
  ask<std::vector<mentor::UnfinishedConversation>>(
      [id](Store& store) -> Result<std::vector<mentor::UnfinishedConversation>> {
        auto left = store.journal().unfinished(id);
        if (!left) return left.error();
        std::vector<mentor::UnfinishedConversation> talks;
        for (const auto& one : *left) talks.push_back({one.id, one.started_ms, one.touched_ms});
        return talks;
      },
      std::move(then));
}

void MentorDesk::observations(const CitizenId& id, mentor::Then<std::vector<Observation>> then) {
  using Found = Read<Observation>;
  ask<Found>(
      [id](Store& store) -> Result<Found> {
        auto sealed = store.people().observations(id);
        if (!sealed) return sealed.error();
        Found found;
        for (const auto& one : *sealed) found.take(observation_from_json(one.bytes));
        // Those of other kiosks come late; of several kiosks there is no order but the time.
        std::ranges::stable_sort(found.values, {}, &Observation::at_ms);
        return found;
      },
      telling(*this, std::move(then)));
}

void MentorDesk::save_observation(const Observation& observation, mentor::Done then) {
  Observation seen = observation;
  seen.id = storage::fresh_uuid();
  seen.at_ms = loop_.utc_ms();
  order(
      [seen](Store& store) {
        return store.people().put_observation(
            {seen.id, seen.citizen, seen.conversation, to_json(seen)});
      },
      after([this] { sync_.wake(); }, std::move(then)));
}

void MentorDesk::send_again(const SubmissionId& id, mentor::Done then) {
  order([id](Store& store) { return store.outbox().release_quarantined(id); },
        after([this] { sync_.wake(); }, std::move(then)));
}

void MentorDesk::print_sheet(const Submission& said, mentor::Done then) {
  ask<Submissions>([said](Store& store) { return read_submissions(store, said.citizen, false); },
                   [this, said, then = std::move(then)](Result<Submissions> found) {
                     if (!found) return then(found.error());
                     std::vector<Submission> talk;
                     for (auto one = found->values.rbegin(); one != found->values.rend(); ++one)
                       if (one->submission.conversation == said.conversation)
                         talk.push_back(std::move(one->submission));
                     loop_.print(talk, [this, then](Status printed) {
                       if (!printed) tell("staff.sheet.why", to_text(printed.error()));
                       then(std::move(printed));
                     });
                   });
}

void MentorDesk::take_up(const CitizenId& citizen, const ConversationId& conversation) {
  using Lines = std::vector<std::string>;
  ask<Lines>(
      [conversation](Store& store) -> Result<Lines> {
        auto events = store.journal().load_events(conversation);
        if (!events) return events.error();
        Lines lines;
        for (auto& kept : *events) lines.push_back(std::move(kept.event.payload));
        return lines;
      },
      [this, citizen](Result<Lines> lines) {
        if (lines) loop_.take_up(citizen, std::move(*lines));
      });
}

}  // namespace aktiv::app
