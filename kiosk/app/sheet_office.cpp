#include "kiosk/app/sheet_office.h"

#include <algorithm>

#include "dialogue/engine/citizen_signs.h"
#include "dialogue/engine/engine.h"
#include "dialogue/model/lines.h"
#include "dialogue/tools/cards_said_back.h"

namespace aktiv::app {

struct SheetOffice::Known {
  std::vector<storage::Mentor> mentors;
  ui::OwnPhotos own;
  std::string next_meeting;
  std::optional<std::string> kept;  // drawn before, and not yet on paper
  std::vector<SubmissionId> of;     // what is kept of the conversation
};

Result<SheetOffice::Known> SheetOffice::known_of(storage::Store& store,
                                                 const ConversationId& conversation,
                                                 const CitizenId& whose) {
  Known known;
  auto mentors = store.people().mentors();
  if (!mentors) return mentors.error();
  known.mentors = std::move(*mentors);
  auto own = store.people().photos(whose);
  if (!own) return own.error();
  known.own = std::move(*own);
  auto meeting = store.people().next_meeting(whose);
  if (!meeting) return meeting.error();
  known.next_meeting = std::move(*meeting);
  const auto items = store.outbox().items(whose);
  if (!items) return items.error();
  for (const auto& item : *items)
    if (item.conversation == conversation && item.state != storage::OutboxState::withdrawn)
      known.of.push_back(item.submission);
  // A kept page that does not open is drawn again and put in its place.
  if (auto kept = store.sheets().find(conversation)) known.kept = std::move(*kept);
  return known;
}

// The mentor's name is known where one was signed in when the conversation began.
void SheetOffice::print(PrintSheet order, const CitizenId& whose,
                        std::function<void(Status)> then) {
  const ConversationId conversation = order.conversation;
  parts_.store.ask<Known>(
      [conversation, whose](storage::Store& store) { return known_of(store, conversation, whose); },
      [this, order = std::move(order), then = std::move(then)](Result<Known> known) mutable {
        if (!known) return then(known.error());
        auto ended = [this, conversation = order.conversation, of = std::move(known->of),
                      then = std::move(then)](Pressed pressed) {
          put_away(conversation, of, std::move(pressed), then);
        };
        if (known->kept) return press_.print(std::move(*known->kept), std::move(ended));
        report::SheetFacts facts;
        facts.language = std::move(order.language);
        facts.signs = std::move(order.signs);
        facts.chosen = std::move(order.chosen);
        facts.next_meeting = std::move(known->next_meeting);
        const auto mentor = std::ranges::find(known->mentors, order.mentor, &storage::Mentor::id);
        if (mentor != known->mentors.end()) facts.mentor = mentor->name;
        press_.print(std::move(facts), {parts_.photos, std::move(known->own)}, std::move(ended));
      });
}

// On paper nothing needs to be kept; otherwise the page waits for a printer.
void SheetOffice::put_away(const ConversationId& conversation, std::vector<SubmissionId> of,
                           Pressed pressed, std::function<void(Status)> then) {
  const bool is_on_paper = pressed.on_paper.has_value();
  if (!is_on_paper && pressed.pdf.empty()) return then(std::move(pressed.on_paper));
  parts_.store.order(
      [=, pdf = std::move(pressed.pdf)](storage::Store& store) {
        return is_on_paper ? store.sheets().forget(conversation)
                           : store.sheets().keep(conversation, of, pdf);
      },
      [this, then = std::move(then), on_paper = std::move(pressed.on_paper)](const Status& done) {
        if (!done && parts_.tell_staff) parts_.tell_staff(done.error());
        then(on_paper);
      });
}

Result<PrintSheet> sheet_of(const std::vector<Submission>& talk, const Engine& engine,
                            const std::vector<CitizenSign>& citizens) {
  PrintSheet order;
  for (const Submission& said : talk) {
    const auto conversation = replay(lines_of(said.session_record));
    if (!conversation) return conversation.error();
    for (ToolCards& chosen : cards_said_back(*conversation, engine.catalogue(), engine.content()))
      order.chosen.push_back(std::move(chosen));
    order.conversation = said.conversation;
    order.language = said.language;
    order.mentor = said.started_by;
    order.signs = signs_of(citizens, said.citizen);
  }
  if (order.chosen.empty())
    return Fault{"nothing was said back", "the citizen's sheet", "a talk that was held to its end"};
  return order;
}

}  // namespace aktiv::app
