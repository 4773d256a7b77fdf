// Within this folder only: questionnaire items written and read one way. Both sides keep the first
// fault and go on with empty values, so that callers read as plain lists of fields and check once
// at the end.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::fhir {

using Json = nlohmann::json;  // keys in alphabetical order: the same answers give the same bytes
using Lookup =
    std::function<std::string(std::string_view key)>;  // a shown text, empty where there is none

// What FHIR allows as a code: no space at either end, none doubled, not empty.
bool is_code(std::string_view text);

Json coding(std::string_view system, std::string_view code, const std::string& display);

class ItemWriter {
 public:
  explicit ItemWriter(const Lookup& texts) : texts_(texts) {}

  void text(const char* link, const std::string& value);  // nothing is written for an empty text
  void boolean(const char* link, bool value);
  void integer(const char* link, int value);
  void instant(const char* link, int64_t utc_ms);
  void date(const char* link, const std::string& day);  // "2026-12-03"; nothing for an empty one
  void code(const char* link, std::string_view system, const std::string& code,
            const std::string& key);
  void codes(const char* link, std::string_view system, const std::vector<std::string>& codes,
             std::string_view key_before = {}, std::string_view key_after = {});
  // The key of each code's words.
  using KeyOf = std::function<std::string(const std::string& code)>;
  void codes(const char* link, std::string_view system, const std::vector<std::string>& codes,
             const KeyOf& key_of);
  void card(const char* link, const CardRef& card);  // nothing for an empty card
  void cards(const char* link, const std::vector<CardRef>& cards);
  void group(const char* link, ItemWriter&& inner, const std::string& shown = {});

  std::string shown(const std::string& key) const;
  const Lookup& texts() const { return texts_; }
  const std::optional<Fault>& fault() const { return fault_; }
  Json take() { return std::move(items_); }

 private:
  void answer(const char* link, const char* type, Json value);
  Json card_coding(const char* link, const CardRef& card);
  void fail(const char* link, std::string what, std::string expected);

  const Lookup& texts_;
  Json items_ = Json::array();
  std::optional<Fault> fault_;
};

class ItemReader {
 public:
  // The parent must outlive the reader and its groups: nothing of it is copied.
  ItemReader(const Json& parent, std::string where);

  bool has(const char* link) const;
  std::string text(const char* link);  // empty where the item is not there
  bool boolean(const char* link);      // these must be there
  int integer(const char* link);
  int64_t instant(const char* link);
  std::string date(const char* link);                           // empty where the item is not there
  std::string code(const char* link, std::string_view system);  // empty where the item is not there
  std::vector<std::string> codes(const char* link, std::string_view system);
  CardRef card(const char* link);  // empty where the item is not there
  std::vector<CardRef> cards(const char* link);
  std::vector<ItemReader> groups(const char* link);

  // Takes over what went wrong within a group.
  void join(const ItemReader& inner);
  void fail(const std::string& link, std::string what, std::string expected);

  // The first fault; an item that nobody asked for is one: nothing a person said is passed over.
  std::optional<Fault> finish();

 private:
  std::vector<Json> answers(const char* link, const char* type);
  std::optional<Json> one_answer(const char* link, const char* type, bool is_required);

  struct Item {
    const std::string& link;
    const Json& json;
  };
  std::vector<Item> items_;
  std::set<std::string> taken_;
  std::string where_;
  std::optional<Fault> fault_;
};

}  // namespace aktiv::fhir
