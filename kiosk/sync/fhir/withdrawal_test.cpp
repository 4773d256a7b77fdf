// Taken back: the mark stands under the same key and holds nothing that was said.
#include "kiosk/sync/fhir/withdrawal.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "kiosk/sync/fhir/example.h"

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

Withdrawal taken_back() {
  const auto s = example_pairs();
  return {s.id, s.citizen, s.tool, s.definition_version, s.finished_ms, s.finished_ms + 5000, 1};
}

TEST(Withdrawal, MarksStandUnderTheKeysOfWhatWasSent) {
  const Json sent = Json::parse(*build_bundle(example_pairs(), example_context()));
  const auto bundle = build_marks_bundle(taken_back(), example_context());
  ASSERT_TRUE(bundle) << to_text(bundle.error());
  const Json marks = Json::parse(*bundle);
  ASSERT_EQ(marks["entry"].size(), 2u);
  EXPECT_EQ(marks["entry"][0]["request"], sent["entry"][1]["request"]);
  EXPECT_EQ(marks["entry"][1]["request"], sent["entry"][0]["request"]);
  for (const auto& entry : marks["entry"])
    EXPECT_EQ(entry["resource"]["status"], "entered-in-error");
}

TEST(Withdrawal, NothingThatWasSaidIsLeftInAMark) {
  const auto bundle = build_marks_bundle(taken_back(), example_context());
  ASSERT_TRUE(bundle);
  for (const char* said : {"jobs", "bage", "t1_q", "\"item\"", "\"data\"", "top_bottom"}) {
    EXPECT_EQ(bundle->find(said), std::string::npos) << said;
  }
}

TEST(Withdrawal, AMarkIsNeverReadAsAnswers) {
  const auto marks = build_marks(taken_back(), example_context());
  ASSERT_TRUE(marks);
  const auto body = build_mark_in_place(marks->front(), "17");
  ASSERT_TRUE(body);
  EXPECT_EQ(Json::parse(*body)["id"], "17");
  EXPECT_FALSE(read_response(*body));
  const auto head = read_head(*body);
  ASSERT_TRUE(head);
  EXPECT_TRUE(head->is_taken_back);
  EXPECT_EQ(head->id, example_pairs().id.value);
}

TEST(Withdrawal, TheNoticeSaysWhoAndWhenOnce) {
  const auto notice =
      build_withdrawal_notice(taken_back(), example_context(), {"QuestionnaireResponse/17"});
  ASSERT_TRUE(notice);
  const Json entry = Json::parse(*notice)["entry"][0];
  EXPECT_EQ(entry["resource"]["target"][0]["reference"], "QuestionnaireResponse/17");
  EXPECT_EQ(entry["request"]["ifNoneExist"],
            "_tag=urn:aktiv-dialog:tag|" + example_pairs().id.value + "/withdrawal");
  EXPECT_FALSE(build_withdrawal_notice(taken_back(), example_context(), {}));
}

TEST(Withdrawal, WithoutAPatientThereIsNothingToSend) {
  SendContext context = example_context();
  context.patient.clear();
  EXPECT_FALSE(build_marks(taken_back(), context));
}

}  // namespace
}  // namespace aktiv::fhir
