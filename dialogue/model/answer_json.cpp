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

namespace {

Json own_json(const OwnWords& own) {
  return {{"text", own.text},
          {"written_by", word(own.written_by)},
          {"clip", own.clip},
          {"clip_ms", own.clip_ms},
          {"drawing", own.drawing}};
}

OwnWords own_at(const Json& json) {
  OwnWords own;
  own.text = json.at("text");
  own.written_by = enum_of<WrittenBy>(json.at("written_by"));
  own.clip = json.at("clip");
  own.clip_ms = json.at("clip_ms");
  own.drawing = json.at("drawing");
  return own;
}

}  // namespace

Json suggestion_json(const Suggestion& suggestion) {
  return {{"id", suggestion.id}, {"words", suggestion.words}};
}

Suggestion suggestion_at(const Json& json) {
  return {json.at("id"), json.at("words")};
}

Json answer_json(const AnswerRecord& answer) {
  Json json{{"number", answer.number},
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
  if (answer.own != OwnWords{}) json["own"] = own_json(answer.own);
  if (!answer.date.empty()) json["date"] = answer.date;
  if (!answer.suggestion.empty()) json["suggestion"] = suggestion_json(answer.suggestion);
  return json;
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
  if (json.contains("own")) answer.own = own_at(json.at("own"));
  answer.date = json.value("date", std::string());
  if (json.contains("suggestion")) answer.suggestion = suggestion_at(json.at("suggestion"));
  return answer;
}

}  // namespace aktiv::stored
