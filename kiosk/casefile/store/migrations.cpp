#include "kiosk/casefile/store/migrations.h"

namespace aktiv::casefile {
namespace {

// Bodies and names are sealed (vault.h); what stands in the open is what must be searched: random
// identifiers, versions and times.
const char* const first = R"sql(
CREATE TABLE sealed_check(id INTEGER PRIMARY KEY CHECK(id = 1), seal BLOB NOT NULL);

CREATE TABLE centre(
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, created_ms INTEGER NOT NULL);

CREATE TABLE resource(
  type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, centre TEXT NOT NULL,
  kiosk TEXT, patient TEXT, updated_ms INTEGER NOT NULL, is_withdrawn INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(type, id)) WITHOUT ROWID;
CREATE INDEX resource_by_time ON resource(type, centre, updated_ms, id);
CREATE INDEX resource_by_patient ON resource(patient, type, updated_ms);

CREATE TABLE resource_version(
  type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, updated_ms INTEGER NOT NULL,
  body BLOB, PRIMARY KEY(type, id, version));

CREATE TABLE identifier(
  type TEXT NOT NULL, system TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY(type, system, value)) WITHOUT ROWID;
CREATE INDEX identifier_by_value ON identifier(type, value);
CREATE INDEX identifier_by_id ON identifier(type, id);

CREATE TABLE tag(
  type TEXT NOT NULL, system TEXT NOT NULL, code TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY(type, system, code, id)) WITHOUT ROWID;
CREATE INDEX tag_by_id ON tag(type, id);

CREATE TABLE kiosk(
  id TEXT PRIMARY KEY, centre TEXT NOT NULL REFERENCES centre(id), name TEXT NOT NULL,
  credential_hash BLOB NOT NULL UNIQUE, enrolled_ms INTEGER NOT NULL, seen_ms INTEGER,
  revoked_ms INTEGER);

CREATE TABLE enrolment_code(
  secret_hash BLOB PRIMARY KEY, centre TEXT NOT NULL REFERENCES centre(id),
  created_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL, used_ms INTEGER);

CREATE TABLE account(
  id TEXT PRIMARY KEY, sign_in TEXT NOT NULL UNIQUE COLLATE NOCASE, name BLOB NOT NULL,
  is_administrator INTEGER NOT NULL, centre TEXT REFERENCES centre(id),
  password_hash TEXT NOT NULL, must_change INTEGER NOT NULL, created_ms INTEGER NOT NULL,
  closed_ms INTEGER);

CREATE TABLE web_session(
  token_hash BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES account(id), csrf TEXT NOT NULL,
  started_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL);

CREATE TABLE person(
  id TEXT PRIMARY KEY, centre TEXT NOT NULL REFERENCES centre(id), name BLOB,
  created_ms INTEGER NOT NULL);
CREATE TABLE pseudonym(
  patient TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person(id)) WITHOUT ROWID;
CREATE INDEX pseudonym_by_person ON pseudonym(person);

CREATE TABLE access_log(
  number INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, account TEXT, centre TEXT,
  action TEXT NOT NULL, person TEXT, about TEXT);
CREATE INDEX access_log_by_person ON access_log(person, number);

CREATE TABLE help_mark(
  id TEXT PRIMARY KEY, kiosk TEXT NOT NULL REFERENCES kiosk(id), centre TEXT NOT NULL,
  at_ms INTEGER NOT NULL, dismissed_ms INTEGER, dismissed_by TEXT);
)sql";

// Anonymous evaluations, a batch a row: sealed whole, and nothing of the kiosk or the time with it.
const char* const evaluations = R"sql(
CREATE TABLE evaluation_batch(
  id TEXT PRIMARY KEY, centre TEXT NOT NULL REFERENCES centre(id), body BLOB NOT NULL) WITHOUT ROWID;
)sql";

// What staff write stands apart from what kiosks send, and is never given to one.
const char* const staffs = R"sql(
ALTER TABLE resource ADD COLUMN is_for_staff INTEGER NOT NULL DEFAULT 0;
)sql";

// Wishes without an offer: sealed whole, and nothing of whose they are.
const char* const demand = R"sql(
CREATE TABLE demand(
  id TEXT PRIMARY KEY, centre TEXT NOT NULL REFERENCES centre(id), body BLOB NOT NULL) WITHOUT ROWID;
)sql";

// The leader's own numbers, begun with what the unit counted in 2016.
const char* const leader = R"sql(
CREATE TABLE target(
  type TEXT NOT NULL, year INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY(type, year))
  WITHOUT ROWID;
INSERT INTO target(type, year, value) VALUES
  ('ordinary_special_terms', 2016, 108), ('sheltered_employment_103', 2016, 124),
  ('activity_offer_104', 2016, 456);
)sql";

// What was written after a session had ended: sealed, one for each account.
const char* const kept_forms = R"sql(
CREATE TABLE kept_form(
  account TEXT PRIMARY KEY REFERENCES account(id), at_ms INTEGER NOT NULL, body BLOB NOT NULL)
  WITHOUT ROWID;
)sql";

// What each response says, beside it (readings/): all of one citizen's lie together. Another
// version of the response throws it away.
const char* const readings = R"sql(
CREATE TABLE reading(
  patient TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, centre TEXT NOT NULL,
  kiosk TEXT NOT NULL, updated_ms INTEGER NOT NULL, is_withdrawn INTEGER NOT NULL,
  form INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY(patient, id)) WITHOUT ROWID;
CREATE INDEX reading_by_form ON reading(patient, form);
CREATE TRIGGER reading_replaced AFTER UPDATE OF version ON resource
  BEGIN DELETE FROM reading WHERE patient = OLD.patient AND id = OLD.id; END;
CREATE TRIGGER reading_gone AFTER DELETE ON resource
  BEGIN DELETE FROM reading WHERE patient = OLD.patient AND id = OLD.id; END;
DROP INDEX resource_by_patient;
CREATE INDEX resource_by_patient ON resource(patient, type, is_for_staff, updated_ms);
)sql";

// Who may do what: a role at the centre, the leader's pages, and each citizen's circle. Whoever was
// an administrator before could see the leader's pages: they still can, until it is taken from
// them.
const char* const rights = R"sql(
ALTER TABLE account ADD COLUMN role TEXT NOT NULL DEFAULT 'mentor';
ALTER TABLE account ADD COLUMN is_leader INTEGER NOT NULL DEFAULT 0;
UPDATE account SET is_leader = is_administrator;
CREATE TABLE circle(
  person TEXT NOT NULL REFERENCES person(id), account TEXT NOT NULL REFERENCES account(id),
  since_ms INTEGER NOT NULL, cards BLOB NOT NULL, PRIMARY KEY(person, account)) WITHOUT ROWID;
CREATE INDEX circle_by_account ON circle(account);
)sql";

// The second step of signing in: the key of the app's codes, sealed, and the last code's time step.
// A session that waits for its code opens nothing.
const char* const second_step = R"sql(
ALTER TABLE account ADD COLUMN code_key BLOB;
ALTER TABLE account ADD COLUMN code_step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE web_session ADD COLUMN is_waiting INTEGER NOT NULL DEFAULT 0;
)sql";

}  // namespace

const std::vector<std::string>& migrations() {
  static const std::vector<std::string> steps = {
      first, evaluations, staffs, demand, leader, kept_forms, readings, rights, second_step};
  return steps;
}

}  // namespace aktiv::casefile
