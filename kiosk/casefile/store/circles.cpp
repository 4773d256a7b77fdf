#include "kiosk/casefile/store/circles.h"

#include <algorithm>
#include <sstream>

#include "kiosk/casefile/store/accounts.h"

namespace aktiv::casefile {
namespace {

std::string place_of(const std::string& person, const std::string& account) {
  return "circle|" + person + "|" + account;
}

std::string joined(const std::vector<std::string>& cards) {
  std::string text;
  for (const std::string& card : cards) text += (text.empty() ? "" : " ") + card;
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> cards;
  for (std::string card; words >> card;) cards.push_back(card);
  return cards;
}

constexpr const char* columns =
    "SELECT c.person, c.account, c.since_ms, c.cards, a.name FROM circle c "
    "JOIN account a ON a.id = c.account AND a.closed_ms IS NULL ";

Result<CircleMember> member_of(const Statement& row, const Vault& vault) {
  const std::string account = row.text(1);
  const auto cards = vault.unseal(row.text(3), place_of(row.text(0), account));
  if (!cards) return cards.error();
  auto name = vault.unseal(row.text(4), name_place(account));
  if (!name) return name.error();
  return CircleMember{account, std::move(*name), row.number(2), split(*cards)};
}

Result<std::vector<std::string>> cards_of(Connection& db, const Vault& vault,
                                          const std::string& person, const std::string& account) {
  Statement row(db, "SELECT cards FROM circle WHERE person = ? AND account = ?", person, account);
  if (!row.step()) return std::vector<std::string>();
  const auto cards = vault.unseal(row.text(0), place_of(person, account));
  if (!cards) return cards.error();
  return split(*cards);
}

void keep_cards(Connection& db, const Vault& vault, const std::string& person,
                const std::string& account, const std::vector<std::string>& cards, int64_t now_ms) {
  const std::string sealed = vault.seal(joined(cards), place_of(person, account));
  Statement(db,
            "INSERT INTO circle(person, account, since_ms, cards) VALUES(?,?,?,?) "
            "ON CONFLICT(person, account) DO UPDATE SET cards = excluded.cards",
            person, account, now_ms, Blob{sealed})
      .run();
}

}  // namespace

bool CircleMember::is_as(std::string_view card) const {
  return std::ranges::find(as, card) != as.end();
}

Result<Circle> circle_of(Connection& db, const Vault& vault, const std::string& person) {
  Statement rows(db, std::string(columns) + "WHERE c.person = ? ORDER BY c.since_ms, c.account",
                 person);
  Circle circle;
  while (rows.step()) {
    auto member = member_of(rows, vault);
    if (!member) return member.error();
    circle.push_back(std::move(*member));
  }
  return circle;
}

Result<std::map<std::string, Circle>> circles_of_centre(Connection& db, const Vault& vault,
                                                        const std::string& centre) {
  Statement rows(db,
                 std::string(columns) +
                     "JOIN person p ON p.id = c.person WHERE p.centre = ? "
                     "ORDER BY c.since_ms, c.account",
                 centre);
  std::map<std::string, Circle> circles;
  while (rows.step()) {
    auto member = member_of(rows, vault);
    if (!member) return member.error();
    circles[rows.text(0)].push_back(std::move(*member));
  }
  return circles;
}

std::vector<std::string> persons_around(Connection& db, const std::string& account) {
  Statement rows(db, "SELECT person FROM circle WHERE account = ? ORDER BY since_ms, person",
                 account);
  std::vector<std::string> persons;
  while (rows.step()) persons.push_back(rows.text(0));
  return persons;
}

Status join_circle(Connection& db, const Vault& vault, const std::string& person,
                   const std::string& account, const std::string& as, int64_t now_ms) {
  auto cards = cards_of(db, vault, person, account);
  if (!cards) return cards.error();
  if (std::ranges::find(*cards, as) != cards->end()) return {};
  cards->push_back(as);
  keep_cards(db, vault, person, account, *cards, now_ms);
  return {};
}

Result<bool> leave_circle(Connection& db, const Vault& vault, const std::string& person,
                          const std::string& account, const std::string& as) {
  auto cards = cards_of(db, vault, person, account);
  if (!cards) return cards.error();
  if (std::erase(*cards, as) == 0) return false;
  if (cards->empty())
    Statement(db, "DELETE FROM circle WHERE person = ? AND account = ?", person, account).run();
  else
    keep_cards(db, vault, person, account, *cards, 0);
  return true;
}

Status merge_circles(Connection& db, const Vault& vault, const std::string& from,
                     const std::string& into) {
  Statement rows(db, "SELECT account, since_ms FROM circle WHERE person = ?", from);
  while (rows.step()) {
    const std::string account = rows.text(0);
    const auto cards = cards_of(db, vault, from, account);
    if (!cards) return cards.error();
    for (const std::string& card : *cards)
      if (Status kept = join_circle(db, vault, into, account, card, rows.number(1)); !kept)
        return kept;
  }
  Statement(db, "DELETE FROM circle WHERE person = ?", from).run();
  return {};
}

}  // namespace aktiv::casefile
