// The pages as a browser without JavaScript meets them: sign in, see the own centre's citizens and
// no others.
#include "kiosk/casefile/pages/pages.h"

#include <gmock/gmock.h>

#include "kiosk/casefile/support/browser.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PagesTest : public BrowserTest {};

TEST_F(PagesTest, NobodySeesAnythingWithoutSigningIn) {
  for (const char* path :
       {"/", "/citizens", "/citizens/1", "/administration", "/password", "/nonsense"}) {
    const auto answer = get(path);
    EXPECT_EQ(answer.status, 303) << path;
    EXPECT_EQ(header_of(answer, "Location"), "/sign-in") << path;
  }
}

TEST_F(PagesTest, AGivenPasswordMustBeChangedFirst) {
  const std::string given = new_account("mette", "Dagcenter Nord", false);
  const auto entered = sign_in("mette", given);
  EXPECT_EQ(header_of(entered, "Location"), "/password");
  EXPECT_EQ(header_of(get("/citizens"), "Location"), "/password");

  get("/password");
  const Fields wish = {{"password", given},
                       {"new_password", "fire heste paa en mark"},
                       {"new_password_again", "fire heste paa en mark"}};
  EXPECT_EQ(header_of(post("/password", wish), "Location"), "/");
  EXPECT_EQ(get("/citizens").status, 200);
}

TEST_F(PagesTest, AWeakOrMistypedPasswordIsSaidBesideItsField) {
  const std::string given = new_account("mette", "Dagcenter Nord", false);
  sign_in("mette", given);
  get("/password");
  const auto too_short = post("/password", {{"password", given}, {"new_password", "kort"}});
  EXPECT_EQ(too_short.status, 422);
  EXPECT_THAT(too_short.body, HasSubstr("href=\"#new_password\""));
  EXPECT_THAT(too_short.body, HasSubstr("Mindst 12 tegn"));
  EXPECT_THAT(too_short.body, HasSubstr("<title>Fejl: "));
  const auto wrong =
      post("/password", {{"password", "x"}, {"new_password", "fire heste paa en mark"}});
  EXPECT_THAT(wrong.body, HasSubstr("href=\"#password\""));
}

TEST_F(PagesTest, WrongPasswordsWaitLongerAndLongerAndSayNoMore) {
  const std::string given = new_account("mette", "Dagcenter Nord", false);
  const auto unknown = sign_in("ingen", "forkert");
  for (int i = 0; i < 5; ++i) {
    const auto wrong = sign_in("mette", "forkert");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("passer ikke sammen"));
  }
  EXPECT_THAT(unknown.body, HasSubstr("passer ikke sammen"));
  EXPECT_EQ(sign_in("mette", given).status, 429);
  now_ms_ += 31'000;
  EXPECT_EQ(sign_in("mette", given).status, 303);
}

TEST_F(PagesTest, ASessionEndsWhenNobodyUsesItAndInTheEveningInAnyCase) {
  enter_as_mentor();
  now_ms_ += 19 * 60'000;
  EXPECT_EQ(get("/citizens").status, 200);
  now_ms_ += 21 * 60'000;
  EXPECT_EQ(get("/citizens").status, 303);
  enter_as_mentor();
  for (int i = 0; i < 40; ++i) {
    now_ms_ += 15 * 60'000;
    get("/citizens");
  }
  EXPECT_EQ(get("/citizens").status, 303);
}

TEST_F(PagesTest, SigningOutEndsTheSessionEverywhere) {
  enter_as_mentor();
  const auto kept = cookies_;
  post("/sign-out", {});
  cookies_ = kept;
  EXPECT_EQ(get("/citizens").status, 303);
}

TEST_F(PagesTest, AFormFromElsewhereDoesNothing) {
  enter_as_mentor();
  auto without_token = form_request("/sign-out", {});
  without_token.body.clear();
  EXPECT_EQ(send(without_token).status, 403);
  auto from_elsewhere = form_request("/sign-out", {});
  from_elsewhere.headers["origin"] = "https://elsewhere.example";
  EXPECT_EQ(send(from_elsewhere).status, 403);
  auto across_sites = form_request("/sign-out", {});
  across_sites.headers["origin"] = "null";
  across_sites.headers["sec-fetch-site"] = "cross-site";
  EXPECT_EQ(send(across_sites).status, 403);
  EXPECT_EQ(get("/citizens").status, 200);
}

TEST_F(PagesTest, CookiesAndHeadersCloseTheDoorBehind) {
  const std::string given = new_account("mette", "Dagcenter Nord", false);
  const auto entered = sign_in("mette", given);
  const std::string cookie_line = header_of(entered, "Set-Cookie");
  for (const char* term : {"__Host-session=", "Secure", "HttpOnly", "SameSite=Strict"})
    EXPECT_THAT(cookie_line, HasSubstr(term));
  const auto shown = get("/password");
  EXPECT_THAT(header_of(shown, "Content-Security-Policy"), HasSubstr("default-src 'self'"));
  EXPECT_EQ(header_of(shown, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header_of(shown, "Referrer-Policy"), "no-referrer");
  EXPECT_EQ(header_of(shown, "Cache-Control"), "no-store");
  EXPECT_THAT(shown.body, Not(HasSubstr("<script")));
  EXPECT_THAT(shown.body, Not(HasSubstr(" style=")));
}

TEST_F(PagesTest, ShowsWhatTheCitizenSaidInTheCitizensOrder) {
  const std::string person = send_conversation("Dagcenter Nord");
  enter_as_mentor();
  const auto shown = get("/citizens/" + person);
  ASSERT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, HasSubstr("valgt 2 af 2 gange"));
  EXPECT_THAT(shown.body, HasSubstr("valgt 0 af 2 gange"));
  EXPECT_LT(shown.body.find("valgt 2 af 2 gange"), shown.body.find("valgt 0 af 2 gange"));
  EXPECT_THAT(shown.body, HasSubstr("Foreløbig"));
  EXPECT_THAT(shown.body, HasSubstr("Måske side-vane"));
  EXPECT_THAT(shown.body, HasSubstr("/pictures/jobs/have.png"));
  EXPECT_THAT(shown.body, HasSubstr("Se det eller besøge det"));
  EXPECT_THAT(shown.body, HasSubstr("Kiggede længe på &quot;bage&quot;"));
  EXPECT_THAT(get("/citizens/" + person + "/person").body, HasSubstr("Så borgerens side"));
}

TEST_F(PagesTest, AMentorsWorkOnAGoalStandsAmongWhatTheMentorSaw) {
  const std::string person = send_conversation("Dagcenter Nord");
  enter_as_mentor();
  const std::string page = get("/citizens/" + person).body;
  const size_t mentors = page.find("id=\"mentor-view\"");
  ASSERT_NE(mentors, std::string::npos);
  EXPECT_GT(page.find("Bager boller sammen med en kollega"), mentors);
  EXPECT_THAT(page, HasSubstr("Har været der tre tirsdage"));
  EXPECT_THAT(page, HasSubstr("Udvikle"));
  EXPECT_THAT(page, Not(HasSubstr("Realistisk"))) << "what stands open is not shown";
  EXPECT_THAT(page, HasSubstr("Set i praksis"));
  expect_whole_html("/citizens/" + person);
}

TEST_F(PagesTest, ASessionShowsEveryAnswerInOrder) {
  const std::string person = send_conversation("Dagcenter Nord");
  enter_as_mentor();
  const std::string list = get("/citizens/" + person).body;
  const size_t at = list.find("/citizens/" + person + "/sessions/");
  ASSERT_NE(at, std::string::npos);
  const auto shown = get(list.substr(at, list.find('"', at) - at));
  ASSERT_EQ(shown.status, 200);
  for (const char* number :
       {"data-answer=\"1\"", "data-answer=\"2\"", "data-answer=\"3\"", "data-answer=\"4\""})
    EXPECT_THAT(shown.body, HasSubstr(number));
  EXPECT_THAT(shown.body, HasSubstr("Ved ikke"));
  EXPECT_THAT(shown.body, HasSubstr("Kender det ikke"));
  EXPECT_THAT(shown.body, HasSubstr("ikke sagt tilbage"));
}

TEST_F(PagesTest, AnotherCentresCitizenIsNotThere) {
  const std::string person = send_conversation("Dagcenter Nord");
  enter_as_mentor("Dagcenter Syd");
  for (const std::string& path : {"/citizens/" + person, "/citizens/" + person + "/sessions/1"})
    EXPECT_EQ(get(path).status, 404) << path;
  EXPECT_THAT(get("/citizens").body, Not(HasSubstr(person)));
  for (const char* action : {"/name", "/merge", "/separate"})
    EXPECT_EQ(post("/citizens/" + person + action, {{"name", "Ib"}, {"other", person}}).status,
              404);
}

TEST_F(PagesTest, AnAdministratorSeesNoCitizen) {
  const std::string person = send_conversation("Dagcenter Nord");
  enter(new_account("chef", "", true), "chef");
  EXPECT_EQ(header_of(get("/"), "Location"), "/administration");
  EXPECT_EQ(get("/citizens").status, 403);
  EXPECT_EQ(get("/citizens/" + person).status, 403);
}

TEST_F(PagesTest, AMentorDoesNotAdminister) {
  enter_as_mentor();
  EXPECT_EQ(get("/administration").status, 403);
  EXPECT_EQ(post("/administration/centres", {{"centre-name", "Mit"}}).status, 403);
}

TEST_F(PagesTest, TheNameIsKeptSealedAndNeverInATitle) {
  const std::string person = send_conversation("Dagcenter Nord");
  enter_as_mentor();
  post("/citizens/" + person + "/name", {{"name", "Ib <b>Hansen</b>"}});
  const auto shown = get("/citizens/" + person);
  EXPECT_THAT(shown.body, HasSubstr("Ib &lt;b&gt;Hansen&lt;/b&gt;"));
  EXPECT_THAT(shown.body, Not(HasSubstr("<b>Hansen")));
  const size_t title = shown.body.find("<title>");
  EXPECT_THAT(shown.body.substr(title, shown.body.find("</title>") - title),
              Not(HasSubstr("Hansen")));
  EXPECT_THAT(get("/citizens/" + person + "/person").body, HasSubstr("Skrev navnet"));
  EXPECT_EQ(post("/citizens/" + person + "/name", {{"name", "  "}}).status, 422);
}

TEST_F(PagesTest, TwoFoldersOfOnePersonBecomeOneAndCanBeTakenApart) {
  const std::string first = send_conversation("Dagcenter Nord", 1);
  const std::string second = send_conversation("Dagcenter Nord", 2);
  enter_as_mentor();
  const auto asked = post("/citizens/" + first + "/merge", {{"other", second}});
  EXPECT_THAT(asked.body, HasSubstr("Ja, det er samme person"));
  EXPECT_EQ(get("/citizens/" + second).status, 200) << "looking merges nothing";

  post("/citizens/" + first + "/merge", {{"other", second}, {"sure", "yes"}});
  EXPECT_EQ(get("/citizens/" + second).status, 404);
  const std::string merged = get("/citizens/" + first + "/person").body;
  EXPECT_THAT(merged, HasSubstr("Samlede to mapper"));
  EXPECT_THAT(merged, HasSubstr("2 svar siden"));

  const size_t at = merged.find("name=\"patient\" value=\"") + 22;
  post("/citizens/" + first + "/separate",
       {{"patient", merged.substr(at, merged.find('"', at) - at)}});
  EXPECT_THAT(get("/citizens/" + first).body, HasSubstr("1 svar siden"));
  EXPECT_THAT(get("/citizens/" + first + "/person").body, HasSubstr("Skilte en mappe ud"));
}

TEST_F(PagesTest, WhatIsTakenBackLeavesOnlyThatItWas) {
  const std::string person = send_conversation("Dagcenter Nord");
  const std::string found = "/fhir/QuestionnaireResponse?identifier=" + fhir::example_uuid(1, 1);
  auto answers = json_of(ask("GET", found))["entry"][0]["resource"];
  answers["status"] = "entered-in-error";
  put("/fhir/QuestionnaireResponse/" + answers["id"].get<std::string>(), answers, "W/\"1\"");
  enter_as_mentor();
  EXPECT_THAT(get("/citizens/" + person + "/sessions").body,
              HasSubstr("Noget blev taget tilbage 22. nov. 2026."));
  EXPECT_THAT(get("/citizens/" + person).body, Not(HasSubstr("valgt 2 af 2 gange")));
}

TEST_F(PagesTest, AnAdministratorMakesCentresMentorsAndCodes) {
  enter(new_account("chef", "", true), "chef");
  post("/administration/centres", {{"centre-name", "Værkstedet"}});
  const std::string page_with_centre = get("/administration").body;
  EXPECT_THAT(page_with_centre, HasSubstr("Værkstedet"));
  const size_t at = page_with_centre.find("name=\"centre\" value=\"") + 21;
  const std::string centre = page_with_centre.substr(at, 36);

  EXPECT_THAT(post("/administration/codes", {{"centre", centre}}).body,
              HasSubstr("Den virker én gang"));
  const auto made = post(
      "/administration/accounts",
      {{"name", "Mette"}, {"account-sign-in", "mette"}, {"role", "mentor"}, {"centre", centre}});
  EXPECT_THAT(made.body, HasSubstr("Adgangskode til mette"));
  const auto again = post(
      "/administration/accounts",
      {{"name", "Mette"}, {"account-sign-in", "METTE"}, {"role", "mentor"}, {"centre", centre}});
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("Brugernavnet er brugt"));
  EXPECT_EQ(post("/administration/accounts", {{"name", "X"}, {"account-sign-in", "x y"}}).status,
            422);
}

TEST_F(PagesTest, AResetPasswordShutsTheOldOneOut) {
  const std::string given = new_account("mette", "Dagcenter Nord", false);
  const std::string id = account_id("mette");
  enter(new_account("chef", "", true), "chef");
  const auto reset = post("/administration/accounts/" + id + "/reset", {});
  EXPECT_THAT(reset.body, HasSubstr("Den vises kun denne ene gang"));
  leave();
  EXPECT_EQ(sign_in("mette", given).status, 422);
}

TEST_F(PagesTest, AClosedAccessIsClosedAtOnce) {
  enter_as_mentor();
  const auto mentors = cookies_;
  const std::string id = account_id("mentor Dagcenter Nord");
  leave();
  enter(new_account("chef", "", true), "chef");
  post("/administration/accounts/" + id + "/close", {});
  cookies_ = mentors;
  EXPECT_EQ(get("/citizens").status, 303);
}

TEST_F(PagesTest, ACallForHelpStandsUntilItIsDismissed) {
  const auto kiosk =
      casefile_->database().read([&](Connection& db) -> Result<std::optional<Kiosk>> {
        return kiosk_with_credential(db, secret_hash(north_));
      });
  ask("POST", "/help",
      TestJson{{"kiosk", (**kiosk).id}, {"id", random_uuid()}, {"at", "2026-11-22T10:39:00Z"}});
  enter_as_mentor();
  const std::string shown = get("/citizens").body;
  EXPECT_THAT(shown, HasSubstr("Der er bedt om hjælp"));
  EXPECT_THAT(shown, HasSubstr("22. nov. 2026 kl. 11.39"));
  const size_t at = shown.find("/help-marks/");
  post(shown.substr(at, shown.find('"', at) - at), {});
  EXPECT_THAT(get("/citizens").body, Not(HasSubstr("Der er bedt om hjælp")));
}

TEST_F(PagesTest, SpeaksEnglishWhenAsked) {
  enter_as_mentor();
  const auto english = get("/citizens?lang=en");
  EXPECT_THAT(english.body, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(english.body, HasSubstr("Citizens"));
  EXPECT_THAT(header_of(english, "Set-Cookie"), HasSubstr("lang=en"));
  EXPECT_THAT(get("/citizens").body, HasSubstr("lang=\"en\""));
}

TEST_F(PagesTest, StyleTypefaceAndPicturesAreForAnybody) {
  const auto style = get("/style.css");
  EXPECT_EQ(style.status, 200);
  EXPECT_EQ(style.content_type, "text/css; charset=utf-8");
  EXPECT_THAT(header_of(style, "Cache-Control"), HasSubstr("max-age"));
  EXPECT_EQ(get("/pictures/jobs/bage.png").body, "PNG");
  EXPECT_EQ(get("/pictures/jobs/none.png").status, 404);
  EXPECT_EQ(get("/fonts/..%2f..%2fsecret.ttf").status, 303) << "no such address: sign in";
}

TEST_F(PagesTest, EveryPageIsWholeHtmlInBothLanguages) {
  const std::string person = send_conversation("Dagcenter Nord");
  send_conversation("Dagcenter Nord", 2);
  expect_whole_html("/sign-in");
  new_account("begge", "Dagcenter Nord", true);
  enter(reset_of("begge"), "begge");
  const std::string list = get("/citizens/" + person).body;
  const size_t at = list.find("/citizens/" + person + "/sessions/");
  for (const std::string& path :
       {std::string("/citizens"), "/citizens/" + person, "/citizens/" + person + "/development",
        "/citizens/" + person + "/visits", "/citizens/" + person + "/people",
        "/citizens/" + person + "/sessions", "/citizens/" + person + "/person",
        "/citizens/" + person + "/write/note?heading=ability", "/citizens/" + person + "/goals",
        "/citizens/" + person + "/write/follow_up", std::string("/administration"),
        std::string("/password"), std::string("/nonsense"),
        list.substr(at, list.find('"', at) - at)}) {
    expect_whole_html(path);
    expect_whole_html(path + (path.find('?') == std::string::npos ? "?lang=en" : "&lang=en"));
  }
}

}  // namespace
}  // namespace aktiv::casefile
