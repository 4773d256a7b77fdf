// What stays of a citizen who asked for everything to be erased.
#include "kiosk/casefile/rights/erasing.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "kiosk/casefile/support/held_talks.h"
#include "kiosk/sync/fhir/patient.h"

namespace aktiv::casefile {
namespace {

class ErasingTest : public HeldTalksTest {
 protected:
  ErasingTest() { enter_as_mentor(); }

  HttpResponse erase() {
    get(at("/person"));
    return post(at("/erase"), {{"sure", "yes"}});
  }
  // Rows in which the citizen's Patient stands.
  int64_t rows(const std::string& table, const std::string& condition) {
    return *casefile_->database().read([&](Connection& db) -> Result<int64_t> {
      Statement row(db, "SELECT count(*) FROM " + table + " WHERE " + condition);
      row.step();
      return row.number(0);
    });
  }
  std::string about_them() const { return "patient = '" + patient_ + "'"; }
};

TEST_F(ErasingTest, ItIsAskedASecondTimeAndSaysWhatGoes) {
  hold_and_send("to_billeder", 1, now_ms_ - day_ms);
  get(at("/person"));
  const auto asked = post(at("/erase"), {});
  EXPECT_EQ(asked.status, 200);
  EXPECT_NE(asked.body.find("Samtaler: 1. Noter fra personalet: 0."), std::string::npos);
  EXPECT_EQ(get(at()).status, 200) << "nothing has gone yet";
}

TEST_F(ErasingTest, NothingStaysOfWhatWasSaidOrWritten) {
  const Submission said = hold_and_send("to_billeder", 1, now_ms_ - day_ms);
  hold_and_send("min_droem", 2, now_ms_ - day_ms, 2);
  get(at("/write/note"));
  post(at("/write/note"), {{"heading", "dreams"}, {"whose", "mentor"}, {"text", "om drømmen"}});
  post(at("/name"), {{"name", "Ib Hansen"}});
  get(at("/people"));
  post(at("/circle"), {{"account", account_id("mentor Dagcenter Nord")}, {"as", "mentor"}});
  EXPECT_GT(rows("resource", about_them()), 4);

  EXPECT_EQ(erase().status, 200);
  EXPECT_EQ(get(at()).status, 404);
  EXPECT_EQ(get(at("/sessions/" + said.id.value)).status, 404);
  EXPECT_EQ(get("/citizens").body.find("Ib Hansen"), std::string::npos);
  EXPECT_EQ(rows("resource", about_them()), 0);
  EXPECT_EQ(rows("reading", about_them()), 0);
  for (const char* table : {"resource_version", "identifier", "tag"})
    EXPECT_EQ(rows(table,
                   "(type, id) NOT IN (SELECT type, id FROM resource) AND type <> 'Questionnaire'"),
              0)
        << table;
  EXPECT_EQ(rows("pseudonym", about_them()), 0);
  EXPECT_EQ(rows("person", "id = '" + person_ + "'"), 0);
  EXPECT_EQ(rows("circle", "person = '" + person_ + "'"), 0);
  EXPECT_EQ(rows("access_log", "action = 'erased' AND person = '" + person_ + "'"), 1);
}

TEST_F(ErasingTest, AKioskThatLooksLearnsOfItAndFindsNothingElse) {
  const Submission said = hold_and_send("to_billeder", 1, now_ms_ - day_ms);
  now_ms_ += day_ms;
  enter_as_mentor();
  EXPECT_EQ(erase().status, 200);
  auto found = json_of(ask("GET", "/fhir/Patient?identifier=urn:aktiv-dialog:citizen|" +
                                      citizen_.value + "&_lastUpdated=ge2026-11-23"));
  ASSERT_EQ(found["entry"].size(), 1u) << found;
  const std::string mark = found["entry"][0]["resource"].dump();
  EXPECT_TRUE(fhir::is_erased(mark));
  EXPECT_EQ(fhir::citizen_of(mark), citizen_);
  EXPECT_EQ(mark.find("sunflower"), std::string::npos);
  EXPECT_EQ(ask("GET", "/fhir/Patient/" + patient_).status, 410);
  EXPECT_EQ(ask("GET", "/fhir/Patient/" + patient_ + "/_history/1").status, 404);
  const auto answers =
      json_of(ask("GET", "/fhir/QuestionnaireResponse?subject=Patient/" + patient_));
  EXPECT_EQ(answers["total"], 0);
}

TEST_F(ErasingTest, WhatAKioskStillSendsOfThemIsNotKept) {
  const Submission late = held("to_billeder", 1, now_ms_ - day_ms);
  erase();
  fhir::SendContext context = fhir::example_context();
  context.patient = patient_;
  const auto bundles = fhir::build_bundles(late, context);
  for (const std::string& bundle : *bundles) {
    const auto refused = ask(request("POST", "/fhir", bundle));
    EXPECT_EQ(refused.status, 410) << refused.body;
    EXPECT_NE(words_of(refused).find("everything about the citizen was erased"), std::string::npos);
  }
  EXPECT_EQ(rows("resource", about_them()), 0);
  auto patient_again = patient(citizen_.value);
  patient_again["id"] = patient_;
  EXPECT_EQ(put("/fhir/Patient/" + patient_, patient_again, "W/\"2\"").status, 410);
  EXPECT_EQ(rows("person", "id = '" + person_ + "'"), 0) << "nobody came back";
}

TEST_F(ErasingTest, NoKioskErasesAnybodyInTheCaseFile) {
  auto found = json_of(ask("GET", "/fhir/Patient/" + patient_));
  const auto mark = TestJson::parse(fhir::erased(found.dump()));
  EXPECT_EQ(put("/fhir/Patient/" + patient_, mark, "W/\"1\"").status, 422);
  EXPECT_EQ(get(at()).status, 200);
}

TEST_F(ErasingTest, WhatSomebodyWroteAsTheirSessionEndedGoesToo) {
  get(at("/write/note"));
  now_ms_ += 2 * idle_ms;
  post(at("/write/note"), {{"heading", "dreams"}, {"whose", "mentor"}, {"text", "halvt skrevet"}});
  EXPECT_EQ(rows("kept_form", "1"), 1);
  new_account("anden", "Dagcenter Nord", false);
  enter(reset_of("anden"), "anden");
  erase();
  EXPECT_EQ(rows("kept_form", "1"), 0);
}

TEST_F(ErasingTest, TheDatabasesFilesHoldNoneOfItAnyMore) {
  hold_and_send("to_billeder", 1, now_ms_ - day_ms);
  const auto holds_pseudonym = [&] {
    for (const char* end : {"", "-wal"}) {
      std::ifstream file(directory_ + "/case-file.db" + end, std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(file)), {});
      if (bytes.find(person_) != std::string::npos) return true;
    }
    return false;
  };
  EXPECT_TRUE(holds_pseudonym());
  const auto sealed = [&] {
    return *casefile_->database().read([&](Connection& db) -> Result<std::string> {
      Statement row(db,
                    "SELECT body FROM resource_version WHERE (type, id) IN "
                    "(SELECT type, id FROM resource WHERE patient = ?) LIMIT 1",
                    patient_);
      return row.step() ? row.text(0) : std::string();
    });
  }();
  ASSERT_GT(sealed.size(), 100u);
  erase();
  casefile_->database().truncate_log();
  std::ifstream file(directory_ + "/case-file.db", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(bytes.find(sealed.substr(0, 64)), std::string::npos);
}

}  // namespace
}  // namespace aktiv::casefile
