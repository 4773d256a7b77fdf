// Signing in with a code from a telephone, through the pages.
#include <gtest/gtest.h>

#include "kiosk/casefile/auth/second_step.h"
#include "kiosk/casefile/support/browser.h"

namespace aktiv::casefile {
namespace {

class SecondStepTest : public BrowserTest {
 protected:
  SecondStepTest() {
    casefile_.reset();
    Furnishing parts = furnishing();
    parts.second_step = SecondStep::required;
    casefile_ = *CaseFile::open(
        directory_, [this] { return now_ms_.load(); }, parts);
    enter(new_account("mette", "Dagcenter Nord", false), "mette");
  }
  // As an app on the telephone finds it: from the letters on the page.
  std::string code(int64_t later = 0) {
    const auto account = casefile_->database().read(
        [&](Connection& db) { return account_signing_in(db, casefile_->vault(), "mette"); });
    return code_at((**account).code_key, now_ms_ / code_step_ms + later);
  }
  void set_up() {
    get("/second-step");
    EXPECT_EQ(header_of(post("/second-step", {{"code", code()}}), "Location"), "/");
    now_ms_ += 2 * code_step_ms;
  }
  HttpResponse sign_in_with_password() {
    leave();
    return sign_in("mette", password);
  }

  static constexpr const char* password = "fire heste paa en mark";
};

TEST_F(SecondStepTest, WhereItIsRequiredNothingIsSeenBeforeATelephoneIsSetUp) {
  for (const std::string path : {"/", "/citizens", "/shared", "/offers"})
    EXPECT_EQ(header_of(get(path), "Location"), "/second-step") << path;
  const auto shown = get("/second-step");
  EXPECT_NE(shown.body.find("QR-kode"), std::string::npos);
  expect_whole_html("/second-step");
  EXPECT_EQ(post("/second-step", {{"code", "000000"}}).status, 422);
  set_up();
  EXPECT_EQ(get("/citizens").status, 200);
}

TEST_F(SecondStepTest, TheKeyIsShownUntilACodeHasProvedItAndNeverAfter) {
  const auto letters = [&] {
    const auto body = get("/second-step").body;
    const size_t at = body.find("<code>");
    return at == std::string::npos ? "" : body.substr(at, body.find("</code>") - at);
  };
  const std::string key = letters();
  EXPECT_FALSE(key.empty());
  EXPECT_EQ(letters(), key) << "the same key, however often the page is looked at";
  set_up();
  EXPECT_EQ(letters(), "");
  EXPECT_EQ(get("/second-step").body.find("QR-kode"), std::string::npos);
}

TEST_F(SecondStepTest, ThePasswordAloneOpensNothing) {
  set_up();
  EXPECT_EQ(header_of(sign_in_with_password(), "Location"), "/sign-in/code");
  for (const std::string path : {"/", "/citizens", "/password", "/second-step"})
    EXPECT_EQ(header_of(get(path), "Location"), "/sign-in") << path;
  get("/sign-in/code");
  EXPECT_EQ(header_of(post("/password", {{"password", password},
                                         {"new_password", "tre koer i en stald"},
                                         {"new_password_again", "tre koer i en stald"}}),
                      "Location"),
            "/sign-in");
  expect_whole_html("/sign-in/code");
  EXPECT_EQ(header_of(post("/sign-in/code", {{"code", code()}}), "Location"), "/");
  EXPECT_EQ(get("/citizens").status, 200);
}

TEST_F(SecondStepTest, TheTokenThatWaitedIsWorthNothingAfterTheCode) {
  set_up();
  sign_in_with_password();
  const auto waiting = cookies_;
  get("/sign-in/code");
  post("/sign-in/code", {{"code", code()}});
  cookies_ = waiting;
  EXPECT_EQ(header_of(get("/citizens"), "Location"), "/sign-in");
  EXPECT_EQ(header_of(get("/sign-in/code"), "Location"), "/sign-in");
}

TEST_F(SecondStepTest, ACodeOpensOnce) {
  set_up();
  sign_in_with_password();
  get("/sign-in/code");
  const std::string used = code();
  post("/sign-in/code", {{"code", used}});
  sign_in_with_password();
  get("/sign-in/code");
  EXPECT_EQ(post("/sign-in/code", {{"code", used}}).status, 422);
}

TEST_F(SecondStepTest, WhoeverGuessesWaits) {
  set_up();
  sign_in_with_password();
  get("/sign-in/code");
  for (int tries = 0; tries < 5; ++tries) post("/sign-in/code", {{"code", "000000"}});
  const auto refused = post("/sign-in/code", {{"code", code()}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_NE(refused.body.find("minut"), std::string::npos);
  now_ms_ += 60'000;
  EXPECT_EQ(post("/sign-in/code", {{"code", code()}}).status, 303);
}

TEST_F(SecondStepTest, TheQuestionForTheCodeStandsTenMinutes) {
  set_up();
  sign_in_with_password();
  get("/sign-in/code");
  now_ms_ += longest_wait_ms;
  EXPECT_EQ(header_of(post("/sign-in/code", {{"code", code()}}), "Location"), "/sign-in");
}

TEST_F(SecondStepTest, ALostTelephoneIsForgottenWithTheNewPassword) {
  set_up();
  enter(reset_of("mette"), "mette");
  EXPECT_EQ(header_of(get("/citizens"), "Location"), "/second-step");
  set_up();
  EXPECT_EQ(get("/citizens").status, 200);
}

TEST_F(SecondStepTest, ANewPasswordOfOnesOwnNeedsNoSecondCode) {
  set_up();
  get("/password");
  EXPECT_EQ(header_of(post("/password", {{"password", password},
                                         {"new_password", "tre koer i en stald"},
                                         {"new_password_again", "tre koer i en stald"}}),
                      "Location"),
            "/");
  EXPECT_EQ(get("/citizens").status, 200);
}

TEST_F(SecondStepTest, WhereItIsOfferedOneMayLetItBe) {
  reopen();
  enter(reset_of("mette"), "mette");
  EXPECT_EQ(get("/citizens").status, 200);
  EXPECT_NE(get("/password").body.find("/second-step"), std::string::npos);
  set_up();
  EXPECT_EQ(header_of(sign_in_with_password(), "Location"), "/sign-in/code");
}

}  // namespace
}  // namespace aktiv::casefile
