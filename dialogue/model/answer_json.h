// Parts that the kiosk's stored lines share: journal, outbox, access profile. Internal to dialogue.
#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"
#include "dialogue/model/words.h"

namespace aktiv::stored {

using Json = nlohmann::json;

std::vector<std::string> texts(const std::vector<CardRef>& cards);
std::vector<CardRef> cards(const Json& json);
CardRef card(const Json& json, const char* name);

// Throws invalid_argument, naming the word: a word of the format is nothing a citizen said.
template <class Enum>
Enum enum_of(const Json& json) {
  const auto text = json.get<std::string>();
  const auto value = from_word<Enum>(text);
  if (!value) throw std::invalid_argument("\"" + text + "\" is not a word of this format");
  return *value;
}

template <class Enum>
Json words_json(const std::vector<Enum>& values) {
  Json out = Json::array();
  for (Enum value : values) out.push_back(word(value));
  return out;
}

template <class Enum>
std::vector<Enum> words_at(const Json& json) {
  std::vector<Enum> out;
  for (const Json& text : json) out.push_back(enum_of<Enum>(text));
  return out;
}

Json suggestion_json(const Suggestion& suggestion);
Suggestion suggestion_at(const Json& json);
Json answer_json(const AnswerRecord& answer);
AnswerRecord answer_at(const Json& json);

// The parser's own words may quote the line; what was said never reaches a message.
template <class Value>
Result<Value> read_line(std::string_view line, Value (*at)(const Json&), const char* what,
                        const char* expected = "a line as dialogue/model writes it, version 1") {
  try {
    return at(Json::parse(line));
  } catch (const std::invalid_argument& error) {
    return Fault{std::string(what) + " cannot be read: " + error.what(), what, expected};
  } catch (const std::exception&) {
    return Fault{std::string(what) + " cannot be read", what, expected};
  }
}

}  // namespace aktiv::stored
