// The promise of the anonymous evaluation, held against the bytes on the disk: nothing tells who,
// when within the month, or in which order.
#include "kiosk/storage/evaluations.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/storage/disk/database.h"
#include "kiosk/storage/records/evaluation_box.h"
#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

using namespace testing;
namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Evaluation said(const std::string& month, int value, const std::string& good = "") {
  return {month, 3, "best_right", {{"haab", Choice::place, value}}, good, ""};
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class EvaluationsKept : public ::testing::TestWithParam<bool /*on disk*/> {
 protected:
  void SetUp() override { open(); }

  void open() {
    const Status opened = open_again(store_, GetParam(), dir_, clock_);
    ASSERT_TRUE(opened) << to_text(opened.error());
  }

  void put(const std::string& month, int people) {
    for (int i = 0; i < people; ++i) ASSERT_TRUE(kept().put(said(month, i % 5 + 1)));
  }
  std::optional<EvaluationsToSend> take(const std::string& month) {
    auto taken = kept().take_batch(month, chance_);
    EXPECT_TRUE(taken) << (taken ? "" : to_text(taken.error()));
    return taken ? *taken : std::nullopt;
  }
  Evaluations& kept() { return store_->evaluations(); }

  MovedClock clock_;
  TempDir dir_{fast_place()};
  Draws chance_{Seed{5, 6}};
  std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, EvaluationsKept, ::testing::Bool(),
                         [](const auto& where) { return where.param ? "Disk" : "Memory"; });

TEST_P(EvaluationsKept, LeaveTogetherWhenTheirMonthIsOver) {
  put("2026-11", 6);
  open();
  EXPECT_FALSE(take("2026-11"));
  const auto batch = take("2026-12");
  ASSERT_TRUE(batch);
  const auto sent = evaluation_batch_from_json(batch->bytes);
  ASSERT_TRUE(sent);
  EXPECT_EQ(sent->sets.size(), 6u);
  EXPECT_EQ(sent->id, batch->id);
}

TEST_P(EvaluationsKept, FourWaitForTheNextMonth) {
  put("2026-10", 4);
  EXPECT_FALSE(take("2026-11"));
  put("2026-11", 1);
  EXPECT_FALSE(take("2026-11"));
  EXPECT_TRUE(take("2026-12"));
}

TEST_P(EvaluationsKept, AreTheSameBytesUntilTheyAreAcknowledgedAndGoneAfter) {
  put("2026-11", 5);
  const auto first = take("2026-12");
  ASSERT_TRUE(first);
  put("2026-12", 7);
  open();
  EXPECT_EQ(take("2026-12"), first);
  EXPECT_EQ(take("2027-01"), first) << "one batch at a time";
  ASSERT_TRUE(kept().mark_acknowledged("another"));
  EXPECT_EQ(take("2027-01"), first);
  ASSERT_TRUE(kept().mark_acknowledged(first->id));
  open();
  const auto second = take("2027-01");
  ASSERT_TRUE(second);
  EXPECT_NE(second->id, first->id);
  EXPECT_EQ(evaluation_batch_from_json(second->bytes)->sets.size(), 7u);
  ASSERT_TRUE(kept().mark_acknowledged(second->id));
  EXPECT_FALSE(take("2027-02"));
}

TEST_P(EvaluationsKept, WhatIsNoEvaluationIsRefusedAndTheOthersStay) {
  put("2026-11", 5);
  EXPECT_FALSE(kept().put(said("November", 3)));
  EXPECT_FALSE(kept().put(said("2026-11", 6)));
  const auto batch = take("2026-12");
  ASSERT_TRUE(batch);
  EXPECT_EQ(evaluation_batch_from_json(batch->bytes)->sets.size(), 5u);
}

TEST_P(EvaluationsKept, StayApartFromAConversationThatIsThrownAway) {
  const auto sun = citizen(*store_, "signs/sun");
  const auto talk = conversation(*store_, sun);
  put("2026-11", 5);
  ASSERT_TRUE(store_->journal().throw_away(talk));
  ASSERT_TRUE(store_->people().erase_citizen(sun));
  open();
  EXPECT_TRUE(take("2026-12"));
}

TEST(EvaluationBox, IsTheSameBytesInWhateverOrderTheyCame) {
  std::vector<Evaluation> came{said("2026-11", 3), said("2026-11", 1, "Kaffen"),
                               said("2026-10", 5)};
  const std::string bytes = bytes_of({came, std::nullopt});
  std::ranges::reverse(came);
  EXPECT_EQ(bytes_of({came, std::nullopt}), bytes);
  std::ranges::rotate(came, came.begin() + 1);
  EXPECT_EQ(bytes_of({came, std::nullopt}), bytes);
  EXPECT_EQ(bytes_of(box_of(bytes)), bytes);
}

TEST(EvaluationBox, ItsSizeTellsOnlyRoughlyHowManyThereAre) {
  EvaluationBox box;
  const size_t empty = bytes_of(box).size();
  for (int i = 0; i < 20; ++i) box.waiting.push_back(said("2026-11", 1 + i % 5));
  EXPECT_EQ(bytes_of(box).size(), empty);
}

// Everything that a database holds in the clear, and how much is sealed in each row.
std::vector<std::string> open_part(const fs::path& data) {
  Database database(data / "store" / "journal.db", "");
  std::vector<std::string> rows;
  auto statement =
      database.prepare("SELECT id, owner, place, kind, length(sealed) FROM evaluations");
  while (statement.step())
    rows.push_back(statement.text_at(0) + "|" + statement.text_at(1) + "|" +
                   std::to_string(statement.integer_at(2)) + "|" + statement.text_at(3) + "|" +
                   std::to_string(statement.integer_at(4)));
  return rows;
}

struct LeftOnDisk {
  std::vector<std::string> open_part;
  std::string sent;
  uintmax_t log_bytes = 0;
};

// A whole month on one kiosk, the clock moving between the citizens.
LeftOnDisk after(const std::vector<Evaluation>& in_this_order, int64_t hours_between) {
  const TempDir dir(fast_place());
  const MovedClock clock;
  OpenOptions options;
  options.data_dir = dir.path();
  options.clock = clock.clock();
  LeftOnDisk left;
  auto store = open_store(options);
  EXPECT_TRUE(store) << to_text(store.error());
  for (const auto& evaluation : in_this_order) {
    clock.pass(hours_between * hour_ms);
    EXPECT_TRUE((*store)->evaluations().put(evaluation));
  }
  left.log_bytes = fs::file_size(dir.path() / "store" / "journal.db-wal");
  store = memory_store();
  left.open_part = open_part(dir.path());
  store = open_store(options);
  Draws chance(Seed{1, 2});
  const auto batch = (*store)->evaluations().take_batch("2026-12", chance);
  EXPECT_TRUE(batch && *batch);
  if (batch && *batch) left.sent = (**batch).bytes;
  return left;
}

TEST(EvaluationsOnDisk, TellNeitherOrderNorTime) {
  std::vector<Evaluation> people;
  for (int i = 0; i < 8; ++i) people.push_back(said("2026-11", 1 + i % 5, i == 3 ? "Kaffen" : ""));
  const LeftOnDisk one = after(people, 1);
  std::ranges::reverse(people);
  const LeftOnDisk other = after(people, 40);
  EXPECT_THAT(one.open_part, ElementsAre(HasSubstr("all||0|evaluations|")));
  EXPECT_EQ(one.open_part, other.open_part);
  EXPECT_EQ(one.sent, other.sent);
}

TEST(EvaluationsOnDisk, LeaveNoFormerStateInTheLog) {
  const LeftOnDisk left = after({said("2026-11", 1), said("2026-11", 2), said("2026-11", 3),
                                 said("2026-11", 4), said("2026-11", 5)},
                                1);
  EXPECT_LT(left.log_bytes, box_step_bytes) << "no sealed row may stand in the log";
}

TEST(EvaluationsOnDisk, WhatIsSentNamesNobodyAndNoMoment) {
  const TempDir dir(fast_place());
  const MovedClock clock;
  OpenOptions options;
  options.data_dir = dir.path();
  options.clock = clock.clock();
  auto store = open_store(options);
  ASSERT_TRUE(store);
  const auto sun = citizen(**store, "signs/sun");
  const auto talk = conversation(**store, sun);
  for (int i = 1; i <= 5; ++i) ASSERT_TRUE((*store)->evaluations().put(said("2026-11", i, "Godt")));
  Draws chance(Seed{1, 2});
  const std::string sent = (**(*store)->evaluations().take_batch("2026-12", chance)).bytes;
  for (const std::string& who : {sun.value, talk.value, *(*store)->house().kiosk_id()})
    EXPECT_THAT(sent, Not(HasSubstr(who)));
  EXPECT_THAT(sent, Not(HasSubstr(std::to_string(clock.now->wall_ms / 10'000'000))));
  store = memory_store();
  const std::string journal = read(dir.path() / "store" / "journal.db");
  ASSERT_FALSE(journal.empty());
  for (const char* word : {"Godt", "haab", "2026-11", "best_right"})
    EXPECT_THAT(journal, Not(HasSubstr(word)));
}

}  // namespace
}  // namespace aktiv::storage
