#include "kiosk/sync/testing/fake_server.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/instant.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;

HttpReply fhir_reply(int status, const Json& body) {
  return {status, {{"content-type", "application/fhir+json"}}, body.dump()};
}

HttpReply refusal(int status) {
  return fhir_reply(status, {{"resourceType", "OperationOutcome"}});
}

// "identifier=system|value" or "_tag=…": the value is the key.
std::string key_in(const std::string& condition) {
  return condition.substr(condition.find('=') + 1);
}

std::string decoded(const std::string& text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i];
    } else {
      plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    }
  }
  return plain;
}

}  // namespace

struct FakeServer::Stored {
  std::string type;
  std::string key;
  std::string id;
  std::vector<std::string> versions;
  int64_t changed_ms = 0;

  // Read once a version: campaigns ask for it tens of thousands of times.
  mutable Json read = {};
  mutable size_t read_version = 0;

  Json now() const {
    if (read_version != versions.size()) read = Json::parse(versions.back());
    read_version = versions.size();
    Json resource = read;
    resource["id"] = id;
    resource["meta"]["versionId"] = std::to_string(versions.size());
    resource["meta"]["lastUpdated"] = fhir::to_instant(changed_ms).value_or("");
    return resource;
  }
};

FakeServer::FakeServer() = default;
FakeServer::~FakeServer() = default;

FakeServer::Stored* FakeServer::find(const std::string& type, const std::string& key) {
  const auto found = by_key_.find(type + " " + key);
  return found == by_key_.end() ? nullptr : found->second;
}

HttpReply FakeServer::answer(const HttpRequest& request) {
  calls.push_back(request.method + " " + request.path);
  const bool is_ours = request.path == "/help" || request.path == "/evaluations";
  if (is_ours && is_foreign) return {404, {}, ""};
  if (request.path == "/evaluations") {
    evaluations.push_back(request.body);
    return {200, {}, Json{{"sum", fhir::sum_of(request.body)}}.dump()};
  }
  if (request.path == "/help") {
    ++help_calls;
    return {204, {}, ""};
  }
  if (request.method == "POST") return transact(request.body);
  if (request.method == "PUT") return put(request);
  const std::string rest = request.path.substr(std::string("/fhir/").size());
  const auto mark = rest.find('?');
  const std::string query = rest.substr(mark + 1);
  if (query.starts_with("_") || query.starts_with("subject="))
    return list(rest.substr(0, mark), query);
  return search(rest.substr(0, mark), decoded(query));
}

HttpReply FakeServer::transact(const std::string& body) {
  const Json bundle = Json::parse(body);
  Json answers = Json::array();
  for (const auto& entry : bundle["entry"]) {
    const std::string type = entry["request"]["url"];
    const std::string key = key_in(entry["request"]["ifNoneExist"]);
    Stored* there = find(type, key);
    const bool is_new = there == nullptr;
    if (is_new) {
      const std::string id = std::to_string(++number_[type]);
      stored_.push_back(
          std::make_unique<Stored>(Stored{type, key, id, {entry["resource"].dump()}, ++clock_ms}));
      there = by_key_[type + " " + key] = stored_.back().get();
      created.push_back(type + " " + key);
    }
    answers.push_back(
        {{"response", {{"status", is_new ? "201" : "200"}, {"location", type + "/" + there->id}}}});
  }
  return fhir_reply(
      200, {{"resourceType", "Bundle"}, {"type", "transaction-response"}, {"entry", answers}});
}

// "?_tag=system|code&_lastUpdated=ge<instant>&_count=…", a page at a time.
HttpReply FakeServer::list(const std::string& type, const std::string& query) {
  std::map<std::string, std::string> words;
  std::istringstream stream(query);
  for (std::string word; std::getline(stream, word, '&');)
    words[word.substr(0, word.find('='))] = decoded(key_in(word));
  const auto since = fhir::from_instant(
      words["_lastUpdated"].substr(std::min<size_t>(2, words["_lastUpdated"].size())));
  const size_t from = words["_after"].empty() ? 0 : std::stoul(words["_after"]);
  Json entries = Json::array();
  size_t at = 0, next = 0;
  for (const auto& there : stored_) {
    if (there->type != type || there->changed_ms < since.value_or(0)) continue;
    const Json resource = there->now();
    const auto has_tag = [&](const Json& tag) {
      return tag["system"].get<std::string>() + "|" + tag["code"].get<std::string>() ==
             words["_tag"];
    };
    const bool is_asked_for =
        words.contains("subject")
            ? ("," + words["subject"] + ",")
                      .find("," + resource.value("subject", Json::object()).value("reference", "") +
                            ",") != std::string::npos
            : std::ranges::any_of(resource["meta"].value("tag", Json::array()), has_tag);
    if (!is_asked_for || at++ < from) continue;
    if (entries.size() == page_size) {
      next = at - 1;
      break;
    }
    entries.push_back({{"resource", resource}});
  }
  Json page{{"resourceType", "Bundle"}, {"type", "searchset"}, {"entry", entries}};
  if (next > 0) {
    words["_after"] = std::to_string(next);
    std::string url = "https://case.example/fhir/" + type;
    for (const auto& [name, value] : words)
      url += (url.find('?') == std::string::npos ? "?" : "&") + name + "=" + percent_encoded(value);
    page["link"] = Json::array({{{"relation", "next"}, {"url", url}}});
  }
  return fhir_reply(200, page);
}

HttpReply FakeServer::search(const std::string& type, const std::string& query) {
  Json entries = Json::array();
  if (const Stored* there = find(type, key_in(query)))
    entries.push_back({{"resource", there->now()}});
  return fhir_reply(200, {{"resourceType", "Bundle"}, {"type", "searchset"}, {"entry", entries}});
}

HttpReply FakeServer::put(const HttpRequest& request) {
  const Json resource = Json::parse(request.body);
  for (const auto& there : stored_) {
    if ("/fhir/" + there->type + "/" + there->id != request.path) continue;
    for (const auto& [name, value] : request.headers) {
      const bool is_stale = value != "W/\"" + std::to_string(there->versions.size()) + "\"";
      if (name == "If-Match" && is_stale) return refusal(412);
    }
    there->versions.push_back(request.body);
    there->changed_ms = ++clock_ms;
    return fhir_reply(200, there->now());
  }
  return refusal(404);
}

void FakeServer::change(const std::string& type, size_t at,
                        const std::function<std::string(const std::string&)>& work) {
  for (const auto& there : stored_)
    if (there->type == type && at-- == 0) {
      there->versions.push_back(work(there->now().dump()));
      there->changed_ms = ++clock_ms;
      return;
    }
}

int FakeServer::count(const std::string& type) const {
  return static_cast<int>(now(type).size());
}

int FakeServer::count(const std::string& type, const std::string& status) const {
  int found = 0;
  for (const auto& text : now(type))
    found += Json::parse(text).value("status", "") == status ? 1 : 0;
  return found;
}

std::vector<std::string> FakeServer::now(const std::string& type) const {
  std::vector<std::string> found;
  for (const auto& there : stored_) {
    if (there->type == type) found.push_back(there->now().dump());
  }
  return found;
}

bool FakeServer::ever_stored(const std::string& text) const {
  return std::ranges::any_of(stored_, [&](const auto& there) {
    return std::ranges::any_of(there->versions, [&](const auto& version) {
      return version.find(text) != std::string::npos;
    });
  });
}

}  // namespace aktiv::sync
