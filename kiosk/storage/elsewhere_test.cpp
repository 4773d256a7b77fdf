// What a citizen kept at another kiosk of their day centre, over memory and over disk.
#include <gmock/gmock.h>

#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

using namespace testing;
using ::testing::IsEmpty;
using ::testing::SizeIs;

enum class Where { memory, disk };

class Elsewhere : public ::testing::TestWithParam<Where> {
 protected:
  void SetUp() override {
    close_and_open_again();
    who = citizen(*store_, "signs/sun");
    ASSERT_TRUE(store_->house().put_enrolment(
        {"https://localhost:8443", std::string(32, 'p'), "secret", "c", "/fhir"}));
  }

  void close_and_open_again() {
    const Status opened = open_again(store_, GetParam() == Where::disk, dir_, clock_);
    ASSERT_TRUE(opened) << to_text(opened.error());
  }

  Outbox& outbox() { return store_->outbox(); }

  void keep(const std::string& id) {
    const ConversationId talk = conversation(*store_, who);
    const NewSubmission submission{SubmissionId(id), "said " + id};
    ASSERT_TRUE(store_->journal().finish(talk, {}, {&submission, 1}));
  }

  CitizenId who;
  MovedClock clock_;
  TempDir dir_;
  std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, Elsewhere, ::testing::Values(Where::memory, Where::disk),
                         [](const auto& param) {
                           return param.param == Where::memory ? "Memory" : "Disk";
                         });

SaidElsewhere said_elsewhere(const std::string& id, int64_t kept_ms, const CitizenId& who) {
  return {SubmissionId(id), ConversationId("talk elsewhere"), who, kept_ms, "said " + id,
          "receipt " + id};
}

TEST_P(Elsewhere, WhatWasKeptElsewhereIsAmongMineSvarByItsTime) {
  keep("here");
  const int64_t kept_ms = (*outbox().list_kept(who))[0].item.kept_ms;
  ASSERT_TRUE(outbox().take_in(said_elsewhere("later", kept_ms + 5, who)));
  ASSERT_TRUE(outbox().take_in(said_elsewhere("earlier", kept_ms - 5, who)));
  EXPECT_FALSE(outbox().take_in(said_elsewhere("earlier", kept_ms - 5, who))) << "once";
  close_and_open_again();
  const auto kept = *outbox().list_kept(who);
  ASSERT_THAT(kept, SizeIs(3));
  EXPECT_EQ(kept[0].bytes, "said earlier");
  EXPECT_EQ(kept[1].item.submission.value, "here");
  EXPECT_EQ(kept[2].bytes, "said later");
  EXPECT_TRUE(kept[2].item.is_from_elsewhere);
  EXPECT_EQ(kept[2].item.state, OutboxState::acknowledged);
  EXPECT_EQ(outbox().counts()->in_case_file, 2);
  EXPECT_EQ(*outbox().find(SubmissionId("later")), kept[2].item);
  EXPECT_EQ(*outbox().find(SubmissionId("of nobody")), std::nullopt);
}

TEST_P(Elsewhere, WhatWasKeptElsewhereIsTakenBackHereToo) {
  ASSERT_TRUE(outbox().take_in(said_elsewhere("a", 5, who)));
  ASSERT_TRUE(outbox().take_in(said_elsewhere("b", 6, who)));
  ASSERT_TRUE(outbox().take_back(SubmissionId("a")));
  close_and_open_again();
  EXPECT_THAT(*outbox().list_kept(who), SizeIs(1));
  const auto due = *outbox().withdrawals();
  ASSERT_THAT(due, SizeIs(1));
  EXPECT_EQ(due[0].receipt, "receipt a") << "so that it goes from the case file";
  EXPECT_EQ((*outbox().find(SubmissionId("a")))->state, OutboxState::withdrawn)
      << "and does not come back";
  EXPECT_EQ(*outbox().submission_bytes(SubmissionId("b")), "said b");
}

TEST_P(Elsewhere, WhatWasTakenBackElsewhereGoesHereAndTellsNobody) {
  keep("here");
  ASSERT_TRUE(outbox().take_in(said_elsewhere("there", 5, who)));
  for (const char* id : {"here", "there", "there", "of nobody"})
    ASSERT_TRUE(outbox().drop(SubmissionId(id)));
  close_and_open_again();
  EXPECT_THAT(*outbox().list_kept(who), IsEmpty());
  EXPECT_THAT(*outbox().withdrawals(), IsEmpty());
  EXPECT_FALSE(outbox().submission_bytes(SubmissionId("here")));
  EXPECT_EQ(*outbox().find(SubmissionId("of nobody")), std::nullopt);
}

TEST_P(Elsewhere, NothingIsTakenInForSomebodyWhoIsNotHere) {
  SaidElsewhere said = said_elsewhere("a", 5, who);
  said.citizen = CitizenId("nobody");
  EXPECT_FALSE(outbox().take_in(said));
  said = said_elsewhere("a", 5, who);
  said.conversation = {};
  EXPECT_FALSE(outbox().take_in(said));
  EXPECT_EQ(*outbox().find(SubmissionId("a")), std::nullopt);
}

}  // namespace
}  // namespace aktiv::storage
