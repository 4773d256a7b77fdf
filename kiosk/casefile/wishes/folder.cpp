#include "kiosk/casefile/wishes/folder.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>

#include "kiosk/casefile/readings/readings.h"
#include "kiosk/casefile/store/kiosks.h"
#include "kiosk/casefile/store/resources.h"
#include "kiosk/sync/fhir/mapping.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::casefile {
namespace {

// A picture's id becomes an address of a page: nothing else may stand in it.
bool is_sign(const std::string& text) {
  return text.starts_with("signs/") && text.size() > 6 && text.size() < 80 &&
         std::ranges::all_of(text.substr(6), [](unsigned char c) {
           return std::isalnum(c) != 0 || c == '_' || c == '-';
         });
}

// The extensions by which a kiosk tells the sign-in pictures.
Signs signs_in(const std::string& patient_json) {
  Signs signs;
  const auto patient = nlohmann::json::parse(patient_json, nullptr, false);
  if (!patient.is_object() || !patient.contains("extension")) return {};
  const auto& extensions = patient["extension"];
  if (!extensions.is_array()) return {};
  for (const auto& extension : extensions) {
    if (!extension.is_object()) continue;
    if (extension.value("url", nlohmann::json()) != fhir::systems::sign) continue;
    const auto value = extension.find("valueString");
    if (value == extension.end() || !value->is_string()) continue;
    if (auto sign = value->get<std::string>(); is_sign(sign) && signs.size() < 2)
      signs.push_back(std::move(sign));
  }
  return signs;
}

void add_reading(Reading reading, const std::string& kiosk, Folder& folder) {
  if (reading.is_withdrawn) {
    folder.taken_back_ms.push_back(reading.updated_ms);
  } else if (auto* observation = std::get_if<Observation>(&reading.said)) {
    // What no kiosk sent stands among the records already.
    (reading.kiosk.empty() ? folder.told : folder.observations).push_back(std::move(*observation));
  } else if (auto* said = std::get_if<Submission>(&reading.said)) {
    folder.kiosks[said->id] = kiosk;
    folder.submissions.push_back(std::move(*said));
  } else {
    ++folder.unreadable;
  }
}

std::string name_of(Connection& db, const std::string& kiosk) {
  const auto found = find_kiosk(db, kiosk);
  return found ? found->name : "";
}

void put_newest_first(Folder& folder) {
  std::ranges::stable_sort(folder.submissions, std::greater(), &Submission::finished_ms);
  std::ranges::stable_sort(folder.observations, std::greater(), &Observation::at_ms);
}

}  // namespace

const Submission* Folder::talk(const SubmissionId& id) const {
  const auto found = std::ranges::find(submissions, id, &Submission::id);
  return found == submissions.end() ? nullptr : &*found;
}

const std::string& Folder::kiosk_of(const SubmissionId& id) const {
  static const std::string not_known;
  const auto found = kiosks.find(id);
  return found == kiosks.end() ? not_known : found->second;
}

Result<Signs> signs_of(Connection& db, const Vault& vault, const Person& person) {
  for (const auto& patient : person.patients) {
    const auto stored = find_resource(db, vault, {"Patient", patient});
    if (!stored) return stored.error();
    if (!*stored) continue;
    if (auto signs = signs_in((**stored).body); !signs.empty()) return signs;
  }
  return Signs();
}

Result<Folder> folder_of(Connection& db, const Vault& vault, const Forms& forms,
                         const Person& person) {
  Folder folder;
  if (person.patients.empty()) return folder;
  auto signs = signs_of(db, vault, person);
  if (!signs) return signs.error();
  folder.signs = std::move(*signs);
  auto readings = readings_of(db, vault, person);
  if (!readings) return readings.error();
  folder.submissions.reserve(readings->size());
  std::map<std::string, std::string> names;
  for (Reading& reading : *readings) {
    if (!names.contains(reading.kiosk)) names[reading.kiosk] = name_of(db, reading.kiosk);
    add_reading(std::move(reading), names[reading.kiosk], folder);
  }
  put_newest_first(folder);
  auto written = records_of(db, vault, forms, person);
  if (!written) return written.error();
  folder.records = std::move(written->records);
  folder.unreadable += written->unreadable;
  return folder;
}

Result<std::vector<Submission>> whole_conversation(Connection& db, const Vault& vault,
                                                   const Person& person, const Folder& folder,
                                                   const ConversationId& conversation) {
  std::vector<Submission> talks;
  for (const auto& kept : folder.submissions) {
    if (kept.conversation != conversation) continue;
    auto whole = whole_submission(db, vault, person, kept.id);
    if (!whole) return whole.error();
    talks.push_back(std::move(*whole));
  }
  std::ranges::reverse(talks);
  return talks;
}

Result<Submission> whole_submission(Connection& db, const Vault& vault, const Person& person,
                                    const SubmissionId& id) {
  std::vector<std::string> parts;
  const auto add = [&](const char* type, const std::string& role) -> Result<bool> {
    const Token key{std::string(fhir::systems::submission), id.value + role};
    const auto ids = ids_with_identifier(db, type, key);
    if (ids.empty()) return false;
    auto stored = find_resource(db, vault, {type, ids.front()});
    if (!stored) return stored.error();
    const bool is_theirs = *stored && std::ranges::count(person.patients, (**stored).patient) > 0;
    if (!is_theirs || (**stored).is_withdrawn) return false;
    parts.push_back(std::move((**stored).body));
    return true;
  };
  if (const auto response = add("QuestionnaireResponse", ""); !response) return response.error();
  for (int part = 1;; ++part) {
    const auto record =
        add("DocumentReference", "/record" + (part == 1 ? "" : "-" + std::to_string(part)));
    if (!record) return record.error();
    if (!*record) break;
  }
  return fhir::read_response(std::span<const std::string>(parts));
}

}  // namespace aktiv::casefile
