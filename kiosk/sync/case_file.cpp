#include "kiosk/sync/case_file.h"

#include <nlohmann/json.hpp>

#include "dialogue/model/lines.h"
#include "kiosk/sync/answer.h"
#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;
namespace systems = fhir::systems;
using fhir::member;
using fhir::text_of;

bool is_stored_status(const std::string& status) {
  return status.starts_with("200") || status.starts_with("201");
}

// N entries, each stored: a server may run a transaction as a batch and lose one in silence.
bool is_whole_answer(const Json& answer, size_t entries) {
  if (text_of(member(answer, "type")) != "transaction-response") return false;
  const Json& list = member(answer, "entry");
  if (!list.is_array() || list.size() != entries) return false;
  for (const auto& entry : list) {
    if (!is_stored_status(text_of(member(member(entry, "response"), "status")))) return false;
  }
  return true;
}

std::string patient_bundle(const CitizenId& citizen, const fhir::Traits& traits,
                           const std::string& centre) {
  const Json identifier{{"system", systems::citizen}, {"value", citizen.value}};
  const Json bare{
      {"resourceType", "Patient"}, {"active", true}, {"identifier", Json::array({identifier})}};
  const Json patient = Json::parse(fhir::at_centre(fhir::bearing(bare.dump(), traits), centre));
  const Json request{
      {"method", "POST"},
      {"url", "Patient"},
      {"ifNoneExist", "identifier=" + std::string(systems::citizen) + "|" + citizen.value}};
  const Json bundle{{"resourceType", "Bundle"},
                    {"type", "transaction"},
                    {"entry", Json::array({{{"resource", patient}, {"request", request}}})}};
  return bundle.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Taken back: a Goal says it in a member of its own.
bool is_mark(const Json& resource) {
  return text_of(member(resource, "status")) == "entered-in-error" ||
         text_of(member(resource, "lifecycleStatus")) == "entered-in-error";
}

bool is_same_when_read(const Json& sent, const Json& stored) {
  const auto one = fhir::read_response(sent.dump());
  const auto other = fhir::read_response(stored.dump());
  return one && other && *one == *other;
}

// A response by its answers, a document by its sum: what the server may not have changed.
bool is_same_content(const Json& sent, const Json& stored) {
  if (is_mark(stored)) return true;  // taken back meanwhile
  if (member(sent, "resourceType") == "QuestionnaireResponse") {
    return member(sent, "item") == member(stored, "item") || is_same_when_read(sent, stored);
  }
  if (member(sent, "resourceType") == "Goal")
    return member(member(sent, "description"), "text") ==
           member(member(stored, "description"), "text");
  if (member(sent, "resourceType") == "MeasureReport")
    return member(sent, "group") == member(stored, "group");
  const Json::json_pointer hash("/content/0/attachment/hash");
  return !stored.contains(hash) || !sent.contains(hash) || stored[hash] == sent[hash];
}

}  // namespace

struct CaseFile::Sent {
  const Json& resource;
  std::string condition;
};

struct CaseFile::Found {
  std::string id;
  std::string version;
  Json resource;

  bool is_taken_back() const { return is_mark(resource); }
};

Outcome CaseFile::transact(const std::string& bundle) {
  const auto result = transport_.send({"POST", base_, bundle, fhir_json, {{"Accept", fhir_json}}});
  const auto* reply = std::get_if<HttpReply>(&result);
  if (!reply || reply->status != 200) return judge(result);
  const Json answer = parsed(reply->body);
  const Json sent = parsed(bundle);
  return is_whole_answer(answer, member(sent, "entry").size()) ? Outcome{} : strange_answer();
}

Reached<std::vector<CaseFile::Found>> CaseFile::search(std::string_view type,
                                                       std::string_view condition) {
  const auto equals = condition.find('=');
  const std::string path = base_ + "/" + std::string(type) + "?" +
                           std::string(condition.substr(0, equals)) + "=" +
                           percent_encoded(condition.substr(equals + 1));
  const auto answer = read_searchset(transport_, path);
  if (!answer.outcome.is_done()) return {{}, answer.outcome};

  std::vector<Found> found;
  for (const auto& entry : member(answer.value.bundle, "entry")) {
    const Json& resource = member(entry, "resource");
    if (text_of(member(resource, "resourceType")) != type) continue;
    found.push_back({text_of(member(resource, "id")),
                     text_of(member(member(resource, "meta"), "versionId")), resource});
    if (found.back().id.empty()) return {{}, strange_answer()};
  }
  return {std::move(found), {}};
}

Reached<CaseFile::Found> CaseFile::only_patient(const CitizenId& citizen) {
  const auto found =
      search("Patient", "identifier=" + std::string(systems::citizen) + "|" + citizen.value);
  if (!found.outcome.is_done()) return {{}, found.outcome};
  if (found.value.empty()) return {{}, {Verdict::again, Why::not_found_again, "", false}};
  if (found.value.size() > 1) return {{}, {Verdict::quarantine, Why::several_matches, "", false}};
  return {found.value.front(), {}};
}

Reached<KnownPatient> CaseFile::resolve_patient(const CitizenId& citizen,
                                                const fhir::Traits& traits) {
  if (const auto made = transact(patient_bundle(citizen, traits, centre_)); !made.is_done())
    return {{}, made};
  const auto found = only_patient(citizen);
  if (!found.outcome.is_done()) return {{}, found.outcome};
  const std::string patient = found.value.resource.dump();
  KnownPatient known{found.value.id, {}, {}};
  if (fhir::traits_of(patient) == traits) known.traits = traits;
  if (fhir::is_at_centre(patient, centre_)) known.centre = fhir::centre_code(centre_);
  return {std::move(known), {}};
}

// Against what was just read: whoever changed the Patient meanwhile is not overwritten.
Reached<KnownPatient> CaseFile::agree(const CitizenId& citizen, const KnownPatient& known,
                                      const fhir::Traits& here) {
  const auto found = only_patient(citizen);
  if (!found.outcome.is_done()) return {{}, found.outcome};
  const std::string patient = found.value.resource.dump();
  const fhir::Traits there = fhir::traits_of(patient);
  const fhir::Traits both = fhir::merged(known.traits, known.told, here, there);
  const std::string agreed = fhir::at_centre(patient, centre_);
  if (both != there || agreed != patient) {
    const auto given = put("Patient", found.value, fhir::bearing(agreed, both));
    if (!given.is_done()) return {{}, given};
  }
  return {{found.value.id, both, fhir::centre_code(centre_)}, {}};
}

Outcome CaseFile::is_stored(const Sent& sent, std::string& response_id) {
  const std::string type = text_of(member(sent.resource, "resourceType"));
  if (type == "Provenance") return {};  // found by tag only; it came in the same transaction
  const auto found = search(type, sent.condition);
  if (!found.outcome.is_done()) return found.outcome;
  if (found.value.empty()) return {Verdict::again, Why::not_found_again, "", false};
  if (found.value.size() > 1) return {Verdict::quarantine, Why::several_matches, "", false};
  const Found& stored = found.value.front();
  if (!is_same_content(sent.resource, stored.resource)) {
    return {Verdict::quarantine, Why::other_content, "", false};
  }
  if (type == "QuestionnaireResponse") response_id = stored.id;
  return {};
}

Outcome CaseFile::is_whole_part(const std::string& part, std::string& response_id) {
  const Json bundle = parsed(part);
  for (const auto& entry : member(bundle, "entry")) {
    const Sent one{member(entry, "resource"),
                   text_of(member(member(entry, "request"), "ifNoneExist"))};
    if (const auto stored = is_stored(one, response_id); !stored.is_done()) return stored;
  }
  return {};
}

Reached<std::string> CaseFile::deliver(const std::string& bytes) {
  std::string response_id;
  for (const auto& part : lines_of(bytes)) {
    if (const auto sent = transact(part); !sent.is_done()) return {{}, sent};
    if (const auto there = is_whole_part(part, response_id); !there.is_done()) return {{}, there};
  }
  if (response_id.empty()) return {{}, {Verdict::quarantine, Why::cannot_be_built, "", false}};
  return {response_id, {}};
}

Outcome CaseFile::put_mark(const fhir::Mark& mark, const Found& found) {
  const auto body = fhir::build_mark_in_place(mark, found.id);
  if (!body) return {Verdict::quarantine, Why::cannot_be_built, "", false};
  return put(mark.type, found, *body);
}

Outcome CaseFile::put(std::string_view type, const Found& found, const std::string& body) {
  const auto result =
      transport_.send({"PUT",
                       base_ + "/" + std::string(type) + "/" + percent_encoded(found.id),
                       body,
                       fhir_json,
                       {{"Accept", fhir_json}, {"If-Match", "W/\"" + found.version + "\""}}});
  const auto* reply = std::get_if<HttpReply>(&result);
  if (reply && (reply->status == 200 || reply->status == 201)) return {};
  const bool is_elsewhere =
      reply && (reply->status == 404 || reply->status == 410 || reply->status == 412);
  if (is_elsewhere) return {Verdict::again, Why::changed_meanwhile, "", false};
  return judge(result);
}

Outcome CaseFile::replace_by_marks(const std::vector<fhir::Mark>& marks,
                                   std::vector<std::string>& targets) {
  for (const auto& mark : marks) {
    const auto found = search(mark.type, mark.condition);
    if (!found.outcome.is_done()) return found.outcome;
    if (found.value.empty()) return {Verdict::again, Why::not_found_again, "", false};
    for (const auto& stored : found.value) {
      targets.push_back(mark.type + "/" + stored.id);
      if (stored.is_taken_back()) continue;
      if (const auto put = put_mark(mark, stored); !put.is_done()) return put;
    }
  }
  return {};
}

// Documents beyond those that are known of, so that none outlives its answers.
Reached<int> CaseFile::count_records(const SubmissionId& id, int at_least) {
  for (int count = at_least;; ++count) {
    const auto suffix = count == 0 ? std::string() : "-" + std::to_string(count + 1);
    const auto found =
        search("DocumentReference", "identifier=" + std::string(systems::submission) + "|" +
                                        id.value + "/record" + suffix);
    if (!found.outcome.is_done()) return {0, found.outcome};
    if (found.value.empty()) return {count, {}};
  }
}

Outcome CaseFile::take_back(const fhir::Withdrawal& known, const fhir::SendContext& context) {
  const auto records = count_records(known.submission, known.record_parts);
  if (!records.outcome.is_done()) return records.outcome;
  fhir::Withdrawal withdrawal = known;
  withdrawal.record_parts = records.value;

  const auto marks = fhir::build_marks(withdrawal, context);
  const auto bundle = fhir::build_marks_bundle(withdrawal, context);
  if (!marks || !bundle) return {Verdict::quarantine, Why::cannot_be_built, "", false};
  if (const auto made = transact(*bundle); !made.is_done()) return made;

  std::vector<std::string> targets;
  if (const auto replaced = replace_by_marks(*marks, targets); !replaced.is_done()) return replaced;
  const auto notice = fhir::build_withdrawal_notice(withdrawal, context, targets);
  if (!notice) return {Verdict::quarantine, Why::cannot_be_built, "", false};
  if (const auto said = transact(*notice); !said.is_done()) return said;

  std::vector<std::string> again;
  return replace_by_marks(*marks, again);  // nothing is called taken back that was not seen to be
}

Reached<Submission> CaseFile::read_back(const SubmissionId& id) {
  const std::string key = "identifier=" + std::string(systems::submission) + "|" + id.value;
  const auto responses = search("QuestionnaireResponse", key);
  if (!responses.outcome.is_done()) return {{}, responses.outcome};
  if (responses.value.empty()) return {{}, {Verdict::again, Why::not_found_again, "", false}};
  if (responses.value.front().is_taken_back())
    return {{}, {Verdict::again, Why::changed_meanwhile, "", false}};

  Json collection{{"resourceType", "Bundle"}, {"type", "collection"}};
  for (const auto& found : responses.value)
    collection["entry"].push_back({{"resource", found.resource}});
  for (int part = 1;; ++part) {
    const auto suffix = part == 1 ? std::string() : "-" + std::to_string(part);
    const auto records = search("DocumentReference", key + "/record" + suffix);
    if (!records.outcome.is_done()) return {{}, records.outcome};
    if (records.value.empty()) break;
    for (const auto& found : records.value)
      collection["entry"].push_back({{"resource", found.resource}});
  }
  auto submission = fhir::read_response(collection.dump());
  if (!submission) return {{}, {Verdict::quarantine, Why::other_content, "", false}};
  return {std::move(*submission), {}};
}

Outcome CaseFile::store_questionnaire(const std::string& bundle) {
  return transact(bundle);
}

Outcome CaseFile::hand_in(const std::string& batch) {
  const auto result = transport_.send({"POST", "/evaluations", batch, "application/json", {}});
  const auto* reply = std::get_if<HttpReply>(&result);
  if (!reply || reply->status != 200) return judge(result);
  const bool is_there = text_of(member(parsed(reply->body), "sum")) == fhir::sum_of(batch);
  return is_there ? Outcome{} : strange_answer();
}

Outcome CaseFile::store_counts(const std::string& bundle) {
  if (const auto sent = transact(bundle); !sent.is_done()) return sent;
  std::string nobody;
  return is_whole_part(bundle, nobody);
}

Outcome CaseFile::call_help(const std::string& kiosk, const std::string& call, int64_t at_ms) {
  const auto at = fhir::to_instant(at_ms);
  if (!at) return {Verdict::quarantine, Why::cannot_be_built, "", false};
  const Json body{{"kiosk", kiosk}, {"id", call}, {"at", *at}};
  const auto result = transport_.send({"POST", "/help", body.dump(), "application/json", {}});
  const auto* reply = std::get_if<HttpReply>(&result);
  if (reply && reply->status >= 200 && reply->status < 300) return {};
  return judge(result);
}

}  // namespace aktiv::sync
