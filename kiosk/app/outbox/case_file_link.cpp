#include "kiosk/app/outbox/case_file_link.h"

namespace aktiv::app {
namespace {

using storage::Store;

// Another case file knows the citizens by other ids.
Status forget_patients(Store& store) {
  const auto citizens = store.people().citizens();
  if (!citizens) return citizens.error();
  for (const auto& citizen : *citizens) {
    if (const auto forgotten = store.people().put_patient(citizen.id, ""); !forgotten)
      return forgotten;
  }
  return {};
}

// By its key; where authorities vouch for it, by its address.
bool is_same_case_file(const storage::Enrolment& before, const sync::Enrolled& now) {
  const bool is_pinned = !now.spki_sha256.empty();
  const bool is_there = before.server == now.server && before.fhir_path == now.fhir_path;
  return before.centre == now.centre && before.spki_sha256 == now.spki_sha256 &&
         (is_pinned || is_there);
}

Status keep_enrolment(Store& store, const sync::Enrolled& enrolled) {
  const auto before = store.house().enrolment();
  if (!before) return before.error();
  if (*before && !is_same_case_file(**before, enrolled)) {
    if (const auto forgotten = forget_patients(store); !forgotten) return forgotten;
    if (const auto forgotten = forget_what_was_read(store); !forgotten) return forgotten;
  }
  const sync::smart::Client client = enrolled.client.value_or(sync::smart::Client{});
  return store.house().put_enrolment({enrolled.server, enrolled.spki_sha256, enrolled.credential,
                                      enrolled.centre, enrolled.fhir_path, client.id,
                                      client.token_url, client.scope});
}

std::string ca_file_of(const std::string& authorities) {
  return authorities == "system" ? "" : authorities;
}

Fault not_enrolled() {
  return {"this kiosk has no case file yet", "sync", "an enrolment"};
}

}  // namespace

CaseFileLink::CaseFileLink(LinkParts parts)
    : parts_(std::move(parts)), outbox_(parts_.store, {parts_.clock, parts_.chance}) {}

CaseFileLink::~CaseFileLink() = default;

Result<std::optional<CaseFileLink::Line>> CaseFileLink::line() {
  const auto enrolment = parts_.store.call<std::optional<storage::Enrolment>>(
      [](Store& store) { return store.house().enrolment(); });
  if (!enrolment) return enrolment.error();
  if (!*enrolment) return std::optional<Line>();
  const auto kiosk =
      parts_.store.call<std::string>([](Store& store) { return store.house().kiosk_id(); });
  if (!kiosk) return kiosk.error();

  const auto key =
      parts_.store.call<std::string>([](Store& store) { return store.house().device_key(); });
  if (!key) return key.error();

  Line line;
  sync::ServerAddress& address = line.destination.server;
  address.origin = (*enrolment)->server;
  address.spki_sha256 = (*enrolment)->spki_sha256;
  address.credential = (*enrolment)->credential;
  address.ca_file = ca_file_of(parts_.authorities);
  if (!(*enrolment)->client.empty())
    line.destination.client = sync::smart::Client{(*enrolment)->client, (*enrolment)->token_url,
                                                  (*enrolment)->scope, *key};
  line.settings.base = (*enrolment)->fhir_path;
  line.settings.centre = (*enrolment)->centre;
  line.settings.waits = parts_.waits;
  line.settings.context.kiosk = *kiosk;
  line.settings.context.codes = parts_.codes;
  line.settings.texts = parts_.texts;
  line.settings.staff_language = parts_.staff_language;
  return std::optional<Line>(std::move(line));
}

Result<CaseFileLink::Line> CaseFileLink::line_that_is_there() {
  auto found = line();
  if (!found) return found.error();
  if (!*found) return not_enrolled();
  return std::move(**found);
}

Status CaseFileLink::open() {
  close();
  auto found = line();
  if (!found) return found.error();
  if (!*found) return {};
  thread_ = std::make_unique<sync::SyncThread>(outbox_, (*found)->destination, (*found)->settings,
                                               parts_.clock, parts_.chance, parts_.on_change);
  return {};
}

void CaseFileLink::close() {
  thread_.reset();
}

Result<std::string> CaseFileLink::enrol(const std::string& code, const std::string& address,
                                        const std::string& kiosk_name) {
  const auto kiosk =
      parts_.store.call<std::string>([](Store& store) { return store.house().kiosk_id(); });
  if (!kiosk) return kiosk.error();
  sync::EnrolRequest request;
  request.code = code;
  request.address = address;
  request.kiosk = *kiosk;
  request.name = kiosk_name;
  request.trusts_authorities = !parts_.authorities.empty();
  request.ca_file = ca_file_of(parts_.authorities);
  const auto enrolled = sync::enrol(request);
  if (!enrolled) return enrolled.error();
  close();
  const auto kept =
      parts_.store.call<void>([&](Store& store) { return keep_enrolment(store, *enrolled); });
  if (!kept) return kept.error();
  return enrolled->centre;
}

Status CaseFileLink::sign_up(sync::smart::SignUp request) {
  const auto key =
      parts_.store.call<std::string>([](Store& store) { return store.house().device_key(); });
  if (!key) return key.error();
  if (key->empty())
    return Fault{"this kiosk has no key of its own yet", "device key",
                 "aktiv-kiosk key, and its public half registered with the server"};
  request.key_pem = *key;
  request.ca_file = ca_file_of(parts_.authorities);
  const auto enrolled = sync::smart::sign_up(request, parts_.clock);
  if (!enrolled) return enrolled.error();
  close();
  return parts_.store.call<void>([&](Store& store) { return keep_enrolment(store, *enrolled); });
}

Status CaseFileLink::publish(const std::vector<std::string>& bundles) {
  const auto found = line_that_is_there();
  if (!found) return found.error();
  sync::Connection connection(found->destination, parts_.clock);
  sync::CaseFile case_file(connection.transport(), found->settings.base);
  for (const std::string& bundle : bundles) {
    const auto stored = case_file.store_questionnaire(bundle);
    if (!stored.is_done())
      return Fault{"the server does not take questionnaires: " + std::string(code_of(stored.why)),
                   found->destination.server.origin,
                   "rights to store Questionnaire; answers are sent all the same"};
  }
  return {};
}

void CaseFileLink::wake() {
  if (thread_) thread_->wake();
}

void CaseFileLink::resume() {
  if (thread_) thread_->resume();
}

sync::SyncState CaseFileLink::state() const {
  if (thread_) return thread_->state();
  sync::SyncState state;
  state.why = sync::Why::not_enrolled;
  return state;
}

Result<sync::SyncReport> CaseFileLink::sync_once() {
  if (thread_) return Fault{"the sync runs by itself", "sync", "close() first"};
  const auto found = line_that_is_there();
  if (!found) return found.error();
  sync::Connection connection(found->destination, parts_.clock);
  sync::OutboxWorker worker(outbox_, connection.transport(), found->settings, parts_.clock,
                            parts_.chance);
  return sync::sync_once(worker);
}

Result<Submission> CaseFileLink::read_back(const SubmissionId& id) {
  const auto found = line_that_is_there();
  if (!found) return found.error();
  sync::Connection connection(found->destination, parts_.clock);
  sync::CaseFile case_file(connection.transport(), found->settings.base);
  auto back = case_file.read_back(id);
  if (back.outcome.is_done()) return std::move(back.value);
  return Fault{"the case file does not show it: " + std::string(code_of(back.outcome.why)),
               id.value, "a submission that arrived"};
}

}  // namespace aktiv::app
