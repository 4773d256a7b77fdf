// For tests: a case file in a folder of its own, a clock that stands still until it is moved,
// centres with kiosks, and requests in one line.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/casefile.h"
#include "kiosk/casefile/serve.h"
#include "kiosk/casefile/store/kiosks.h"
#include "kiosk/files/content_files.h"

namespace aktiv::casefile {

using TestJson = nlohmann::ordered_json;

// The built-in content, read once for all tests.
inline const Content& built_in_content() {
  static const Loaded loaded = read_content(AKTIV_BINARY_DIR "/share/aktiv");
  if (!loaded.faults.empty()) throw std::runtime_error(to_text(loaded.faults.front()));
  return loaded.content;
}

inline Furnishing furnishing() {
  const auto drawn = [](const std::string& id, int) -> Result<std::string> {
    if (id == "jobs/bage") return std::string("PNG");
    return Fault{"no such picture", id, "a picture of the table"};
  };
  // Not drawn here: the words say from what.
  const Papers papers = {
      [](const Scene& scene) -> Result<std::string> { return "poster of " + scene.id; },
      [](const SheetOf& sheet) -> Result<std::string> {
        std::string words = "sheet of";
        for (const ToolCards& one : sheet.chosen) words += " " + one.tool.value;
        words += " with";
        for (const PictureId& sign : sheet.signs) words += " " + sign.value;
        return words;
      },
      [](const Paper& paper, const std::optional<SheetOf>& sheet) -> Result<std::string> {
        std::string words = paper.title + (sheet ? " after a sheet" : "");
        for (const PaperSection& section : paper.sections)
          for (const auto& [label, text, source] : section.lines)
            words += "\n" + section.heading + ": " + label + ": " + text + " (" + source + ")";
        return words;
      },
      [](std::string_view file) -> Result<std::string> {
        if (file.ends_with("photo")) return "square of " + std::string(file);
        return Fault{"not a picture", "photo", "a JPEG or PNG"};
      }};
  return {built_in_content(),
          AKTIV_BINARY_DIR "/share/aktiv",
          drawn,
          "da",
          std::string(32, '\1'),
          least_work(),
          papers,
          SecondStep::offered};
}

inline Provisions provisions() {
  const Furnishing parts = furnishing();
  return {parts.content, parts.share, parts.pictures, parts.work, parts.papers};
}

class CaseFileTest : public ::testing::Test {
 protected:
  CaseFileTest() {
    directory_ = (std::filesystem::temp_directory_path() / ("casefile-" + random_uuid())).string();
    reopen();
    north_ = enrol_kiosk("Dagcenter Nord", "Nord-1");
  }
  ~CaseFileTest() override {
    casefile_.reset();
    std::filesystem::remove_all(directory_);
  }

  void reopen() {
    casefile_.reset();
    auto opened = CaseFile::open(
        directory_, [this] { return now_ms_.load(); }, furnishing());
    if (!opened) throw std::runtime_error(to_text(opened.error()));
    casefile_ = std::move(*opened);
  }

  // The kiosk's credential.
  std::string enrol_kiosk(const std::string& centre_name, const std::string& kiosk_name) {
    const std::string credential = random_token();
    auto kept = casefile_->database().write([&](Connection& db) -> Status {
      auto centre = centre_named(db, centre_name);
      if (!centre) centre = create_centre(db, centre_name, now_ms_);
      keep_kiosk(db, {random_uuid(), centre->id, kiosk_name, now_ms_, 0, 0},
                 secret_hash(credential));
      return {};
    });
    if (!kept) throw std::runtime_error(to_text(kept.error()));
    return credential;
  }

  HttpRequest request(const std::string& method, const std::string& target,
                      const std::string& body = "") {
    HttpRequest made;
    made.method = method;
    const size_t mark = std::min(target.find('?'), target.size());
    made.path = percent_decode(target.substr(0, mark), false);
    if (mark < target.size()) made.query = decode_fields(target.substr(mark + 1));
    made.headers["authorization"] = "Bearer " + north_;
    made.headers["content-type"] = "application/fhir+json";
    made.headers["host"] = "casefile.example";
    made.body = body;
    made.remote = "192.0.2.7";
    return made;
  }

  HttpResponse ask(const HttpRequest& made) { return casefile_->handle(made); }
  HttpResponse ask(const std::string& method, const std::string& target, const TestJson& body) {
    return ask(request(method, target, body.dump()));
  }
  HttpResponse ask(const std::string& method, const std::string& target) {
    return ask(request(method, target));
  }
  HttpResponse put(const std::string& target, const TestJson& body, const std::string& if_match) {
    auto made = request("PUT", target, body.dump());
    if (!if_match.empty()) made.headers["if-match"] = if_match;
    return ask(made);
  }

  static TestJson json_of(const HttpResponse& response) { return TestJson::parse(response.body); }
  static std::string header_of(const HttpResponse& response, const std::string& name) {
    return field(response.headers, name).value_or("");
  }
  // The words of an OperationOutcome; fails the test when the body is none.
  static std::string words_of(const HttpResponse& response) {
    const auto json = json_of(response);
    EXPECT_EQ(json.value("resourceType", ""), "OperationOutcome") << response.body;
    const auto& issue = json["issue"][0];
    std::string where;
    if (issue.contains("expression")) where = issue["expression"][0].get<std::string>() + ": ";
    return where + issue.value("diagnostics", "");
  }

  static TestJson patient(const std::string& pseudonym) {
    return {{"resourceType", "Patient"},
            {"identifier", {{{"system", "urn:aktiv-dialog:citizen"}, {"value", pseudonym}}}}};
  }
  static TestJson response(const std::string& submission, const std::string& subject) {
    return {{"resourceType", "QuestionnaireResponse"},
            {"identifier", {{"system", "urn:aktiv-dialog:submission"}, {"value", submission}}},
            {"status", "completed"},
            {"subject", {{"reference", subject}}},
            {"item", {{{"linkId", "1"}, {"answer", {{{"valueCoding", {{"code", "bage"}}}}}}}}}};
  }
  static TestJson entry(const TestJson& resource, const std::string& condition,
                        const std::string& full_url = "") {
    TestJson made = {{"resource", resource},
                     {"request", {{"method", "POST"}, {"url", resource["resourceType"]}}}};
    if (!condition.empty()) made["request"]["ifNoneExist"] = condition;
    if (!full_url.empty()) made["fullUrl"] = full_url;
    return made;
  }
  static TestJson bundle(std::initializer_list<TestJson> entries) {
    return {
        {"resourceType", "Bundle"}, {"type", "transaction"}, {"entry", TestJson::array_t(entries)}};
  }

  // A citizen of the first kiosk's centre: the Patient's id.
  std::string new_patient(const std::string& credential = "") {
    auto made = request("POST", "/fhir/Patient", patient(random_uuid()).dump());
    if (!credential.empty()) made.headers["authorization"] = "Bearer " + credential;
    return json_of(ask(made))["id"];
  }

  std::atomic<int64_t> now_ms_{1'795'344'000'000};  // 2026-11-22
  std::string directory_;
  std::unique_ptr<CaseFile> casefile_;
  std::string north_;
};

}  // namespace aktiv::casefile
