// The kiosk's link to its case file: not there until enrolment, then a sync on its own thread. Owns
// adapter and thread. open, enrol, sync_once and read_back wait for disk or network: never on the
// loop. wake, resume and state return at once, from any thread but never while open or enrol runs
// on another.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/outbox/outbox_adapter.h"
#include "kiosk/sync/commands.h"
#include "kiosk/sync/enrol.h"
#include "kiosk/sync/smart/sign_up.h"
#include "kiosk/sync/sync_thread.h"

namespace aktiv::app {

struct LinkParts {
  storage::StoreThread& store;  // outlives the link
  fhir::Codes codes;            // share/aktiv/fhir/codes.toml
  // Shown texts by language and key; may be unset.
  std::function<std::string(std::string_view language, std::string_view key)> texts;
  sync::UtcClock clock;
  sync::Chance chance;
  std::function<void()> on_change;  // on the sync's thread: must only wake the loop
  sync::Waits waits;
  std::string staff_language = "da";
  // "": enrolment pins the case file's own key. "system", or a file of certificate authorities
  // (PEM): a municipality's own certificate is believed through them, and may be renewed.
  std::string authorities;
};

class CaseFileLink {
 public:
  explicit CaseFileLink(LinkParts parts);
  ~CaseFileLink();

  // Starts the sync where the kiosk is enrolled; does nothing where it is not.
  Status open();
  void close();

  // Trades a one-time code for a credential and keeps it; open() starts it.
  Result<std::string> enrol(const std::string& code, const std::string& address,
                            const std::string& kiosk_name);  // the centre's name

  // At a FHIR server that is not ours, with this kiosk's device key; open() starts it. The
  // request's key and authorities are filled in here.
  Status sign_up(sync::smart::SignUp request);

  // Stores each (sync/questionnaires), once however often; by hand, while no thread runs.
  Status publish(const std::vector<std::string>& bundles);

  void wake();
  void resume();
  sync::SyncState state() const;  // why not_enrolled where there is no case file

  // By hand, while no thread runs: everything that is due, now.
  Result<sync::SyncReport> sync_once();
  // A submission as the case file has it.
  Result<Submission> read_back(const SubmissionId& id);

 private:
  struct Line {
    sync::Destination destination;
    sync::WorkerSettings settings;
  };
  Result<std::optional<Line>> line();
  Result<Line> line_that_is_there();  // a Fault where there is no case file yet

  LinkParts parts_;
  OutboxAdapter outbox_;
  std::unique_ptr<sync::SyncThread> thread_;
};

}  // namespace aktiv::app
