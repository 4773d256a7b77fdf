// For tests: a browser without JavaScript. Keeps cookies, takes the form's token from the page it
// last saw.
#pragma once

#include <array>
#include <cstdio>
#include <fstream>

#include "kiosk/casefile/support/casefile_fixture.h"
#include "kiosk/sync/fhir/example.h"

namespace aktiv::casefile {

class BrowserTest : public CaseFileTest {
 protected:
  HttpResponse send(HttpRequest made) {
    made.headers.erase("authorization");
    std::string line;
    for (const auto& [name, value] : cookies_)
      line += (line.empty() ? "" : "; ") + name + "=" + value;
    if (!line.empty()) made.headers["cookie"] = line;
    HttpResponse response = ask(made);
    for (const auto& [name, value] : response.headers)
      if (name == "Set-Cookie") keep_cookie(value);
    const std::string mark = "name=\"csrf\" value=\"";
    if (const size_t at = response.body.find(mark); at != std::string::npos) {
      const size_t start = at + mark.size();
      token_ = response.body.substr(start, response.body.find('"', start) - start);
    }
    return response;
  }
  HttpResponse get(const std::string& target) { return send(request("GET", target)); }

  HttpRequest form_request(const std::string& target, const Fields& fields) {
    std::string body = "csrf=" + percent_encode(token_);
    for (const auto& [name, value] : fields)
      body += "&" + percent_encode(name) + "=" + percent_encode(value);
    auto made = request("POST", target, body);
    made.headers["content-type"] = "application/x-www-form-urlencoded";
    made.headers["origin"] = "https://casefile.example";
    return made;
  }
  HttpResponse post(const std::string& target, const Fields& fields) {
    return send(form_request(target, fields));
  }

  HttpResponse sign_in(const std::string& name, const std::string& password) {
    get("/sign-in");
    return post("/sign-in", {{"name", name}, {"password", password}});
  }
  void leave() {
    cookies_.clear();
    token_.clear();
  }

  // The one-time password. The sign-in name is also the name.
  std::string new_account(const std::string& sign_in_name, const std::string& centre_name,
                          bool is_administrator) {
    Account account;
    account.sign_in = sign_in_name;
    account.name = sign_in_name;
    account.is_administrator = is_administrator;
    account.is_leader = is_administrator;  // as the first one is
    if (!centre_name.empty()) {
      account.centre = centre_id(centre_name);
      account.role = StaffRole::mentor;
    }
    bool is_taken = false;
    return *casefile_->door().create(account, is_taken);
  }
  std::string centre_id(const std::string& name) {
    return casefile_->database()
        .write([&](Connection& db) -> Result<std::string> {
          const auto known = centre_named(db, name);
          return known ? known->id : create_centre(db, name, now_ms_)->id;
        })
        .
        operator*();
  }
  std::string account_id(const std::string& sign_in_name) {
    return (**casefile_->database().read([&](Connection& db) {
             return account_signing_in(db, casefile_->vault(), sign_in_name);
           }))
        .id;
  }
  std::string reset_of(const std::string& sign_in_name) {
    return *casefile_->door().reset_password(account_id(sign_in_name));
  }
  // Signs in and chooses a password of one's own.
  void enter(const std::string& password, const std::string& sign_in_name) {
    leave();
    sign_in(sign_in_name, password);
    get("/password");
    post("/password", {{"password", password},
                       {"new_password", "fire heste paa en mark"},
                       {"new_password_again", "fire heste paa en mark"}});
    get("/password");
  }
  // An account in another role, and its one-time password.
  std::string made(const std::string& name, StaffRole role, const std::string& centre_name = "") {
    Account account;
    account.sign_in = account.name = name;
    account.role = role;
    if (!centre_name.empty()) account.centre = centre_id(centre_name);
    bool is_taken = false;
    return *casefile_->door().create(account, is_taken);
  }
  void enter_as(const std::string& name, StaffRole role, const std::string& centre_name = "") {
    enter(made(name, role, centre_name), name);
  }
  static bool says(const HttpResponse& response, const std::string& words) {
    return response.body.find(words) != std::string::npos;
  }
  void enter_as_mentor(const std::string& centre_name = "Dagcenter Nord") {
    const std::string sign_in_name = "mentor " + centre_name;
    const auto known = casefile_->database().read(
        [&](Connection& db) { return account_signing_in(db, casefile_->vault(), sign_in_name); });
    enter(*known ? reset_of(sign_in_name) : new_account(sign_in_name, centre_name, false),
          sign_in_name);
  }

  // A citizen with a conversation, an observation and work on a goal, sent by the centre's kiosk:
  // the person's id.
  std::string send_conversation(const std::string& centre_name, unsigned number = 1) {
    const std::string patient_id = new_patient();
    auto context = fhir::example_context();
    context.patient = patient_id;
    const auto bundles = fhir::build_bundles(fhir::example_pairs(number), context);
    for (const auto& made : *bundles) EXPECT_EQ(ask(request("POST", "/fhir", made)).status, 200);
    for (const auto& mentors : {fhir::example_observation(number), fhir::example_plan(number)})
      EXPECT_EQ(ask(request("POST", "/fhir", *fhir::build_observation(mentors, context))).status,
                200);
    return casefile_->database()
        .read([&](Connection& db) -> Result<std::string> {
          Statement row(db, "SELECT person FROM pseudonym WHERE patient = ?", patient_id);
          EXPECT_TRUE(row.step()) << centre_name;
          return row.text(0);
        })
        .
        operator*();
  }

  // HTML Tidy finds neither errors nor warnings, save those about what HTML 5 allows and it does
  // not know.
  void expect_whole_html(const std::string& target) {
    const auto shown = get(target);
    const std::string file = directory_ + "/page.html";
    std::ofstream(file) << shown.body;
    const std::string command =
        "tidy -q -e --drop-empty-elements no --show-warnings yes " + file + " 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    std::string words;
    std::array<char, 512> line{};
    while (std::fgets(line.data(), line.size(), pipe) != nullptr) {
      const std::string said = line.data();
      bool is_unknown_to_tidy = false;
      for (const char* attribute : {"autofocus", "loading", "aria-current", "inputmode"})
        is_unknown_to_tidy |=
            said.find("proprietary attribute \"" + std::string(attribute)) != std::string::npos;
      if (!is_unknown_to_tidy) words += said;
    }
    ::pclose(pipe);
    EXPECT_EQ(words, "") << target;
  }

  std::map<std::string, std::string> cookies_;
  std::string token_;

 private:
  void keep_cookie(const std::string& line) {
    const size_t equals = line.find('=');
    const std::string value = line.substr(equals + 1, line.find(';') - equals - 1);
    if (value.empty())
      cookies_.erase(line.substr(0, equals));
    else
      cookies_[line.substr(0, equals)] = value;
  }
};

}  // namespace aktiv::casefile
