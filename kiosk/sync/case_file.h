// The conversation with a case file, one errand at a time: what is sent, what is believed of the
// answer, and what is read back before anybody is told that it is there. Knows FHIR's REST rules;
// no time, no store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/submission.h"
#include "kiosk/sync/fhir/mapping.h"
#include "kiosk/sync/fhir/withdrawal.h"
#include "kiosk/sync/http.h"
#include "kiosk/sync/outbox.h"
#include "kiosk/sync/receipt.h"
#include "kiosk/sync/why.h"

namespace aktiv::sync {

enum class Verdict {
  done,
  again,       // the same bytes later
  pause,       // nothing goes until staff have seen to it
  quarantine,  // this errand alone; the rest goes on
};

struct Outcome {
  Verdict verdict = Verdict::done;
  Why why = Why::nothing;
  std::string retry_after;  // the header as it came
  bool is_for_everything =
      false;  // the wait holds for every errand: the link or the server is at fault

  bool is_done() const { return verdict == Verdict::done; }
};

template <class T>
struct Reached {
  T value{};
  Outcome outcome;  // value means something only where it is done
};

class CaseFile {
 public:
  // transport must outlive it. `base`: the FHIR base path, "/fhir". `centre`: whose kiosks find the
  // Patients that are made or agreed on here (fhir/patient.h); empty: nobody's.
  CaseFile(HttpTransport& transport, std::string base, std::string centre = "")
      : transport_(transport), base_(std::move(base)), centre_(std::move(centre)) {}

  // The citizen's Patient: made where there is none, then found by its pseudonym. Staff know the
  // citizen by the pictures, for no name leaves the kiosk. Its traits are those given, or none:
  // then another has made it, and they have yet to agree.
  Reached<KnownPatient> resolve_patient(const CitizenId& citizen, const fhir::Traits& traits);
  // Agrees with a Patient that is there on its traits (fhir::merged), and leaves the rest of it as
  // it is. The answer is what it bears now.
  Reached<KnownPatient> agree(const CitizenId& citizen, const KnownPatient& known,
                              const fhir::Traits& here);

  // `bytes`: transactions, one a line, sent in order; then each thing with an identifier is read
  // back.
  Reached<std::string> deliver(const std::string& bytes);  // the response's id

  Outcome take_back(const fhir::Withdrawal& known, const fhir::SendContext& context);

  // A whole submission as the case file has it; why changed_meanwhile where it was taken back,
  // other_content where this program does not
  // understand what is there.
  Reached<Submission> read_back(const SubmissionId& id);

  Outcome store_questionnaire(const std::string& bundle);
  // A batch of anonymous evaluations, whole, where the server is a case file of ours and says back
  // the sum of what it keeps; why no_case_file where it is another server.
  Outcome hand_in(const std::string& batch);
  // What such a server is given instead: counts alone. `bundle`: fhir/evaluation_counts.h.
  Outcome store_counts(const std::string& bundle);
  // `call`: its own UUID, so that a call that is sent twice is one.
  Outcome call_help(const std::string& kiosk, const std::string& call, int64_t at_ms);

 private:
  struct Found;
  struct Sent;
  Outcome transact(const std::string& bundle);
  Reached<std::vector<Found>> search(std::string_view type, std::string_view condition);
  Outcome is_whole_part(const std::string& part, std::string& response_id);
  Outcome is_stored(const Sent& sent, std::string& response_id);
  Reached<int> count_records(const SubmissionId& id, int at_least);
  Reached<Found> only_patient(const CitizenId& citizen);
  Outcome put(std::string_view type, const Found& found, const std::string& body);
  Outcome put_mark(const fhir::Mark& mark, const Found& found);
  Outcome replace_by_marks(const std::vector<fhir::Mark>& marks, std::vector<std::string>& targets);

  HttpTransport& transport_;
  std::string base_;
  std::string centre_;
};

// What to believe of an answer that is not the one hoped for.
Outcome judge(const HttpResult& result);
Outcome strange_answer();     // of one that is no case file's
Outcome own_store_refused();  // this kiosk's own disk: nothing goes for a while

}  // namespace aktiv::sync
