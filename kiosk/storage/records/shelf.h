// Where records lie, as the rules of the journal, the outbox, the people and the house see it. Two
// adapters: MemoryShelf and SqliteShelf. Bytes are sealed by the adapter under the row's key, bound
// to the row's whole identity. For one thread; fails with Trouble.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/storage/keys/key_ring.h"

namespace aktiv::storage {

enum class Table {
  conversations,  // owner: citizen or "" (secret); kind: state; key: the conversation's
  events,        // owner: conversation; place: sequence; kind: the event's; key: the conversation's
  outbox,        // id: submission; owner: citizen; place: sequence; kind: state; key: the house's
  submissions,   // id: submission; owner: conversation; key: the conversation's
  requests,      // as submissions
  receipts,      // id: submission; owner: citizen; key: the house's
  citizens,      // key: the citizen's
  notes,         // kind: profile, patient, photo, next_meeting; owner: citizen; key: the citizen's
  locks,         // owner: citizen or mentor; key: the citizen's, or the house's
  mentors,       // key: the house's
  observations,  // owner: citizen; kind: waiting or acknowledged; key: the citizen's
  help_calls,    // key: the house's
  settings,      // key: the house's
  evaluations,   // one row, nobody's; key: its own, fresh at each writing
  sheets,        // id and owner: conversation; key: the conversation's
};

inline constexpr std::array<std::string_view, 15> table_names{
    "conversations", "events",     "outbox",   "submissions", "requests",
    "receipts",      "citizens",   "notes",    "locks",       "mentors",
    "observations",  "help_calls", "settings", "evaluations", "sheets"};

// Owned by a conversation and sealed with its key. Many and large: not opened to look for damage.
inline constexpr std::array of_a_conversation{Table::events, Table::submissions, Table::requests,
                                              Table::sheets};

struct Row {
  std::string id;  // one of a kind within its table (within its owner for events)
  std::string owner;
  int64_t place = 0;
  std::string kind;
  KeyId key;  // empty: the house's key
  std::string bytes;
};

// What becomes of the rows of a doomed key: erased now, or, where a full disk has no room for that,
// left for bury(). Nobody can read them by then.
enum class RowsOfDoomed { erased, left };

class Shelf {
 public:
  virtual ~Shelf() = default;

  // Erasing, which a citizen may ask for on a full disk too: a transaction, then bury(). Without
  // room, what was set aside is used, and `work` is done again, leaving the rows of doomed keys.
  void erase_for_good(const std::function<void(RowsOfDoomed)>& work);

  // All of it or nothing; committed and synced when it returns. Not nested.
  virtual void in_transaction(const std::function<void()>& work) = 0;

  virtual std::optional<Row> find(Table table, const std::string& id) = 0;  // not for events
  virtual std::optional<Row> find_owned(Table table, const std::string& owner,
                                        const std::string& id) = 0;
  virtual bool has(Table table, const std::string& id) = 0;  // unopened; not for events
  virtual int64_t last_place(Table table) = 0;               // 0 where there is nothing
  virtual std::vector<Row> list(Table table) = 0;            // by place, then id
  virtual std::vector<Row> list(Table table, const std::string& owner) = 0;
  virtual void put(Table table,
                   const Row& row) = 0;  // new, or in place of the row with the same id
  virtual void erase(Table table, const std::string& id) = 0;
  virtual void erase_owned(Table table, const std::string& owner) = 0;

  virtual KeyId fresh_key() = 0;  // durable when it returns
  // Within a transaction: this key is to be destroyed. bury() destroys, after the commit; what a
  // power cut leaves unburied is buried at the next opening.
  virtual void doom(const KeyId& key) = 0;
  virtual void bury() = 0;
  virtual void use_room_set_aside() {}

  virtual std::string where() const = 0;  // for faults
  virtual const std::vector<Fault>& damage() const = 0;
};

// Everything a sealed row is bound to: no row can stand in for another.
std::string identity_of(Table table, const Row& row);

}  // namespace aktiv::storage
