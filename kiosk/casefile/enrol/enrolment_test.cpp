// From a code on paper to a kiosk that may send; and the call for help.
#include <gmock/gmock.h>
#include <sodium.h>
#include <sys/stat.h>

#include "kiosk/casefile/enrol/certificate.h"
#include "kiosk/casefile/enrol/code.h"
#include "kiosk/casefile/enrol/enrolment.h"
#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

// What the kiosk does with the typed code.
std::string decoded(const std::string& code) {
  const std::string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string bytes;
  uint32_t held = 0;
  int bits = 0;
  for (const char c : code) {
    if (c == '-') continue;
    held = held << 5 | static_cast<uint32_t>(alphabet.find(c));
    if ((bits += 5) < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 255);
  }
  return bytes;
}

TEST(EnrolmentCode, IsFortyCharactersThatNobodyMistakes) {
  const std::string code = enrolment_code(std::string(9, '\xff'), std::string(32, '\0'));
  EXPECT_EQ(code, "ZZZZZ-ZZZZZ-ZZZZR-00000-00000-00000-00000-00000");
}

TEST(EnrolmentCode, CarriesSecretAndFingerprint) {
  const std::string secret = random_bytes(9);
  const std::string hash = random_bytes(32);
  EXPECT_EQ(decoded(enrolment_code(secret, hash)), secret + hash.substr(0, 16));
}

class Enrolling : public CaseFileTest {
 protected:
  std::string new_code(const std::string& centre_name) {
    const auto centre = casefile_->database().write([&](Connection& db) -> Result<Centre> {
      const auto known = centre_named(db, centre_name);
      return known ? *known : *create_centre(db, centre_name, now_ms_);
    });
    return *new_enrolment_code(casefile_->database(), centre->id, std::string(32, '\1'), now_ms_);
  }
  HttpResponse enrol(const std::string& code, const std::string& kiosk) {
    const TestJson body = {
        {"secret", to_hex(decoded(code).substr(0, 9))}, {"kiosk", kiosk}, {"name", "Nord-2"}};
    return ask("POST", "/enrol", body);
  }
};

TEST_F(Enrolling, GivesACredentialThatOpensTheCentre) {
  const std::string kiosk = random_uuid();
  const auto answer = enrol(new_code("Dagcenter Nord"), kiosk);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(json_of(answer)["centre"], "Dagcenter Nord");
  EXPECT_EQ(json_of(answer)["fhir"], "/fhir");

  const std::string id = new_patient(json_of(answer)["credential"]);
  EXPECT_EQ(ask("GET", "/fhir/Patient/" + id).status, 200)
      << "the same centre's other kiosk reads it";
  const auto device =
      json_of(ask("GET", "/fhir/Device?identifier=urn:aktiv-dialog:kiosk%7C" + kiosk));
  ASSERT_EQ(device["total"], 1);
  EXPECT_EQ(device["entry"][0]["resource"]["deviceName"][0]["name"], "Nord-2");
}

TEST_F(Enrolling, ACodeWorksOnce) {
  const std::string code = new_code("Dagcenter Nord");
  EXPECT_EQ(enrol(code, random_uuid()).status, 200);
  const auto again = enrol(code, random_uuid());
  EXPECT_EQ(again.status, 403);
  EXPECT_THAT(again.body, HasSubstr("never used"));
}

TEST_F(Enrolling, ACodeWorksForADay) {
  const std::string code = new_code("Dagcenter Nord");
  now_ms_ += 24 * 3'600'000;
  EXPECT_EQ(enrol(code, random_uuid()).status, 403);
}

TEST_F(Enrolling, ANewCodeGivesAKnownKioskANewCredential) {
  const std::string kiosk = random_uuid();
  const std::string old = json_of(enrol(new_code("Dagcenter Nord"), kiosk))["credential"];
  const std::string fresh = json_of(enrol(new_code("Dagcenter Nord"), kiosk))["credential"];
  auto made = request("GET", "/fhir/Patient");
  made.headers["authorization"] = "Bearer " + old;
  EXPECT_EQ(ask(made).status, 401);
  made.headers["authorization"] = "Bearer " + fresh;
  EXPECT_EQ(ask(made).status, 200);
}

TEST_F(Enrolling, AKioskDoesNotChangeCentre) {
  const std::string kiosk = random_uuid();
  enrol(new_code("Dagcenter Nord"), kiosk);
  EXPECT_EQ(enrol(new_code("Dagcenter Syd"), kiosk).status, 409);
}

TEST_F(Enrolling, GuessingCodesIsSlowedDown) {
  const std::string wrong = enrolment_code(std::string(9, '\2'), std::string(32, '\1'));
  for (int i = 0; i < 10; ++i) EXPECT_EQ(enrol(wrong, random_uuid()).status, 403);
  const std::string right = new_code("Dagcenter Nord");
  EXPECT_EQ(enrol(right, random_uuid()).status, 429);
  now_ms_ += 600'000;
  EXPECT_EQ(enrol(right, random_uuid()).status, 200);
}

TEST_F(Enrolling, WhatIsNoEnrolmentIsSaid) {
  for (const char* body :
       {"", "[]", "{}", R"({"secret":"00"})",
        R"({"secret":"000000000000000000","kiosk":"me","name":"x"})",
        R"({"secret":"000000000000000000","kiosk":"00000000-0000-4000-8000-000000000000"})"}) {
    const auto answer = ask(request("POST", "/enrol", body));
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_THAT(answer.body, HasSubstr("\"expected\""));
  }
  EXPECT_EQ(ask("GET", "/enrol").status, 405);
}

TEST_F(Enrolling, ACallForHelpIsKept) {
  const auto kiosk =
      casefile_->database().read([&](Connection& db) -> Result<std::optional<Kiosk>> {
        return kiosk_with_credential(db, secret_hash(north_));
      });
  const TestJson call = {
      {"kiosk", (**kiosk).id}, {"id", random_uuid()}, {"at", "2026-11-22T10:40:00Z"}};
  EXPECT_EQ(ask("POST", "/help", call).status, 204);
  EXPECT_EQ(ask("POST", "/help", call).status, 204) << "the reply was lost; the same call again";
  const auto marks =
      casefile_->database().read([&](Connection& db) -> Result<std::vector<HelpMark>> {
        return open_help_marks(db, (**kiosk).centre);
      });
  ASSERT_EQ(marks->size(), 1u) << "a call that is sent twice arrives once";
  EXPECT_EQ(marks->front().kiosk_name, "Nord-1");
  EXPECT_EQ(ask("POST", "/help", TestJson{{"kiosk", random_uuid()}, {"at", "2026"}}).status, 400);
  EXPECT_EQ(ask("POST", "/help", TestJson{{"kiosk", (**kiosk).id}, {"at", "2026-11-22T10:40:00Z"}})
                .status,
            400)
      << "a call without its own id cannot be told from another";
  auto stranger = request("POST", "/help", call.dump());
  stranger.headers.erase("authorization");
  EXPECT_EQ(ask(stranger).status, 401);
}

TEST_F(Enrolling, TheCertificateIsMadeOnceAndItsKeyIsPrivate) {
  const auto files = own_certificate(directory_, "casefile.example");
  ASSERT_TRUE(files);
  const auto hash = public_key_hash(files->certificate);
  EXPECT_EQ(*public_key_hash(own_certificate(directory_, "other.example")->certificate), *hash);
  struct stat status {};
  ASSERT_EQ(::stat(files->key.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  std::filesystem::remove(files->key);
  EXPECT_THAT(own_certificate(directory_, "").error().what,
              HasSubstr("key of the certificate is missing"));
}

}  // namespace
}  // namespace aktiv::casefile
