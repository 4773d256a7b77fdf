// For tests: talks held with the real engine by an invented responder, and sent as a kiosk sends
// them.
#pragma once

#include "dialogue/engine/engine.h"
#include "dialogue/responders/hold.h"
#include "kiosk/casefile/support/browser.h"

namespace aktiv::casefile {

class HeldTalksTest : public BrowserTest {
 protected:
  HeldTalksTest() : engine_(built_in_content()) {
    auto citizen = patient(citizen_.value);
    citizen["extension"] = {{{"url", "urn:aktiv-dialog:sign"}, {"valueString", "signs/sunflower"}}};
    patient_ = json_of(ask(request("POST", "/fhir/Patient", citizen.dump())))["id"];
    person_ = *casefile_->database().read([&](Connection& db) -> Result<std::string> {
      Statement row(db, "SELECT person FROM pseudonym WHERE patient = ?", patient_);
      row.step();
      return row.text(0);
    });
  }

  // One talk, by somebody who wishes the deck's cards in their order; not sent yet.
  Submission held(const char* tool, int way, int64_t began_ms, unsigned conversation = 1) {
    ToolSetup setup;
    setup.tool = ToolId(tool);
    setup.way = way;
    setup.cards = cards_;
    setup.earlier = earlier_;
    Wishes wishes = no_wishes(built_in_content());
    wishes.order = order_;
    Sitting sitting;
    sitting.conversation = ConversationId(fhir::example_uuid(2, conversation));
    sitting.citizen = citizen_;
    sitting.present = {Present::mentor};
    sitting.began_ms = began_ms;
    auto said = hold_and_keep(engine_, setup, {}, wishes, Seed{7, ++chance_}, sitting);
    EXPECT_TRUE(said.has_value()) << tool;
    said->id = SubmissionId(random_uuid());
    return *said;
  }

  void send_talk(const Submission& said) {
    fhir::SendContext context = fhir::example_context();
    context.patient = patient_;
    const auto bundles = fhir::build_bundles(said, context);
    ASSERT_TRUE(bundles.has_value()) << to_text(bundles.error());
    for (const std::string& bundle : *bundles) {
      const auto sent = ask(request("POST", "/fhir", bundle));
      EXPECT_EQ(sent.status, 200) << sent.body;
    }
  }
  Submission hold_and_send(const char* tool, int way, int64_t began_ms, unsigned conversation = 1) {
    const Submission said = held(tool, way, began_ms, conversation);
    send_talk(said);
    return said;
  }

  std::string at(const std::string& tail = "") const { return "/citizens/" + person_ + tail; }

  static constexpr int64_t day_ms = 86'400'000;
  const Engine engine_;
  CitizenId citizen_{fhir::example_uuid(3, 1)};
  std::string patient_;
  std::string person_;
  std::vector<CardRef> cards_;    // offered; empty: the tool draws them
  std::vector<CardRef> order_;    // wished, most first
  std::vector<Earlier> earlier_;  // what the citizen said before
  uint64_t chance_ = 0;
};

}  // namespace aktiv::casefile
