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
  const auto citizens = shelf_.citizens();
  const auto until = shelf_.read_until_ms();
  if (!citizens || !until) return {own_store_refused()};
  until_ms_ = std::max(until_ms_, *until);

  const auto is_new = [&](const ReadCitizen& one) {
    return !one.is_read && !read_.contains(one.citizen.value);
  };
  std::vector<ReadCitizen> all = *citizens;
  const auto others = std::ranges::stable_partition(all, is_new);
  const std::span<const ReadCitizen> fresh(all.begin(), others.begin());
  const std::span<const ReadCitizen> known(others.begin(), others.end());

  newest_ms_ = 0;
  for (size_t at = 0; at < known.size(); at += most_asked) {
    const auto some = known.subspan(at, std::min(most_asked, known.size() - at));
    seen.outcome = read(some, std::max<int64_t>(0, until_ms_ - overlap_ms), seen);
    if (!seen.outcome.is_done()) return seen;
  }
  until_ms_ = std::max(until_ms_, newest_ms_);
  // What is not understood here is asked for again by the program that comes after this one.
  if (unread_.empty() && until_ms_ > *until)
    if (const auto put = shelf_.put_read_until(until_ms_); !put) return {own_store_refused()};

  for (const ReadCitizen& one : fresh.first(std::min(most_new, fresh.size()))) {
    seen.outcome = read({&one, 1}, 0, seen);
    if (!seen.outcome.is_done()) return seen;
    read_.insert(one.citizen.value);
    if (unread_.empty())
      if (const auto marked = shelf_.mark_read(one.citizen); !marked) return {own_store_refused()};
  }
  seen.has_more = fresh.size() > most_new;
  seen.unread = static_cast<int>(unread_.size());
  return seen;
}

Outcome AnswersWatch::read(std::span<const ReadCitizen> of, int64_t since_ms, AnswersSeen& seen) {
  std::vector<Response> responses;
  const Outcome listed = read_pages(
      transport_, base_, search_of(base_, of, since_ms), "QuestionnaireResponse",
      [&](const Json& resource, int64_t changed_ms) {
        newest_ms_ = std::max(newest_ms_, changed_ms);
        const ReadCitizen* citizen = subject_of(resource, of);
        const fhir::ResponseHead head = fhir::head_of(resource);
        // Whatever a server answers with, somebody else's answers are nobody's here.
        if (citizen == nullptr || !is_plain_name(head.id)) return;
        const bool is_whole = head.kind == ResponseKind::observation;  // the answers are read back
        responses.push_back({text_of(member(resource, "id")),
                             is_whole
                                 ? resource.dump(-1, ' ', false, Json::error_handler_t::replace)
                                 : std::string(),
                             *citizen, head});
      });
  if (!listed.is_done()) return listed;
  for (const Response& response : responses)
    if (const Outcome taken = take(response, seen); !taken.is_done()) return taken;
  return {};
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
  const auto whole = case_file_.read_back(id);
  if (!whole.outcome.is_done())
    return whole.outcome.why == Why::other_content ? passed_by(response) : whole.outcome;
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
  const auto has = shelf_.has_observation(response.citizen.citizen, response.head.id);
  if (!has) return own_store_refused();
  if (*has) return {};
  const auto observation = fhir::read_observation(response.text);
  if (!observation || observation->citizen != response.citizen.citizen) return passed_by(response);
  if (const auto taken = shelf_.take_in(*observation); !taken) return own_store_refused();
  seen.has_changes = true;
  return {};
}

Outcome AnswersWatch::passed_by(const Response& response) {
  unread_.insert(response.id);
  return {};
}

}  // namespace aktiv::sync
