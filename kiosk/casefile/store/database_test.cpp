// What the database refuses, and that nothing personal lies open in it.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "kiosk/casefile/store/files.h"
#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Store : public CaseFileTest {
 protected:
  std::string bytes_on_disk() {
    std::string bytes;
    for (const auto& file : std::filesystem::directory_iterator(directory_))
      if (file.is_regular_file()) bytes += *read_file(file.path().string());
    return bytes;
  }
  std::string refusal() {
    casefile_.reset();
    const auto opened = CaseFile::open(
        directory_, [] { return int64_t{0}; }, furnishing());
    return opened ? "opened" : to_text(opened.error());
  }
};

TEST_F(Store, KeepsAnswersOverARestart) {
  const std::string id = new_patient();
  reopen();
  EXPECT_EQ(ask("GET", "/fhir/Patient/" + id).status, 200);
}

TEST_F(Store, WhatWasSaidIsSealed) {
  const std::string subject = "Patient/" + new_patient();
  auto said = response("s-1", subject);
  said["item"][0]["answer"][0] = {{"valueString", "Jeg vil passe heste"}};
  auto kept = json_of(ask("POST", "/fhir/QuestionnaireResponse", said));
  EXPECT_THAT(bytes_on_disk(), Not(HasSubstr("heste")));
}

TEST_F(Store, OnlyThisAccountMayRead) {
  struct stat status {};
  ASSERT_EQ(::stat(directory_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
  for (const char* name : {"/case-file.db", "/keys/case-file.key"}) {
    ASSERT_EQ(::stat((directory_ + name).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << name;
  }
}

TEST_F(Store, AMissingKeyIsRefusedAndNoNewOneIsMade) {
  std::filesystem::remove(directory_ + "/keys/case-file.key");
  EXPECT_THAT(refusal(), HasSubstr("key of this database is missing"));
  EXPECT_FALSE(std::filesystem::exists(directory_ + "/keys/case-file.key"));
}

TEST_F(Store, AnotherKeyIsRefused) {
  ASSERT_TRUE(write_private_file(directory_ + "/keys/case-file.key", std::string(32, 'k')));
  EXPECT_THAT(refusal(), HasSubstr("does not open this database"));
}

TEST_F(Store, ANewerDatabaseIsRefusedUntouched) {
  ASSERT_TRUE(casefile_->database().write([](Connection& db) -> Status {
    db.execute("PRAGMA user_version=999");
    return {};
  }));
  casefile_.reset();
  const auto before = *read_file(directory_ + "/case-file.db");
  EXPECT_THAT(refusal(), HasSubstr("newer than this program"));
  EXPECT_EQ(*read_file(directory_ + "/case-file.db"), before);
}

TEST_F(Store, WhatIsNoDatabaseIsRefusedUntouched) {
  casefile_.reset();
  for (const char* extra : {"-wal", "-shm"})
    std::filesystem::remove(directory_ + "/case-file.db" + extra);
  std::ofstream(directory_ + "/case-file.db", std::ios::trunc) << std::string(5000, 'x');
  EXPECT_THAT(refusal(), HasSubstr("not a database"));
  EXPECT_EQ(*read_file(directory_ + "/case-file.db"), std::string(5000, 'x'));
}

TEST_F(Store, WhatIsTakenBackLeavesTheDisk) {
  const std::string subject = "Patient/" + new_patient();
  auto kept = json_of(ask("POST", "/fhir/QuestionnaireResponse", response("s-1", subject)));
  const auto sealed = casefile_->database().read([&](Connection& db) -> Result<std::string> {
    Statement row(db, "SELECT body FROM resource_version WHERE type = 'QuestionnaireResponse'");
    row.step();
    return row.text(0);
  });
  ASSERT_THAT(bytes_on_disk(), HasSubstr(*sealed));
  kept["status"] = "entered-in-error";
  put("/fhir/QuestionnaireResponse/" + kept["id"].get<std::string>(), kept, "W/\"1\"");
  EXPECT_THAT(bytes_on_disk(), Not(HasSubstr(*sealed)));
}

}  // namespace
}  // namespace aktiv::casefile
