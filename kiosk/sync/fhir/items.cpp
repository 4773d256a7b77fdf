#include "kiosk/sync/fhir/items.h"

#include <limits>

#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_day(const std::string& text) {
  return text.size() == 10 && from_instant(text + "T00:00:00.000Z").has_value();
}

bool is_uri(std::string_view text) {
  for (const char c : text) {
    if (is_blank(c)) return false;
  }
  return true;
}

std::string card_system(const CardRef& card) {
  std::string system(systems::cards);
  return card.list.empty() ? system : system + ":" + card.list;
}

std::optional<CardRef> card_of(const Json& coding) {
  if (!coding.is_object() || !coding.contains("system") || !coding["system"].is_string()) return {};
  const std::string system = coding["system"];
  CardRef card;
  if (coding.contains("code") && coding["code"].is_string()) card.id = coding["code"];
  if (system == systems::cards) return card;
  const std::string before = std::string(systems::cards) + ":";
  if (!system.starts_with(before)) return {};
  card.list = system.substr(before.size());
  return card;
}

std::optional<std::string> code_in(const Json& coding, std::string_view system) {
  if (!coding.is_object() || !coding.contains("code") || !coding["code"].is_string()) return {};
  if (!coding.contains("system") || coding["system"] != system) return {};
  return coding["code"].get<std::string>();
}

}  // namespace

bool is_code(std::string_view text) {
  if (text.empty() || is_blank(text.front()) || is_blank(text.back())) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_blank(text[i]) && (text[i] != ' ' || text[i - 1] == ' ')) return false;
  }
  return true;
}

Json coding(std::string_view system, std::string_view code, const std::string& display) {
  Json value{{"system", system}};
  if (!code.empty()) value["code"] = code;
  if (!display.empty()) value["display"] = display;
  return value;
}

std::string ItemWriter::shown(const std::string& key) const {
  if (!texts_ || key.empty()) return {};
  std::string text = texts_(key);
  return text.find('{') == std::string::npos
             ? text
             : std::string();  // a text with gaps says nothing alone
}

void ItemWriter::fail(const char* link, std::string what, std::string expected) {
  if (!fault_) fault_ = Fault{std::move(what), link, std::move(expected)};
}

void ItemWriter::answer(const char* link, const char* type, Json value) {
  items_.push_back({{"linkId", link}, {"answer", Json::array({Json{{type, std::move(value)}}})}});
}

void ItemWriter::text(const char* link, const std::string& value) {
  if (value.empty()) return;
  answer(link, "valueString", value);
}

void ItemWriter::boolean(const char* link, bool value) {
  answer(link, "valueBoolean", value);
}

void ItemWriter::integer(const char* link, int value) {
  answer(link, "valueInteger", value);
}

void ItemWriter::instant(const char* link, int64_t utc_ms) {
  const auto text = to_instant(utc_ms);
  if (!text) return fail(link, "a time that FHIR cannot write", "a year from 1 to 9999");
  answer(link, "valueDateTime", *text);
}

void ItemWriter::date(const char* link, const std::string& day) {
  if (day.empty()) return;
  if (!is_day(day)) return fail(link, "not a day", "YYYY-MM-DD");
  answer(link, "valueDate", day);
}

void ItemWriter::code(const char* link, std::string_view system, const std::string& code,
                      const std::string& key) {
  if (code.empty()) return;
  if (!is_code(code)) return fail(link, "not a code", "no space at the ends, none doubled");
  answer(link, "valueCoding", coding(system, code, shown(key)));
}

void ItemWriter::codes(const char* link, std::string_view system,
                       const std::vector<std::string>& codes, std::string_view key_before,
                       std::string_view key_after) {
  this->codes(link, system, codes, [&](const std::string& code) {
    if (key_before.empty()) return std::string();
    return std::string(key_before) + code + std::string(key_after);
  });
}

void ItemWriter::codes(const char* link, std::string_view system,
                       const std::vector<std::string>& codes, const KeyOf& key_of) {
  if (codes.empty()) return;
  Json answers = Json::array();
  for (const auto& code : codes) {
    if (!is_code(code)) return fail(link, "not a code", "no space at the ends, none doubled");
    answers.push_back({{"valueCoding", coding(system, code, shown(key_of(code)))}});
  }
  items_.push_back({{"linkId", link}, {"answer", std::move(answers)}});
}

Json ItemWriter::card_coding(const char* link, const CardRef& card) {
  if (!is_uri(card.list) || (!card.id.empty() && !is_code(card.id))) {
    fail(link, "not a card's name", "list and id without spaces");
  }
  return coding(card_system(card), card.id, shown(card.list + "." + card.id + ".label"));
}

void ItemWriter::card(const char* link, const CardRef& card) {
  if (card == CardRef{}) return;
  answer(link, "valueCoding", card_coding(link, card));
}

void ItemWriter::cards(const char* link, const std::vector<CardRef>& cards) {
  if (cards.empty()) return;
  Json answers = Json::array();
  for (const auto& card : cards) {
    if (card == CardRef{}) return fail(link, "a card without a name", "list and id");
    answers.push_back({{"valueCoding", card_coding(link, card)}});
  }
  items_.push_back({{"linkId", link}, {"answer", std::move(answers)}});
}

void ItemWriter::group(const char* link, ItemWriter&& inner, const std::string& shown) {
  if (inner.fault_ && !fault_) fault_ = inner.fault_;
  Json item{{"linkId", link}};
  if (!shown.empty()) item["text"] = shown;
  if (!inner.items_.empty()) item["item"] = std::move(inner.items_);
  items_.push_back(std::move(item));
}

ItemReader::ItemReader(const Json& parent, std::string where) : where_(std::move(where)) {
  if (!parent.is_object() || !parent.contains("item")) return;
  if (!parent["item"].is_array()) fail("item", "items are not a list", "an array");
  for (const auto& item : parent["item"]) {
    if (item.is_object() && item.contains("linkId") && item["linkId"].is_string()) {
      items_.push_back({item["linkId"].get_ref<const std::string&>(), item});
    } else {
      fail("item", "an item without a link id", "linkId");
    }
  }
}

void ItemReader::fail(const std::string& link, std::string what, std::string expected) {
  if (!fault_) fault_ = Fault{std::move(what), where_ + " " + link, std::move(expected)};
}

void ItemReader::join(const ItemReader& inner) {
  if (inner.fault_ && !fault_) fault_ = inner.fault_;
}

std::vector<Json> ItemReader::answers(const char* link, const char* type) {
  std::vector<Json> values;
  taken_.insert(link);
  for (const auto& [name, item] : items_) {
    if (name != link) continue;
    if (!item.contains("answer") || !item["answer"].is_array()) {
      fail(link, "an item without an answer", type);
      continue;
    }
    for (const auto& answer : item["answer"]) {
      if (answer.is_object() && answer.contains(type)) {
        values.push_back(answer[type]);
      } else {
        fail(link, "an answer of another kind", type);
      }
    }
  }
  return values;
}

std::optional<Json> ItemReader::one_answer(const char* link, const char* type, bool is_required) {
  auto values = answers(link, type);
  if (values.size() == 1) return std::move(values.front());
  if (is_required || values.size() > 1) {
    fail(link, std::to_string(values.size()) + " answers", "exactly one");
  }
  return std::nullopt;
}

bool ItemReader::has(const char* link) const {
  return std::ranges::any_of(items_, [&](const Item& item) { return item.link == link; });
}

std::string ItemReader::text(const char* link) {
  const auto value = one_answer(link, "valueString", false);
  if (!value) return {};
  if (value->is_string()) return value->get<std::string>();
  fail(link, "not a text", "valueString");
  return {};
}

bool ItemReader::boolean(const char* link) {
  const auto value = one_answer(link, "valueBoolean", true);
  if (value && value->is_boolean()) return value->get<bool>();
  fail(link, "not a yes or no", "valueBoolean");
  return false;
}

int ItemReader::integer(const char* link) {
  const auto value = one_answer(link, "valueInteger", true);
  if (value && value->is_number_integer()) {
    const bool is_huge =
        value->is_number_unsigned() && value->get<uint64_t>() > uint64_t{0x7fffffff};
    const int64_t number = is_huge ? 0 : value->get<int64_t>();
    if (!is_huge && number >= std::numeric_limits<int>::min()) return static_cast<int>(number);
  }
  fail(link, "not a whole number", "valueInteger of 32 bits");
  return 0;
}

int64_t ItemReader::instant(const char* link) {
  const auto value = one_answer(link, "valueDateTime", true);
  const auto ms =
      value && value->is_string() ? from_instant(value->get<std::string>()) : std::nullopt;
  if (!ms) fail(link, "not a time", "valueDateTime with milliseconds");
  return ms.value_or(0);
}

std::string ItemReader::date(const char* link) {
  const auto value = one_answer(link, "valueDate", false);
  if (!value) return {};
  if (value->is_string() && is_day(value->get<std::string>())) return value->get<std::string>();
  fail(link, "not a day", "valueDate as YYYY-MM-DD");
  return {};
}

std::vector<std::string> ItemReader::codes(const char* link, std::string_view system) {
  std::vector<std::string> codes;
  for (const auto& value : answers(link, "valueCoding")) {
    if (auto code = code_in(value, system)) {
      codes.push_back(*code);
    } else {
      fail(link, "a code of another system", std::string(system));
    }
  }
  return codes;
}

std::string ItemReader::code(const char* link, std::string_view system) {
  auto found = codes(link, system);
  if (found.size() > 1) fail(link, "several codes", "one");
  return found.empty() ? std::string() : found.front();
}

std::vector<CardRef> ItemReader::cards(const char* link) {
  std::vector<CardRef> cards;
  for (const auto& value : answers(link, "valueCoding")) {
    if (auto card = card_of(value)) {
      cards.push_back(*card);
    } else {
      fail(link, "not a card", std::string(systems::cards));
    }
  }
  return cards;
}

CardRef ItemReader::card(const char* link) {
  auto found = cards(link);
  if (found.size() > 1) fail(link, "several cards", "one");
  return found.empty() ? CardRef{} : found.front();
}

std::vector<ItemReader> ItemReader::groups(const char* link) {
  taken_.insert(link);
  std::vector<ItemReader> found;
  for (const auto& [name, item] : items_) {
    if (name != link) continue;
    found.emplace_back(item, where_ + " " + link + "[" + std::to_string(found.size() + 1) + "]");
  }
  return found;
}

std::optional<Fault> ItemReader::finish() {
  for (const auto& item : items_) {
    if (!taken_.contains(item.link))
      fail("item", "an item that this version does not know", "a known link id");
  }
  return fault_;
}

}  // namespace aktiv::fhir
