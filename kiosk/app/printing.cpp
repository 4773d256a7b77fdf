// The citizen's sheet on paper: asked for by the citizen at the goodbye, or by the mentor later.
// Nothing of it is kept besides the answers, from which it is drawn again, the same.
#include <algorithm>

#include "dialogue/tools/cards_said_back.h"
#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {
namespace {

std::vector<std::string> lines_of(const std::string& record) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < record.size();) {
    const size_t end = std::min(record.find('\n', at), record.size());
    if (end > at) lines.push_back(record.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

void KioskApp::open_press() {
  press_ = std::make_unique<SheetPress>(SheetPress::Parts{
      .share = parts_.kit.share, .content = *parts_.kit.content, .wake = [bell = &parts_.bell] {
        bell->ring();
      }});
}

// The mentor's name is known where one was signed in when the conversation began.
void KioskApp::print(PrintSheet order, std::function<void(Status)> then) {
  parts_.store.ask<std::vector<storage::Mentor>>(
      [](storage::Store& store) { return store.people().mentors(); },
      [this, order = std::move(order),
       then = std::move(then)](Result<std::vector<storage::Mentor>> mentors) {
        if (!mentors) return then(mentors.error());
        report::SheetFacts facts;
        facts.language = order.language;
        facts.signs = order.signs;
        facts.chosen = order.chosen;
        const auto mentor = std::ranges::find(*mentors, order.mentor, &storage::Mentor::id);
        if (mentor != mentors->end()) facts.mentor = mentor->name;
        press_->print(std::move(facts), then);
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
    const auto citizen = std::ranges::find(session_.citizens, said.citizen, &CitizenSign::id);
    if (citizen == session_.citizens.end()) continue;
    order.signs = {citizen->first};
    if (!citizen->second.empty()) order.signs.push_back(citizen->second);
  }
  if (order.chosen.empty())
    return Fault{"nothing was said back", "the citizen's sheet", "a talk that was held to its end"};
  return order;
}

}  // namespace aktiv::app
