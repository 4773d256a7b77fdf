#include "dialogue/model/answer_json.h"

namespace aktiv::stored {

std::vector<std::string> texts(const std::vector<CardRef>& cards) {
  std::vector<std::string> out;
  for (const CardRef& card : cards) out.push_back(card.text());
  return out;
}

std::vector<CardRef> cards(const Json& json) {
  std::vector<CardRef> out;
  for (const Json& text : json) out.push_back(CardRef::parse(text.get<std::string>()));
  return out;
}

CardRef card(const Json& json, const char* name) {
  return CardRef::parse(json.value(name, std::string("/")));
}

Json answer_json(const AnswerRecord& answer) {
  return {{"number", answer.number},
          {"question", answer.question},
          {"shown", texts(answer.shown)},
          {"places", answer.places},
          {"spoken_first", answer.spoken_first.text()},
          {"choice", word(answer.choice)},
          {"card", answer.card.text()},
          {"place", answer.place},
          {"mirror", answer.is_mirror},
          {"repeat", answer.is_repeat},
          {"moved", answer.moved},
          {"confirmed", answer.is_confirmed},
          {"at_ms", answer.at_ms}};
}

AnswerRecord answer_at(const Json& json) {
  AnswerRecord answer;
  answer.number = json.at("number");
  answer.question = json.at("question");
  answer.shown = cards(json.at("shown"));
  answer.places = json.at("places").get<std::vector<std::string>>();
  answer.spoken_first = card(json, "spoken_first");
  answer.choice = enum_of<Choice>(json.at("choice"));
  answer.card = card(json, "card");
  answer.place = json.at("place");
  answer.is_mirror = json.at("mirror");
  answer.is_repeat = json.at("repeat");
  answer.moved = json.at("moved");
  answer.is_confirmed = json.at("confirmed");
  answer.at_ms = json.at("at_ms");
  return answer;
}

}  // namespace aktiv::stored
