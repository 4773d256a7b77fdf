// The citizen's sheet on paper: asked for by the citizen at the goodbye, or by the mentor later.
// Nothing of it is kept besides the answers, from which it is drawn again, the same.
#include <algorithm>

#include "dialogue/engine/citizen_signs.h"
#include "dialogue/model/lines.h"
#include "dialogue/tools/cards_said_back.h"
#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {

void KioskApp::open_press() {
  press_ = std::make_unique<SheetPress>(SheetPress::Parts{
      .share = parts_.kit.share, .content = *parts_.kit.content, .wake = [bell = &parts_.bell] {
        bell->ring();
      }});
}

// The mentor's name is known where one was signed in when the conversation began.
void KioskApp::print(PrintSheet order, const CitizenId& whose, std::function<void(Status)> then) {
  struct Known {
    std::vector<storage::Mentor> mentors;
    ui::OwnPhotos own;
    std::string next_meeting;
  };
  parts_.store.ask<Known>(
      [whose](storage::Store& store) -> Result<Known> {
        auto mentors = store.people().mentors();
        if (!mentors) return mentors.error();
        auto own = store.people().photos(whose);
        if (!own) return own.error();
        auto meeting = store.people().next_meeting(whose);
        if (!meeting) return meeting.error();
        return Known{std::move(*mentors), std::move(*own), std::move(*meeting)};
      },
      [this, order = std::move(order), then = std::move(then)](Result<Known> known) {
        if (!known) return then(known.error());
        report::SheetFacts facts;
        facts.language = order.language;
        facts.signs = order.signs;
        facts.chosen = order.chosen;
        facts.next_meeting = known->next_meeting;
        const auto mentor = std::ranges::find(known->mentors, order.mentor, &storage::Mentor::id);
        if (mentor != known->mentors.end()) facts.mentor = mentor->name;
        press_->print(std::move(facts), {parts_.kit.photos, std::move(known->own)}, then);
      });
}

Result<PrintSheet> KioskApp::sheet_of(const std::vector<Submission>& talk) const {
  PrintSheet order;
  for (const Submission& said : talk) {
    const auto conversation = replay(lines_of(said.session_record));
    if (!conversation) return conversation.error();
    const Engine& engine = *parts_.kit.engine;
    for (ToolCards& chosen : cards_said_back(*conversation, engine.catalogue(), engine.content()))
      order.chosen.push_back(std::move(chosen));
    order.conversation = said.conversation;
    order.language = said.language;
    order.mentor = said.started_by;
    order.signs = signs_of(session_.citizens, said.citizen);
  }
  if (order.chosen.empty())
    return Fault{"nothing was said back", "the citizen's sheet", "a talk that was held to its end"};
  return order;
}

}  // namespace aktiv::app
