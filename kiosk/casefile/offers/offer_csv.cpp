#include "kiosk/casefile/offers/offer_csv.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "kiosk/casefile/csv.h"

namespace aktiv::casefile {
namespace {

constexpr std::array columns = {"id",      "name",       "provider",    "forms", "cards",
                                "themes",  "conditions", "support",     "rungs", "place",
                                "contact", "confirmed",  "free_places", "text"};

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const std::string& one : list) all += (all.empty() ? "" : " ") + one;
  return all;
}

std::vector<std::string> words_in(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string conditions_text(const Offer& offer) {
  std::string all;
  for (const auto& [pair, value] : offer.conditions)
    all += (all.empty() ? "" : " ") + pair + "=" + value;
  return all;
}

std::string cell_of(const Offer& offer, std::string_view column) {
  if (column == "id") return offer.id;
  if (column == "name") return offer.name;
  if (column == "provider") return offer.provider;
  if (column == "forms") return joined(offer.forms);
  if (column == "cards") return joined(offer.cards);
  if (column == "themes") return joined(offer.themes);
  if (column == "conditions") return conditions_text(offer);
  if (column == "support") return offer.support;
  if (column == "rungs") return joined(offer.rungs);
  if (column == "place") return offer.place;
  if (column == "contact") return offer.contact;
  if (column == "confirmed") return offer.confirmed;
  if (column == "free_places") return offer.free_places;
  return offer.text;
}

void put(Offer& offer, std::string_view column, const std::string& cell) {
  if (column == "id") offer.id = cell;
  if (column == "name") offer.name = cell;
  if (column == "provider") offer.provider = cell;
  if (column == "forms") offer.forms = words_in(cell);
  if (column == "cards") offer.cards = words_in(cell);
  if (column == "themes") offer.themes = words_in(cell);
  if (column == "support") offer.support = cell;
  if (column == "rungs") offer.rungs = words_in(cell);
  if (column == "place") offer.place = cell;
  if (column == "contact") offer.contact = cell;
  if (column == "confirmed") offer.confirmed = cell;
  if (column == "free_places") offer.free_places = cell;
  if (column == "text") offer.text = cell;
  if (column != "conditions") return;
  for (const std::string& word : words_in(cell)) {
    const size_t equals = std::min(word.find('='), word.size());
    offer.conditions[word.substr(0, equals)] =
        equals < word.size() ? word.substr(equals + 1) : std::string();
  }
}

bool is_empty(const std::vector<std::string>& row) {
  return std::ranges::all_of(row, &std::string::empty);
}

// Which column stands where; unknown ones are told.
std::vector<std::string_view> heads_of(const std::vector<std::string>& row, ReadOffers& read) {
  std::vector<std::string_view> heads;
  for (const std::string& name : row) {
    const auto known = std::ranges::find(columns, std::string_view(name));
    if (known == columns.end()) read.faults.push_back({1, name, "a known column"});
    heads.push_back(known == columns.end() ? std::string_view() : *known);
  }
  for (const char* must : {"name", "provider"})
    if (std::ranges::find(heads, std::string_view(must)) == heads.end())
      read.faults.push_back({1, must, "this column"});
  return heads;
}

}  // namespace

std::string offers_csv(const std::vector<Offer>& offers) {
  std::string out(csv_begin);
  out += csv_line({columns.begin(), columns.end()});
  for (const Offer& offer : offers) {
    CsvRow row;
    for (const char* column : columns) row.push_back(cell_of(offer, column));
    out += csv_line(row);
  }
  return out;
}

ReadOffers read_offers_csv(const std::string& csv, const Content& content) {
  ReadOffers read;
  const std::vector<CsvRow> rows = csv_rows(csv);
  if (rows.empty()) {
    read.faults.push_back({1, "", "column names in the first row, in UTF-8"});
    return read;
  }
  const auto heads = heads_of(rows.front(), read);
  if (!read.faults.empty()) return read;  // which column is which is not known
  std::set<std::string> ids;
  for (size_t i = 1; i < rows.size(); ++i) {
    if (is_empty(rows[i])) continue;
    const int line = static_cast<int>(i) + 1;
    Offer offer;
    for (size_t column = 0; column < std::min(rows[i].size(), heads.size()); ++column)
      put(offer, heads[column], rows[i][column]);
    for (const OfferFault& fault : faults_of(offer, content))
      read.faults.push_back({line, fault.field, fault.expected});
    if (!offer.id.empty() && !ids.insert(offer.id).second)
      read.faults.push_back({line, "id", "each id once"});
    read.offers.push_back(std::move(offer));
  }
  return read;
}

}  // namespace aktiv::casefile
