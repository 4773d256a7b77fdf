#include "kiosk/app/keeper.h"

#include <utility>

#include "dialogue/model/submission_json.h"

namespace aktiv::app {

using storage::Store;

Keeper::Keeper(Parts parts)
    : store_(parts.store),
      chance_(parts.chance),
      give_(std::move(parts.give)),
      tell_staff_(std::move(parts.tell_staff)),
      wake_sync_(std::move(parts.wake_sync)),
      unfinished_days_(parts.unfinished_days),
      housekeeping_(parts.now_ms),
      now_ms_(parts.now_ms) {}

int Keeper::drain(int64_t now_ms) {
  now_ms_ = now_ms;
  return store_.drain(
      [this, now_ms](const storage::Recorded& recorded) { take(recorded, now_ms); });
}

void Keeper::take(const storage::Recorded& recorded, int64_t now_ms) {
  if (!recorded.status) {
    const bool is_thrown = thrown_.contains(recorded.conversation);
    if (!is_thrown) housekeeping_.not_kept(now_ms);
    // The person is told once, and not again at every try.
    if (!unkept_.emplace(recorded.event, recorded.conversation).second) return;
    if (is_thrown) {
      // It is not tried again, and the session need not wait for it.
      give_(Recorded{});
      return;
    }
    tell_staff_(recorded.status.error());
    give_(RecordFailed{});
    return;
  }
  if (unkept_.erase(recorded.event) == 0) {
    give_(Recorded{});
    return;
  }
  rest_if_nothing_waits();
}

void Keeper::rest_if_nothing_waits() {
  const bool waits = !unkept_.empty() || !thrown_.empty() || !to_keep_.empty() ||
                     !to_put_away_.empty() || !to_hand_in_.empty();
  if (!waits) housekeeping_.all_kept();
}

void Keeper::pass(int64_t now_ms) {
  if (housekeeping_.retries_now(now_ms)) retry();
  if (!housekeeping_.erases_now(now_ms)) return;
  wake_sync_();  // a month may be over, and its evaluations may go
  store_.ask<int>(
      [days = unfinished_days_](Store& store) { return store.journal().purge_unfinished(days); },
      [this](Result<int> erased) {
        if (!erased) tell_staff_(erased.error());
      });
}

void Keeper::retry() {
  // A conversation that could not be begun is begun first, or nothing of it can be kept.
  for (const auto& [id, waiting] : unstarted_) begin(id);
  store_.retry_unkept();
  for (const auto& [id, is_told] : thrown_) throw_away(id);
  for (const auto& [id, waiting] : to_keep_) finish(id);
  for (const auto& [id, is_told] : to_put_away_) put_away(id);
  for (const auto& [number, waiting] : to_hand_in_) hand_in(number);
}

// Asked again until it is done: what a citizen threw away is not theirs to ask for twice.
void Keeper::throw_away(const ConversationId& id) {
  store_.throw_away(id, [this, id](Status erased) {
    // Every answer about its events has come before this one.
    std::erase_if(unkept_, [&](const auto& one) { return one.second == id; });
    if (erased) {
      thrown_.erase(id);
      rest_if_nothing_waits();
      return;
    }
    housekeeping_.not_kept(now_ms_);
    if (!std::exchange(thrown_[id], true)) tell_staff_(erased.error());
  });
}

void Keeper::begin(const ConversationId& id) {
  store_.order([id, citizen = unstarted_.at(id).citizen](
                   Store& store) { return store.journal().start(id, citizen); },
               [this, id](const Status& begun) {
                 const auto held = unstarted_.find(id);
                 if (held == unstarted_.end()) return;  // begun at another try, or thrown away
                 if (begun) {
                   unstarted_.erase(held);
                   return;
                 }
                 if (!std::exchange(held->second.is_told, true)) tell_staff_(begun.error());
               });
}

void Keeper::order(std::function<Status(Store&)> work, std::function<void()> then) {
  store_.order(std::move(work), [this, then = std::move(then)](const Status& done) {
    if (!done) {
      tell_staff_(done.error());
    } else if (then) {
      then();
    }
  });
}

storage::Event Keeper::sealed_event(const ConversationId& conversation, const Event& event,
                                    int64_t now_ms) {
  storage::Event row;
  row.id = EventId(chance_.uuid());
  row.conversation = conversation;
  row.kind = std::string(kind_of(event));
  row.at_ms = now_ms;
  row.payload = to_json(event);
  return row;
}

bool Keeper::perform(const Effect& effect, int64_t now_ms) {
  if (const auto* record_order = std::get_if<Record>(&effect)) {
    record(*record_order, now_ms);
  } else if (const auto* keep_order = std::get_if<Keep>(&effect)) {
    keep(*keep_order, now_ms);
  } else if (const auto* thrown = std::get_if<ThrowAway>(&effect)) {
    unstarted_.erase(thrown->conversation);
    to_keep_.erase(thrown->conversation);
    to_put_away_.erase(thrown->conversation);
    thrown_.emplace(thrown->conversation, false);
    throw_away(thrown->conversation);
  } else if (const auto* away = std::get_if<PutAway>(&effect)) {
    to_put_away_.emplace(away->conversation, false);
    put_away(away->conversation);
  } else if (const auto* up = std::get_if<TakeUp>(&effect)) {
    to_put_away_.erase(up->conversation);  // or it would be put away behind the person
    rest_if_nothing_waits();
    order([id = up->conversation](Store& store) { return store.journal().take_up_again(id); });
  } else if (const auto* lock = std::get_if<CheckLock>(&effect)) {
    check_lock(*lock);
  } else if (const auto* new_lock = std::get_if<SetLock>(&effect)) {
    set_lock(*new_lock);
  } else if (const auto* unfinished = std::get_if<FindUnfinished>(&effect)) {
    find_unfinished(*unfinished);
  } else if (const auto* kept = std::get_if<FindKept>(&effect)) {
    find_kept(*kept);
  } else if (const auto* earlier = std::get_if<FindEarlier>(&effect)) {
    find_earlier(*earlier);
  } else if (const auto* back = std::get_if<TakeBack>(&effect)) {
    take_back(*back);
  } else if (const auto* access = std::get_if<KeepAccess>(&effect)) {
    order([kept = *access](Store& store) {
      return store.people().put_profile(kept.citizen, to_json(kept.access));
    });
  } else if (const auto* said = std::get_if<KeepEvaluation>(&effect)) {
    to_hand_in_.emplace(++handed_in_, ToHandIn{said->evaluation});
    hand_in(handed_in_);
  } else if (std::holds_alternative<CallForHelp>(effect)) {
    call_for_help(now_ms);
  } else {
    return false;
  }
  return true;
}

void Keeper::record(const Record& order_, int64_t now_ms) {
  if (std::holds_alternative<Opened>(order_.event)) {
    ToBegin waiting;
    if (!order_.citizen.empty()) waiting.citizen = order_.citizen;
    unstarted_.emplace(order_.conversation, std::move(waiting));
    begin(order_.conversation);
  }
  store_.append(sealed_event(order_.conversation, order_.event, now_ms));
}

void Keeper::keep(const Keep& order_, int64_t now_ms) {
  latest_keep_ = order_.conversation;
  ToKeep waiting;
  for (const Event& event : order_.last_events)
    waiting.last_events.push_back(sealed_event(order_.conversation, event, now_ms));
  for (const Submission& submission : order_.submissions)
    waiting.submissions.push_back({submission.id, to_json(submission)});
  if (to_keep_.emplace(order_.conversation, std::move(waiting)).second) finish(order_.conversation);
}

// Asked again until it is done: the citizen has been told that it will be kept.
void Keeper::finish(const ConversationId& id) {
  const ToKeep& waiting = to_keep_.at(id);
  store_.finish(id, waiting.last_events, waiting.submissions, [this, id](Status kept) {
    const auto held = to_keep_.find(id);
    if (held == to_keep_.end()) return;  // done at another try, or thrown away
    if (kept) {
      to_keep_.erase(held);
      rest_if_nothing_waits();
      // Whoever stands at their goodbye now is told of their own answers alone.
      if (id == latest_keep_) give_(Kept{});
      wake_sync_();
      return;
    }
    housekeeping_.not_kept(now_ms_);
    forget_if_over(id);
    if (std::exchange(held->second.is_told, true)) return;
    tell_staff_(kept.error());
    give_(OrderFailed{});
  });
}

// Asked again until it is done, or it would not be offered to its citizen before the next start.
void Keeper::put_away(const ConversationId& id) {
  store_.order([id](Store& store) { return store.journal().leave_unfinished(id); },
               [this, id](const Status& left) {
                 const auto held = to_put_away_.find(id);
                 if (held == to_put_away_.end())
                   return;  // done at another try, taken up or thrown away
                 if (left) {
                   to_put_away_.erase(held);
                   rest_if_nothing_waits();
                   return;
                 }
                 housekeeping_.not_kept(now_ms_);
                 forget_if_over(id);
                 if (!std::exchange(held->second, true)) tell_staff_(left.error());
               });
}

// No try can help where the conversation is finished, or erased with its citizen; and nothing of
// it may stay in memory.
void Keeper::forget_if_over(const ConversationId& id) {
  store_.ask<std::optional<storage::Conversation>>(
      [id](Store& store) { return store.journal().find(id); },
      [this, id](Result<std::optional<storage::Conversation>> found) {
        if (!found || (!*found && unstarted_.contains(id))) return;
        const bool is_open = *found && ((*found)->state == storage::ConversationState::open ||
                                        (*found)->state == storage::ConversationState::unfinished);
        if (is_open) return;
        to_keep_.erase(id);
        to_put_away_.erase(id);
        rest_if_nothing_waits();
      });
}

void Keeper::take_back(const TakeBack& order_) {
  order([id = order_.submission](Store& store) { return store.outbox().take_back(id); },
        [this, id = order_.submission] {
          give_(TakenBack{id});
          wake_sync_();
        });
}

// Asked again until it is done: whoever gave it has gone, and nobody could give it again.
void Keeper::hand_in(int number) {
  store_.order([said = to_hand_in_.at(number).evaluation](
                   Store& store) { return store.evaluations().put(said); },
               [this, number](const Status& kept) {
                 const auto held = to_hand_in_.find(number);
                 if (held == to_hand_in_.end()) return;  // done at another try
                 if (kept) {
                   to_hand_in_.erase(held);
                   rest_if_nothing_waits();
                   wake_sync_();
                   return;
                 }
                 housekeeping_.not_kept(now_ms_);
                 if (!std::exchange(held->second.is_told, true)) tell_staff_(kept.error());
               });
}

void Keeper::call_for_help(int64_t now_ms) {
  order([call = storage::HelpCall{chance_.uuid(), now_ms}](
            Store& store) { return store.house().add_help_call(call); },
        wake_sync_);
}

}  // namespace aktiv::app
