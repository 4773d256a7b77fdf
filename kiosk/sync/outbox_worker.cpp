#include "kiosk/sync/outbox_worker.h"

#include <algorithm>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/sync/fhir/evaluation_counts.h"

namespace aktiv::sync {
namespace {

Outcome not_buildable() {
  return {Verdict::quarantine, Why::cannot_be_built, "", false};
}

int record_parts(const Submission& submission, const fhir::SendContext& context) {
  const size_t step = std::max<size_t>(1, context.max_record_bytes);
  return static_cast<int>((submission.session_record.size() + step - 1) / step);
}

std::string joined_lines(const std::vector<std::string>& parts) {
  std::string bytes;
  for (const auto& part : parts) bytes += part + "\n";
  return bytes;
}

}  // namespace

OutboxWorker::OutboxWorker(Outbox& outbox, HttpTransport& transport, WorkerSettings settings,
                           UtcClock clock, Chance chance)
    : outbox_(outbox),
      line_(transport, clock),
      case_file_(line_, settings.base, settings.centre),
      watch_(outbox, line_, settings.base, settings.centre),
      settings_(std::move(settings)),
      clock_(std::move(clock)),
      chance_(std::move(chance)) {}

void OutboxWorker::spread_start() {
  const auto spread = static_cast<double>(settings_.waits.start_spread_ms);
  link_not_before_ms_ = clock_() + static_cast<int64_t>(spread * chance_());
}

void OutboxWorker::resume() {
  state_.is_paused = false;
  state_.why = Why::nothing;
  state_.refused.clear();
  outbox_.take_up_refused();
  watch_.resume();
  link_not_before_ms_ = 0;
  link_failures_ = 0;
}

StepKind OutboxWorker::step() {
  const StepKind kind = do_one();
  // Not to the millisecond, or each answer would be news to the screen.
  state_.clock_ahead_ms = line_.ahead_ms() / 60'000 * 60'000;
  return kind;
}

StepKind OutboxWorker::do_one() {
  if (state_.is_paused) return StepKind::paused;
  const int64_t now = clock_();
  state_.next_try_ms = 0;
  if (!is_due(link_not_before_ms_, now, settings_.waits)) {
    state_.next_try_ms = link_not_before_ms_;
    return StepKind::waits;
  }
  if (const auto helped = help_first(now); helped != StepKind::nothing_waits) return helped;

  const auto heads = outbox_.heads();
  if (!heads) return store_refused();
  const auto errand = due_errand(*heads, now);
  if (errand) return settle(*errand, run(*errand));
  if (watch_.is_due(now, settings_.waits)) return look(now);
  return heads->empty() ? StepKind::nothing_waits : StepKind::waits;
}

int64_t OutboxWorker::next_due_ms() const {
  if (state_.is_paused) return 0;
  const int64_t errand = state_.next_try_ms;
  // Nobody is looked for while the link is held.
  const int64_t look =
      watch_.looks() ? std::max(watch_.next_look_ms(), link_not_before_ms_) : int64_t{0};
  return errand == 0 || look == 0 ? std::max(errand, look) : std::min(errand, look);
}

// When nothing of this kiosk's own is due: who came to the others.
StepKind OutboxWorker::look(int64_t now) {
  const auto sighting =
      watch_.look(now, settings_.waits, chance_,
                  [this](const CitizenId& citizen) { return agree_on_traits(citizen); });
  state_.citizens_changed += sighting.has_changes ? 1 : 0;
  state_.signs_taken = sighting.signs_taken;
  state_.unread = sighting.unread;
  return StepKind::looked;
}

// Somebody asked for help: that goes before everything.
StepKind OutboxWorker::help_first(int64_t now) {
  const auto calls = outbox_.help_calls();
  if (!calls) return store_refused();
  if (calls->empty()) return StepKind::nothing_waits;
  const auto& call = calls->front();
  const auto outcome = case_file_.call_help(settings_.context.kiosk, call.id, call.at_ms);
  const bool is_over = outcome.is_done() || outcome.verdict == Verdict::quarantine;
  const bool has_no_such_page =
      outcome.why == Why::no_case_file;  // a foreign server: nobody to call there
  if (is_over || has_no_such_page) {
    if (const auto marked = outbox_.mark_help_arrived(call); !marked) return store_refused();
    return outcome.is_done() ? StepKind::arrived : StepKind::quarantined;
  }
  if (outcome.verdict == Verdict::pause) {
    state_.is_paused = true;
    state_.why = outcome.why;
    return StepKind::paused;
  }
  hold_link(outcome, wait_after(outcome, ++link_failures_, now), now);
  return StepKind::held;
}

std::optional<Errand> OutboxWorker::due_errand(const std::vector<Errand>& heads, int64_t now) {
  const Errand* first = nullptr;
  for (const auto& errand : heads) {
    if (is_due(errand.not_before_ms, now, settings_.waits)) {
      // Taking back goes before sending; then whoever has waited longest since the last try.
      const bool is_earlier =
          !first || errand.kind < first->kind ||
          (errand.kind == first->kind && errand.not_before_ms < first->not_before_ms);
      if (is_earlier) first = &errand;
    } else if (state_.next_try_ms == 0 || errand.not_before_ms < state_.next_try_ms) {
      state_.next_try_ms = errand.not_before_ms;
    }
  }
  return first ? std::optional<Errand>(*first) : std::nullopt;
}

Outcome OutboxWorker::run(const Errand& errand) {
  switch (errand.kind) {
    case ErrandKind::withdrawal:
      return take_back(errand);
    case ErrandKind::submission:
    case ErrandKind::observation:
      return deliver(errand);
    case ErrandKind::traits:
      return agree_on_traits(errand.citizen);
    case ErrandKind::evaluations:
      return hand_in(errand);
  }
  return not_buildable();
}

// Staff know a citizen of the case file by the pictures, and another kiosk how it is used; answers
// never wait for them. What is told is noted, then it goes there, then here, then what was agreed
// on is noted: after a cut at any point the same comes of doing it again.
Outcome OutboxWorker::agree_on_traits(const CitizenId& citizen) {
  const auto known = outbox_.patient(citizen);
  const auto here = outbox_.traits(citizen);
  if (!known || !here) return own_store_refused();
  if (!*known) return {};
  KnownPatient telling = **known;
  telling.told.merge(fhir::changed(telling.traits, *here));
  if (telling != **known)
    if (const auto noted = outbox_.remember_patient(citizen, telling); !noted)
      return own_store_refused();
  const auto agreed = case_file_.agree(citizen, telling, *here);
  if (!agreed.outcome.is_done()) return agreed.outcome;
  const auto kept = outbox_.keep_traits(citizen, *here, agreed.value.traits);
  if (!kept) return own_store_refused();
  if (!*kept) return {Verdict::again, Why::changed_meanwhile, "", false};
  if (agreed.value.traits != *here) ++state_.citizens_changed;
  const auto noted =
      outbox_.remember_patient(citizen, {telling.id, agreed.value.traits, agreed.value.centre, {}});
  return noted ? Outcome{} : own_store_refused();
}

// Sets of answers and words are for the unit's own case file; any other server learns counts of
// groups of five and more, and nothing that is smaller.
Outcome OutboxWorker::hand_in(const Errand& errand) {
  const auto bytes = outbox_.evaluations(errand);
  if (!bytes) return own_store_refused();
  const auto whole = case_file_.hand_in(*bytes);
  if (whole.why != Why::no_case_file) return whole;
  const auto batch = evaluation_batch_from_json(*bytes);
  if (!batch) return not_buildable();
  const auto counts = fhir::build_evaluation_counts(*batch);
  if (!counts) return not_buildable();
  return counts->empty() ? Outcome{} : case_file_.store_counts(*counts);
}

Reached<std::string> OutboxWorker::patient_of(const CitizenId& citizen) {
  const auto known = outbox_.patient(citizen);
  if (!known) return {{}, own_store_refused()};
  if (*known) return {(*known)->id, {}};
  const auto traits = outbox_.traits(citizen);
  if (!traits) return {{}, own_store_refused()};
  auto resolved = case_file_.resolve_patient(citizen, *traits);
  if (!resolved.outcome.is_done()) return {{}, resolved.outcome};
  if (const auto kept = outbox_.remember_patient(citizen, resolved.value); !kept) {
    return {{}, own_store_refused()};
  }
  return {resolved.value.id, {}};
}

// What was shown is written down in the language in which it was shown.
void OutboxWorker::speak(fhir::SendContext& context, const std::string& language) const {
  if (!settings_.texts) return;
  context.text = [texts = settings_.texts, language](std::string_view key) {
    return texts(language, key);
  };
}

Result<std::string> OutboxWorker::built(const Errand& errand, const std::string& patient) {
  fhir::SendContext context = settings_.context;
  context.patient = patient;
  if (errand.kind == ErrandKind::observation) {
    const auto observation = outbox_.observation(errand);
    if (!observation) return observation.error();
    speak(context, settings_.staff_language);
    return fhir::build_observation(*observation, context);
  }
  const auto submission = outbox_.submission(errand);
  if (!submission) return submission.error();
  speak(context, submission->language);
  const auto parts = fhir::build_bundles(*submission, context);
  if (!parts) return parts.error();
  return joined_lines(*parts);
}

// Built once, sealed before the first byte leaves, the same ever after.
Reached<std::string> OutboxWorker::sealed(const Errand& errand, const std::string& patient) {
  const auto kept = outbox_.sealed_request(errand);
  if (!kept) return {{}, own_store_refused()};
  if (*kept) return {**kept, {}};
  auto bytes = built(errand, patient);
  if (!bytes) return {{}, not_buildable()};
  if (const auto sealing = outbox_.seal_request(errand, *bytes); !sealing) {
    return {{}, own_store_refused()};
  }
  return {std::move(*bytes), {}};
}

Outcome OutboxWorker::deliver(const Errand& errand) {
  const auto patient = patient_of(errand.citizen);
  if (!patient.outcome.is_done()) return patient.outcome;
  const auto bytes = sealed(errand, patient.value);
  if (!bytes.outcome.is_done()) return bytes.outcome;

  receipt_ = {"", patient.value, "", 1, 0, 0};
  if (errand.kind == ErrandKind::submission) {
    const auto submission = outbox_.submission(errand);
    if (!submission) return own_store_refused();
    receipt_.tool = submission->tool.value;
    receipt_.definition_version = submission->definition_version;
    receipt_.finished_ms = submission->finished_ms;
    receipt_.record_parts = record_parts(*submission, settings_.context);
  }
  if (const auto marked = outbox_.mark_sending(errand); !marked) return own_store_refused();
  const auto delivered = case_file_.deliver(bytes.value);
  receipt_.response = delivered.value;
  return delivered.outcome;
}

Outcome OutboxWorker::take_back(const Errand& errand) {
  const auto receipt = outbox_.receipt(errand);
  if (!receipt) return own_store_refused();
  fhir::SendContext context = settings_.context;
  const auto patient =
      *receipt ? Reached<std::string>{(*receipt)->patient, {}} : patient_of(errand.citizen);
  if (!patient.outcome.is_done()) return patient.outcome;
  context.patient = patient.value;

  fhir::Withdrawal withdrawal;
  withdrawal.submission = SubmissionId(errand.id);
  withdrawal.citizen = errand.citizen;
  withdrawal.at_ms = clock_();
  if (*receipt) {
    receipt_ = **receipt;
    withdrawal.tool = ToolId(receipt_.tool);
    withdrawal.definition_version = receipt_.definition_version;
    withdrawal.finished_ms = receipt_.finished_ms;
    withdrawal.record_parts = receipt_.record_parts;
  }
  return case_file_.take_back(withdrawal, context);
}

StepKind OutboxWorker::settle(const Errand& errand, const Outcome& outcome) {
  const int64_t now = clock_();
  if (outcome.why == Why::cannot_be_kept) return store_refused();
  switch (outcome.verdict) {
    case Verdict::done:
      if (const auto marked = outbox_.mark_arrived(errand, receipt_); !marked)
        return store_refused();
      state_.why = Why::nothing;
      state_.last_contact_ms = now;
      link_failures_ = 0;
      return StepKind::arrived;
    case Verdict::quarantine:
      if (const auto marked = outbox_.mark_quarantined(errand, outcome.why); !marked) {
        return store_refused();
      }
      if (errand.kind != ErrandKind::submission) state_.refused[errand.kind] = outcome.why;
      state_.last_contact_ms = now;
      return StepKind::quarantined;
    case Verdict::pause: {
      const auto marked = outbox_.mark_waiting(errand, outcome.why, 0);
      state_.is_paused = true;
      state_.why = outcome.why;
      return marked ? StepKind::paused : store_refused();
    }
    case Verdict::again:
      return hold(errand, outcome, now);
  }
  return StepKind::held;
}

StepKind OutboxWorker::hold(const Errand& errand, const Outcome& outcome, int64_t now) {
  const int tries = outcome.is_for_everything ? ++link_failures_ : errand.attempts + 1;
  const int64_t wait_ms = wait_after(outcome, tries, now);
  if (outcome.is_for_everything) hold_link(outcome, wait_ms, now);
  state_.why = outcome.why;
  const auto marked = outbox_.mark_waiting(errand, outcome.why, now + wait_ms);
  return marked ? StepKind::held : store_refused();
}

void OutboxWorker::hold_link(const Outcome& outcome, int64_t wait_ms, int64_t now) {
  link_not_before_ms_ = now + wait_ms;
  state_.why = outcome.why;
  state_.next_try_ms = link_not_before_ms_;
}

int64_t OutboxWorker::wait_after(const Outcome& outcome, int attempts, int64_t now) {
  if (outcome.why == Why::changed_meanwhile && attempts <= 1) return 0;  // read anew at once
  if (outcome.why == Why::certificate) return settings_.waits.certificate_ms;
  const int64_t own = back_off_ms(settings_.waits, attempts, chance_);
  return std::max(own, retry_after_ms(outcome.retry_after, now, settings_.waits, chance_));
}

// The kiosk's own disk: nothing is sent that could not be recorded.
StepKind OutboxWorker::store_refused() {
  const int64_t now = clock_();
  hold_link(own_store_refused(), back_off_ms(settings_.waits, ++link_failures_, chance_), now);
  return StepKind::held;
}

}  // namespace aktiv::sync
