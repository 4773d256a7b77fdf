// From a kiosk's batch to the leader's page: the shares of 2021, nothing of fewer than five, and
// nothing of who or when.
#include <gmock/gmock.h>

#include "dialogue/insight/evaluation.h"
#include "dialogue/insight/made_up_evaluation.h"
#include "kiosk/casefile/support/browser.h"
#include "kiosk/sync/fhir/digest.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class EvaluationsTest : public BrowserTest {
 protected:
  static EvaluationBatch batch_of(std::vector<AnswerSet> sets,
                                  const std::string& month = "2026-10") {
    EvaluationBatch batch;
    batch.id = random_uuid();
    batch.from = batch.until = month;
    batch.sets = std::move(sets);
    return batch;
  }
  static AnswerSet in_way(int way, int value) {
    AnswerSet set;
    set.way = way;
    set.scale_direction = "best_left";
    for (const auto question : evaluation_questions)
      set.answers.push_back({std::string(question), Choice::place, value});
    return set;
  }
  static std::vector<AnswerSet> people(int count, int way, int value) {
    return std::vector<AnswerSet>(static_cast<size_t>(count), in_way(way, value));
  }
  HttpResponse hand_in(const EvaluationBatch& batch) {
    return ask(request("POST", "/evaluations", to_json(batch)));
  }
  void enter_as_leader() { enter(new_account("leder", "", true), "leder"); }
  std::string page(const std::string& query = "") { return get("/evaluation" + query).body; }
  // The row of a question, to its end.
  static std::string row(const std::string& html, const std::string& label) {
    const size_t at = html.find(">" + label + "<");
    return at == std::string::npos ? "" : html.substr(at, html.find("</tr>", at) - at);
  }
};

TEST_F(EvaluationsTest, AKioskIsToldTheSumOfWhatIsKept) {
  const auto batch = batch_of(people(5, 3, 5));
  const auto answer = hand_in(batch);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(json_of(answer)["sum"], fhir::sum_of(to_json(batch)));
  EXPECT_EQ(hand_in(batch).status, 200) << "the same again";
  auto other = batch;
  other.sets = people(6, 3, 1);
  EXPECT_NE(json_of(hand_in(other))["sum"], fhir::sum_of(to_json(other)));
  enter_as_leader();
  EXPECT_THAT(row(page(), "Støtte"), HasSubstr("100 %"));
}

TEST_F(EvaluationsTest, NobodyElseHandsIn) {
  auto made = request("POST", "/evaluations", to_json(batch_of(people(5, 3, 5))));
  made.headers["authorization"] = "Bearer nobody";
  EXPECT_EQ(ask(made).status, 401);
  EXPECT_EQ(ask("GET", "/evaluations").status, 405);
}

TEST_F(EvaluationsTest, FewerThanFiveAndAnythingAboutAPersonIsRefusedUnrepeated) {
  EXPECT_EQ(hand_in(batch_of(people(4, 3, 5))).status, 422);
  auto json = TestJson::parse(to_json(batch_of(people(5, 3, 5))));
  json["citizen"] = "Hanne";
  const auto answer = ask(request("POST", "/evaluations", json.dump()));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, Not(HasSubstr("Hanne")));
}

TEST_F(EvaluationsTest, TheLeaderReadsTheSharesOf2021) {
  hand_in(batch_of(made_up_evaluation()));
  enter_as_leader();
  const std::string shown = page();
  EXPECT_THAT(shown, HasSubstr("Svar fra 185 borgere"));
  const std::vector<std::pair<const char*, const char*>> published = {
      {"Håb om forandring", "94 %"},
      {"Del af samarbejdet", "99 %"},
      {"Ønsker i fokus", "94 %"},
      {"Tryg ved at sige sin mening", "93 %"},
      {"Taget seriøst", "98 %"},
      {"Forstået", "99 %"},
      {"Støtte", "98 %"},
      {"Afklaring", "86 %"}};
  for (const auto& [label, share] : published)
    EXPECT_THAT(row(shown, label), HasSubstr(share)) << label;
  expect_whole_html("/evaluation");
}

TEST_F(EvaluationsTest, GroupsUnderFiveAreHiddenAndScalesNeverPooled) {
  auto sets = people(4, 3, 5);
  for (const auto& one : people(6, 2, 3)) sets.push_back(one);
  hand_in(batch_of(sets));
  enter_as_leader();
  const std::string shown = page();
  EXPECT_THAT(shown, HasSubstr("Svar fra 6 borgere"));
  EXPECT_THAT(shown, Not(HasSubstr("Svar fra 4")));
  EXPECT_THAT(shown, Not(HasSubstr("Svar fra 10")));
  EXPECT_THAT(shown, HasSubstr("Færre end fem svar"));
  EXPECT_THAT(shown, Not(HasSubstr("100 %"))) << "three steps have no share";
}

TEST_F(EvaluationsTest, YearsStandApartAndTextsAsTheyWereWritten) {
  auto last_year = batch_of(people(5, 3, 1), "2025-12");
  last_year.good = {"<b>De lytter</b>"};
  hand_in(last_year);
  hand_in(batch_of(people(7, 3, 5), "2026-01"));
  enter_as_leader();
  EXPECT_THAT(page(), HasSubstr("Svar fra 7 borgere"));
  EXPECT_THAT(page(), Not(HasSubstr("12 borgere")));
  const std::string before = page("?year=2025");
  EXPECT_THAT(before, HasSubstr("Svar fra 5 borgere"));
  EXPECT_THAT(before, HasSubstr("&lt;b&gt;De lytter"));
  EXPECT_THAT(page("?year=1066"), HasSubstr("Svar fra 7 borgere"));
}

TEST_F(EvaluationsTest, AMentorDoesNotReadTheLeadersPage) {
  hand_in(batch_of(people(5, 3, 5)));
  enter_as_mentor();
  const auto shown = get("/evaluation");
  EXPECT_EQ(shown.status, 403);
  EXPECT_THAT(shown.body, Not(HasSubstr("100 %")));
}

TEST_F(EvaluationsTest, NothingOfItLiesOpenInTheDatabase) {
  auto batch = batch_of(people(5, 3, 5));
  batch.better = {"mere tid"};
  hand_in(batch);
  casefile_->database().truncate_log();
  std::ifstream file(casefile_->database().path(), std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  EXPECT_THAT(bytes, Not(HasSubstr("mere tid")));
  EXPECT_THAT(bytes, Not(HasSubstr("best_left")));
}

}  // namespace
}  // namespace aktiv::casefile
