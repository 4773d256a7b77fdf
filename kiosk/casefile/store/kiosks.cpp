#include "kiosk/casefile/store/kiosks.h"

#include "kiosk/casefile/auth/secret.h"

namespace aktiv::casefile {
namespace {

std::optional<Centre> one_centre(Statement& row) {
  if (!row.step()) return std::nullopt;
  return Centre{row.text(0), row.text(1)};
}

constexpr const char* kiosk_columns =
    "SELECT id, centre, name, enrolled_ms, seen_ms, revoked_ms FROM kiosk ";

Kiosk kiosk_of(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), row.number(3), row.number(4), row.number(5)};
}

}  // namespace

std::vector<Centre> all_centres(Connection& db) {
  Statement rows(db, "SELECT id, name FROM centre ORDER BY name COLLATE NOCASE");
  std::vector<Centre> centres;
  while (rows.step()) centres.push_back({rows.text(0), rows.text(1)});
  return centres;
}

std::optional<Centre> find_centre(Connection& db, const std::string& id) {
  Statement row(db, "SELECT id, name FROM centre WHERE id = ?", id);
  return one_centre(row);
}

std::optional<Centre> centre_named(Connection& db, const std::string& name) {
  Statement row(db, "SELECT id, name FROM centre WHERE name = ?", name);
  return one_centre(row);
}

std::optional<Centre> create_centre(Connection& db, const std::string& name, int64_t now_ms) {
  if (centre_named(db, name)) return std::nullopt;
  Centre centre{random_uuid(), name};
  Statement(db, "INSERT INTO centre(id, name, created_ms) VALUES(?,?,?)", centre.id, name, now_ms)
      .run();
  return centre;
}

std::vector<Kiosk> kiosks_of_centre(Connection& db, const std::string& centre) {
  Statement rows(
      db, std::string(kiosk_columns) + "WHERE centre = ? ORDER BY name COLLATE NOCASE, id", centre);
  std::vector<Kiosk> kiosks;
  while (rows.step()) kiosks.push_back(kiosk_of(rows));
  return kiosks;
}

std::optional<Kiosk> find_kiosk(Connection& db, const std::string& id) {
  Statement row(db, std::string(kiosk_columns) + "WHERE id = ?", id);
  return row.step() ? std::optional(kiosk_of(row)) : std::nullopt;
}

std::optional<Kiosk> kiosk_with_credential(Connection& db, const std::string& hash) {
  Statement row(db, std::string(kiosk_columns) + "WHERE credential_hash = ? AND revoked_ms IS NULL",
                Blob{hash});
  return row.step() ? std::optional(kiosk_of(row)) : std::nullopt;
}

void note_kiosk_seen(Connection& db, const std::string& id, int64_t now_ms) {
  Statement(db, "UPDATE kiosk SET seen_ms = ? WHERE id = ?", now_ms, id).run();
}

void keep_kiosk(Connection& db, const Kiosk& kiosk, const std::string& credential_hash) {
  Statement(db,
            "INSERT INTO kiosk(id, centre, name, credential_hash, enrolled_ms) VALUES(?,?,?,?,?) "
            "ON CONFLICT(id) DO UPDATE SET name = excluded.name, revoked_ms = NULL, "
            "credential_hash = excluded.credential_hash, enrolled_ms = excluded.enrolled_ms",
            kiosk.id, kiosk.centre, kiosk.name, Blob{credential_hash}, kiosk.enrolled_ms)
      .run();
}

bool revoke_kiosk(Connection& db, const std::string& id, int64_t now_ms) {
  Statement(db, "UPDATE kiosk SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL", now_ms, id)
      .run();
  return db.changes() > 0;
}

void keep_enrolment_code(Connection& db, const std::string& secret_hash, const std::string& centre,
                         int64_t now_ms, int64_t expires_ms) {
  Statement(
      db, "INSERT INTO enrolment_code(secret_hash, centre, created_ms, expires_ms) VALUES(?,?,?,?)",
      Blob{secret_hash}, centre, now_ms, expires_ms)
      .run();
}

std::optional<Centre> use_enrolment_code(Connection& db, const std::string& secret_hash,
                                         int64_t now_ms) {
  Statement row(
      db,
      "UPDATE enrolment_code SET used_ms = ? WHERE secret_hash = ? AND used_ms IS NULL AND "
      "expires_ms > ? RETURNING centre",
      now_ms, Blob{secret_hash}, now_ms);
  std::string centre;
  while (row.step()) centre = row.text(0);
  return centre.empty() ? std::nullopt : find_centre(db, centre);
}

void keep_help_mark(Connection& db, const Kiosk& kiosk, const std::string& id, int64_t at_ms) {
  Statement(db,
            "INSERT INTO help_mark(id, kiosk, centre, at_ms) VALUES(?,?,?,?) "
            "ON CONFLICT(id) DO NOTHING",
            id, kiosk.id, kiosk.centre, at_ms)
      .run();
}

std::vector<HelpMark> open_help_marks(Connection& db, const std::string& centre) {
  Statement rows(db,
                 "SELECT h.id, k.name, h.at_ms FROM help_mark h JOIN kiosk k ON k.id = h.kiosk "
                 "WHERE h.centre = ? AND h.dismissed_ms IS NULL ORDER BY h.at_ms",
                 centre);
  std::vector<HelpMark> marks;
  while (rows.step()) marks.push_back({rows.text(0), rows.text(1), rows.number(2)});
  return marks;
}

bool dismiss_help_mark(Connection& db, const std::string& id, const std::string& centre,
                       const std::string& account, int64_t now_ms) {
  Statement(
      db,
      "UPDATE help_mark SET dismissed_ms = ?, dismissed_by = ? WHERE id = ? AND centre = ? AND "
      "dismissed_ms IS NULL",
      now_ms, account, id, centre)
      .run();
  return db.changes() > 0;
}

}  // namespace aktiv::casefile
