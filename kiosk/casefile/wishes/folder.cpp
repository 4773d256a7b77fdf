#include "kiosk/casefile/wishes/folder.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kiosk/casefile/store/kiosks.h"
#include "kiosk/casefile/store/resources.h"
#include "kiosk/sync/fhir/mapping.h"

namespace aktiv::casefile {
namespace {

constexpr const char* sign_extension = "urn:aktiv-dialog:sign";
constexpr int page_size = 100;

// The extension by which a kiosk tells the sign-in picture, where the kiosk does.
std::string sign_in(const std::string& patient_json) {
  const auto patient = nlohmann::json::parse(patient_json, nullptr, false);
  if (!patient.is_object() || !patient.contains("extension")) return {};
  const auto& extensions = patient["extension"];
  if (!extensions.is_array()) return {};
  for (const auto& extension : extensions) {
    if (!extension.is_object()) continue;
    if (extension.value("url", nlohmann::json()) != sign_extension) continue;
    const auto value = extension.find("valueString");
    if (value != extension.end() && value->is_string()) return value->get<std::string>();
  }
  return {};
}

void add_response(Connection& db, const StoredResource& stored, Folder& folder) {
  if (stored.is_withdrawn) {
    folder.taken_back_ms.push_back(stored.updated_ms);
    return;
  }
  const auto head = fhir::read_head(stored.body);
  if (head && head->kind == fhir::ResponseKind::observation) {
    if (auto observation = fhir::read_observation(stored.body)) {
      folder.observations.push_back(std::move(*observation));
      return;
    }
  }
  if (head && head->kind == fhir::ResponseKind::answers) {
    if (auto submission = fhir::read_response(std::string_view(stored.body))) {
      const auto kiosk = find_kiosk(db, stored.kiosk);
      folder.submissions.push_back({std::move(*submission), kiosk ? kiosk->name : std::string()});
      return;
    }
  }
  ++folder.unreadable;
}

void put_newest_first(Folder& folder) {
  std::ranges::stable_sort(folder.submissions, [](const auto& a, const auto& b) {
    return a.submission.finished_ms > b.submission.finished_ms;
  });
  std::ranges::stable_sort(folder.observations,
                           [](const auto& a, const auto& b) { return a.at_ms > b.at_ms; });
}

}  // namespace

Result<std::string> sign_of(Connection& db, const Vault& vault, const Person& person) {
  for (const auto& patient : person.patients) {
    const auto stored = find_resource(db, vault, {"Patient", patient});
    if (!stored) return stored.error();
    if (!*stored) continue;
    if (auto sign = sign_in((**stored).body); !sign.empty()) return sign;
  }
  return std::string();
}

Result<Folder> folder_of(Connection& db, const Vault& vault, const Person& person) {
  Folder folder;
  if (person.patients.empty()) return folder;
  auto sign = sign_of(db, vault, person);
  if (!sign) return sign.error();
  folder.sign = std::move(*sign);
  ResourceQuery query;
  query.type = "QuestionnaireResponse";
  query.centre = person.centre;
  query.patients = {person.patients};
  query.count = page_size;
  for (bool has_more = true; has_more;) {
    const auto page = search_resources(db, vault, query);
    if (!page) return page.error();
    for (const auto& stored : page->resources) add_response(db, stored, folder);
    has_more = page->has_more;
    if (has_more) query.after = {page->resources.back().updated_ms, page->resources.back().key.id};
  }
  put_newest_first(folder);
  return folder;
}

}  // namespace aktiv::casefile
