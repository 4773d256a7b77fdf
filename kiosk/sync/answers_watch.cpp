#include "kiosk/sync/answers_watch.h"

#include <algorithm>

#include "kiosk/sync/fhir/head.h"
#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/pages.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;
using fhir::member;
using fhir::ResponseKind;
using fhir::text_of;

constexpr size_t most_new = 3;     // citizens read from their beginning, a look
constexpr int most_taken = 200;    // answers taken in, a look: what is kept here waits no longer
constexpr size_t most_asked = 30;  // citizens a search, so that its address stays short
// Whoever wrote at the same time as another was read may bear a time that is a little earlier.
constexpr int64_t overlap_ms = 60'000;

std::string search_of(const std::string& base, std::span<const ReadCitizen> of, int64_t since_ms) {
  std::string patients;
  for (const ReadCitizen& one : of)
    patients += (patients.empty() ? "" : ",") + ("Patient/" + one.patient);
  return base + "/QuestionnaireResponse?subject=" + percent_encoded(patients) +
         "&_count=" + std::to_string(a_page) + changed_since(since_ms);
}

const ReadCitizen* subject_of(const Json& resource, std::span<const ReadCitizen> among) {
  const std::string reference = text_of(member(member(resource, "subject"), "reference"));
  const auto found = std::ranges::find_if(
      among, [&](const ReadCitizen& one) { return reference == "Patient/" + one.patient; });
  return found == among.end() ? nullptr : &*found;
}

}  // namespace

struct AnswersWatch::Response {
  std::string id;    // the resource's
  std::string text;  // of an observation
  ReadCitizen citizen;
  fhir::ResponseHead head;
};

AnswersWatch::AnswersWatch(AnswersShelf& shelf, HttpTransport& transport, std::string base)
    : shelf_(shelf), transport_(transport), base_(base), case_file_(transport, std::move(base)) {}

AnswersSeen AnswersWatch::look() {
  AnswersSeen seen;
  left_ = most_taken;
  look_at_all(seen);
  seen.unread = static_cast<int>(unread_.size());
  return seen;
}

void AnswersWatch::look_at_all(AnswersSeen& seen) {
  auto citizens = shelf_.citizens();
  const auto until = shelf_.read_until_ms();
  if (!citizens || !until) {
    seen.outcome = own_store_refused();
    return;
  }
  until_ms_ = std::max(until_ms_, *until);
  const auto others = std::ranges::stable_partition(*citizens, [&](const ReadCitizen& one) {
    return !one.is_read && !read_.contains(one.citizen.value);
  });
  read_changes(std::span<const ReadCitizen>(others.begin(), others.end()), *until, seen);
  if (seen.outcome.is_done() && !seen.has_more)
    read_new(std::span<const ReadCitizen>(citizens->begin(), others.begin()), seen);
}

void AnswersWatch::read_changes(std::span<const ReadCitizen> known, int64_t kept_until_ms,
                                AnswersSeen& seen) {
  const int64_t since = std::max<int64_t>(0, until_ms_ - overlap_ms);
  Listed all;
  for (size_t at = 0; at < known.size(); at += most_asked) {
    const auto some = known.subspan(at, std::min(most_asked, known.size() - at));
    const Listed listed = read(some, since, seen);
    if (!listed.outcome.is_done() || seen.has_more) return;
    // What is changed while the others are asked for is asked for again.
    if (at == 0) all.began_ms = listed.began_ms;
    all.newest_ms = std::max(all.newest_ms, listed.newest_ms);
  }
  until_ms_ = std::max(until_ms_, all.until_ms());
  // What is not understood here is asked for again by the program that comes after this one.
  if (unread_.empty() && until_ms_ > kept_until_ms && !shelf_.put_read_until(until_ms_))
    seen.outcome = own_store_refused();
}

void AnswersWatch::read_new(std::span<const ReadCitizen> fresh, AnswersSeen& seen) {
  for (const ReadCitizen& one : fresh.first(std::min(most_new, fresh.size()))) {
    if (!read({&one, 1}, 0, seen).outcome.is_done() || seen.has_more) return;
    read_.insert(one.citizen.value);
    if (unread_.empty() && !shelf_.mark_read(one.citizen)) {
      seen.outcome = own_store_refused();
      return;
    }
  }
  seen.has_more = fresh.size() > most_new;
}

// What could not be read, or taken in, is the look's outcome too.
Listed AnswersWatch::read(std::span<const ReadCitizen> of, int64_t since_ms, AnswersSeen& seen) {
  std::vector<Response> responses;
  Listed listed = read_pages(transport_, base_, search_of(base_, of, since_ms),
                             "QuestionnaireResponse", [&](const Json& resource) {
                               if (auto response = response_in(resource, of))
                                 responses.push_back(std::move(*response));
                             });
  // Answers first: what was seen in a talk comes where the talk is.
  std::ranges::stable_partition(responses, [](const Response& response) {
    return response.head.kind == ResponseKind::answers;
  });
  for (const Response& response : responses) {
    if (!listed.outcome.is_done()) break;
    seen.has_more = left_ == 0;
    if (seen.has_more) break;
    listed.outcome = take(response, seen);
  }
  seen.outcome = listed.outcome;
  return listed;
}

// Whatever a server answers with, somebody else's answers are nobody's here.
std::optional<AnswersWatch::Response> AnswersWatch::response_in(const Json& resource,
                                                                std::span<const ReadCitizen> of) {
  const ReadCitizen* citizen = subject_of(resource, of);
  const fhir::ResponseHead head = fhir::head_of(resource);
  if (citizen == nullptr || !is_plain_name(head.id)) return std::nullopt;
  Response response{text_of(member(resource, "id")), "", *citizen, head};
  if (head.kind == ResponseKind::observation)  // answers are read back, with their record
    response.text = resource.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

Outcome AnswersWatch::take(const Response& response, AnswersSeen& seen) {
  if (unread_.contains(response.id)) return {};
  switch (response.head.kind) {
    case ResponseKind::answers:
      return take_submission(response, seen);
    case ResponseKind::observation:
      return take_observation(response, seen);
    case ResponseKind::foreign:
      return {};
  }
  return {};
}

Outcome AnswersWatch::take_submission(const Response& response, AnswersSeen& seen) {
  const SubmissionId id(response.head.id);
  const auto presence = shelf_.presence(id);
  if (!presence) return own_store_refused();
  if (response.head.is_taken_back) {
    if (*presence != Presence::here) return {};
    if (const auto dropped = shelf_.drop(id); !dropped) return own_store_refused();
    seen.has_changes = true;
    return {};
  }
  if (*presence != Presence::never) return {};
  --left_;
  const auto whole = case_file_.read_back(id);
  if (whole.outcome.why == Why::changed_meanwhile) return {};  // taken back since it was listed
  if (whole.outcome.why == Why::other_content) return passed_by(response);
  if (!whole.outcome.is_done()) return whole.outcome;
  if (whole.value.citizen != response.citizen.citizen) return passed_by(response);
  const Submission& said = whole.value;
  const Receipt receipt{response.id,      response.citizen.patient,
                        said.tool.value,  said.definition_version,
                        said.finished_ms, said.session_record.empty() ? 0 : 1};
  if (const auto taken = shelf_.take_in(said, receipt); !taken) return own_store_refused();
  seen.has_changes = true;
  return {};
}

Outcome AnswersWatch::take_observation(const Response& response, AnswersSeen& seen) {
  if (response.head.is_taken_back) return {};
  const auto observation = fhir::read_observation(response.text);
  if (!observation || observation->citizen != response.citizen.citizen) return passed_by(response);
  const auto wanted = shelf_.wants(*observation);
  if (!wanted) return own_store_refused();
  if (!*wanted) return {};
  if (const auto taken = shelf_.take_in(*observation); !taken) return own_store_refused();
  seen.has_changes = true;
  return {};
}

Outcome AnswersWatch::passed_by(const Response& response) {
  unread_.insert(response.id);
  return {};
}

}  // namespace aktiv::sync
