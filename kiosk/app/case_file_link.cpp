#include "kiosk/app/case_file_link.h"

#include <sodium.h>

#include <chrono>
#include <fstream>
#include <sstream>

namespace aktiv::app {
namespace {

int64_t utc_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

double chance() {
  return randombytes_random() / 4294967296.0;
}

Result<fhir::Codes> read_codes(const std::filesystem::path& share) {
  const auto file = share / "fhir/codes.toml";
  std::ifstream in(file);
  if (!in)
    return Fault{"the code list cannot be read", file.string(),
                 "codes.toml as assets/fhir holds it"};
  std::ostringstream text;
  text << in.rdbuf();
  return fhir::parse_codes(text.str(), file.string());
}

struct Known {
  std::optional<storage::Enrolment> enrolment;
  std::string kiosk;
};

}  // namespace

CaseFileLink::CaseFileLink(storage::StoreThread& store, std::filesystem::path share,
                           const Content& content, std::function<void()> on_change)
    : store_(store),
      share_(std::move(share)),
      content_(content),
      on_change_(std::move(on_change)),
      outbox_(store) {}

Status CaseFileLink::begin() {
  auto known = store_.call<Known>([](storage::Store& store) -> Result<Known> {
    auto enrolment = store.house().enrolment();
    if (!enrolment) return enrolment.error();
    auto kiosk = store.house().kiosk_id();
    if (!kiosk) return kiosk.error();
    return Known{*enrolment, *kiosk};
  });
  if (!known) return known.error();
  thread_.reset();
  if (!known->enrolment) return {};
  auto codes = read_codes(share_);
  if (!codes) return codes.error();
  sync::WorkerSettings settings;
  settings.base = known->enrolment->fhir_path;
  settings.context.kiosk = known->kiosk;
  settings.context.codes = *codes;
  settings.context.text = [&texts = content_.texts](std::string_view key) {
    const std::string* text = texts.find("da", key);
    return text == nullptr ? std::string() : *text;
  };
  if (start_spread_ms_ >= 0) settings.waits.start_spread_ms = start_spread_ms_;
  centre_ = known->enrolment->centre;
  const sync::Enrolled enrolled{known->enrolment->server, known->enrolment->spki_sha256,
                                known->enrolment->credential, centre_, known->enrolment->fhir_path};
  thread_ = std::make_unique<sync::SyncThread>(outbox_, sync::address_of(enrolled), settings,
                                               utc_ms, chance, on_change_);
  return {};
}

void CaseFileLink::wake() {
  if (thread_) thread_->wake();
}

void CaseFileLink::try_now() {
  if (thread_) thread_->resume();
}

sync::SyncState CaseFileLink::state() const {
  return thread_ ? thread_->state() : sync::SyncState{};
}

Status enrol_kiosk(storage::Store& store, const std::string& address, const std::string& code,
                   const std::string& name) {
  auto kiosk = store.house().kiosk_id();
  if (!kiosk) return kiosk.error();
  sync::EnrolRequest request;
  request.code = code;
  request.address = address;
  request.kiosk = *kiosk;
  request.name = name;
  auto enrolled = sync::enrol(request);
  if (!enrolled) return enrolled.error();
  return store.house().put_enrolment({enrolled->server, enrolled->spki_sha256, enrolled->credential,
                                      enrolled->centre, enrolled->fhir_path});
}

}  // namespace aktiv::app
