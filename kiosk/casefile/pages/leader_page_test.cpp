// The leader's page: counts of the whole case file, and targets that the leader sets.
#include "kiosk/casefile/pages/leader_page.h"

#include <gmock/gmock.h>

#include "kiosk/casefile/staff/records.h"
#include "kiosk/casefile/support/browser.h"

namespace aktiv::casefile {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class LeaderPageTest : public BrowserTest {
 protected:
  LeaderPageTest() : forms_(*read_forms(AKTIV_BINARY_DIR "/share/aktiv")) {}

  // So many made-up citizens, each with one line of a course.
  void add(int count, const std::string& state, const std::string& employment,
           const std::string& reason = "") {
    for (int i = 0; i < count; ++i) {
      const std::string patient_id = new_patient();
      const auto kept = casefile_->database().write([&](Connection& db) -> Status {
        const auto persons =
            persons_of_centre(db, casefile_->vault(), centre_named(db, "Dagcenter Nord")->id);
        for (const Person& person : *persons) {
          if (person.patients.front() != patient_id) continue;
          StaffWriting writing{db, casefile_->vault(), forms_, person, "", now_ms_};
          Record record;
          record.form = "course";
          record.values = {{"day", "2026-01-05"}, {"state", state}};
          if (!employment.empty()) record.values["employment"] = employment;
          if (!reason.empty()) record.values["reason"] = reason;
          EXPECT_TRUE(write_record(writing, record));
        }
        return {};
      });
      ASSERT_TRUE(kept.has_value());
    }
  }
  void enter_as_leader() { enter(new_account("chef", "", true), "chef"); }

  Forms forms_;
};

TEST_F(LeaderPageTest, CountsWhoIsWhereAndHidesTheFew) {
  add(9, "clarifying", "");
  add(7, "fulfilled", "wage_subsidy_job");
  add(6, "fulfilled", "volunteering");
  add(3, "fulfilled", "work_trial");
  add(5, "closed", "", "citizen_stopped");
  enter_as_leader();
  const std::string shown = get("/leader").body;
  EXPECT_THAT(shown, AllOf(HasSubstr("Har været i forløb</th><td class=\"number\">30"),
                           HasSubstr("Aktive nu</th><td class=\"number\">25"),
                           HasSubstr("Job med løntilskud</th><td class=\"number\">7"),
                           HasSubstr("Praktik</th><td class=\"number\">under 5"),
                           HasSubstr("Frivilligt arbejde</th><td class=\"number\">under 5"),
                           HasSubstr("Borgeren valgte at stoppe</th><td class=\"number\">5")));
  EXPECT_THAT(get("/leader?day=2025-12-31").body,
              HasSubstr("Har været i forløb</th><td class=\"number\">0"));
  const auto table = get("/leader.csv");
  EXPECT_THAT(table.body, AllOf(HasSubstr("\"Aktive nu\";\"25\""), HasSubstr("\"under 5\"")));
}

TEST_F(LeaderPageTest, TargetsBeginWithWhatTheUnitCountedAndAreTheLeadersToSet) {
  enter_as_leader();
  const std::string before = get("/leader").body;
  for (const char* value : {"value=\"108\"", "value=\"124\"", "value=\"456\""})
    EXPECT_THAT(before, HasSubstr(value));
  Fields cells = {{"from", "2016"},
                  {"ordinary_special_terms-2016", "108"},
                  {"ordinary_special_terms-2017", "120"},
                  {"sheltered_employment_103-2016", "?"}};
  EXPECT_EQ(post("/leader/targets", cells).status, 303);
  EXPECT_THAT(get("/leader").body,
              AllOf(HasSubstr("value=\"120\""), Not(HasSubstr("value=\"124\""))));
  cells.emplace_back("activity_offer_104-2016", "mange");
  const auto refused = post("/leader/targets", cells);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Dagtilbud (§ 104), 2016: skriv et tal"));
}

TEST_F(LeaderPageTest, OnlyALeaderSeesIt) {
  enter_as_mentor();
  EXPECT_EQ(get("/leader").status, 403);
  EXPECT_EQ(get("/leader.csv").status, 403);
  EXPECT_EQ(post("/leader/targets", {{"from", "2016"}}).status, 403);
}

TEST_F(LeaderPageTest, IsWholeHtml) {
  add(6, "fulfilled", "volunteering");
  enter_as_leader();
  expect_whole_html("/leader");
  expect_whole_html("/leader?from=2021&lang=en");
}

}  // namespace
}  // namespace aktiv::casefile
