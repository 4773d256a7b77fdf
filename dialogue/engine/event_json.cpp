// The journal's lines. Field names are part of the stored format (version 1): add, never rename.
#include "dialogue/engine/event.h"
#include "dialogue/model/answer_json.h"

namespace aktiv {
namespace {

using namespace stored;  // NOLINT: the shared parts of the stored format

Json earlier_json(const Earlier& earlier) {
  Json json{{"what", earlier.what},
            {"card", earlier.card.text()},
            {"place", earlier.place},
            {"words", earlier.words},
            {"at_ms", earlier.at_ms}};
  if (!earlier.id.empty()) json["id"] = earlier.id;
  return json;
}

Earlier earlier_at(const Json& json) {
  Earlier earlier;
  earlier.what = json.at("what");
  earlier.card = card(json, "card");
  earlier.place = json.at("place");
  earlier.words = json.at("words");
  earlier.at_ms = json.at("at_ms");
  earlier.id = json.value("id", std::string());
  return earlier;
}

Json setup_json(const ToolSetup& setup) {
  Json json{{"tool", setup.tool.value},
            {"way", setup.way},
            {"layout", setup.layout},
            {"cards", texts(setup.cards)},
            {"two_places", setup.has_two_places},
            {"extended", setup.is_extended}};
  if (setup.has_path) json["path"] = true;
  if (setup.has_microphone) json["microphone"] = true;
  for (const Earlier& earlier : setup.earlier) json["earlier"].push_back(earlier_json(earlier));
  return json;
}

ToolSetup setup_at(const Json& json) {
  ToolSetup setup;
  setup.tool = ToolId(json.at("tool").get<std::string>());
  setup.way = json.at("way");
  setup.layout = json.at("layout");
  setup.cards = cards(json.at("cards"));
  setup.has_two_places = json.at("two_places");
  setup.is_extended = json.at("extended");
  setup.has_path = json.value("path", false);
  setup.has_microphone = json.value("microphone", false);
  for (const Json& earlier : json.value("earlier", Json::array()))
    setup.earlier.push_back(earlier_at(earlier));
  return setup;
}

Json plan_json(const Plan& plan) {
  Json trials = Json::array();
  for (const PairTrial& trial : plan.trials)
    trials.push_back({{"first", trial.first.text()},
                      {"second", trial.second.text()},
                      {"spoken_first", trial.spoken_first.text()},
                      {"mirror", trial.is_mirror}});
  Json orders = Json::array();
  for (const auto& order : plan.orders) orders.push_back(texts(order));
  return {{"cards", texts(plan.cards)},
          {"trials", trials},
          {"orders", orders},
          {"scale", plan.scale_direction}};
}

Plan plan_at(const Json& json) {
  Plan plan;
  plan.cards = cards(json.at("cards"));
  for (const Json& trial : json.at("trials"))
    plan.trials.push_back({card(trial, "first"), card(trial, "second"), card(trial, "spoken_first"),
                           trial.at("mirror").get<bool>()});
  for (const Json& order : json.at("orders")) plan.orders.push_back(cards(order));
  plan.scale_direction = json.at("scale");
  return plan;
}

struct Write {
  Json operator()(const Opened& e) const {
    Json json{{"event", "opened"},
              {"version", 1},
              {"id", e.id.value},
              {"citizen", e.citizen.value},
              {"secret", e.is_secret},
              {"language", e.language},
              {"way", e.way},
              {"layout", e.layout},
              {"keep_first", e.keep_stands_first},
              {"as_is_first", e.as_is_stands_first},
              {"pressed_by", word(e.pressed_by)},
              {"present", words_json(e.present)},
              {"at_ms", e.at_ms}};
    if (!e.started_by.empty()) json["started_by"] = e.started_by.value;
    return json;
  }
  Json operator()(const WaySet& e) const {
    return {{"event", "way_set"}, {"way", e.way}, {"layout", e.layout}};
  }
  Json operator()(const PressedBySet& e) const {
    return {{"event", "pressed_by_set"},
            {"pressed_by", word(e.pressed_by)},
            {"present", words_json(e.present)}};
  }
  Json operator()(const ToolStarted& e) const {
    return {{"event", "tool_started"},      {"submission", e.submission.value},
            {"setup", setup_json(e.setup)}, {"definition_version", e.definition_version},
            {"plan", plan_json(e.plan)},    {"at_ms", e.at_ms}};
  }
  Json operator()(const Answered& e) const {
    return {{"event", "answered"}, {"answer", answer_json(e.answer)}};
  }
  Json operator()(const ClipKept& e) const {
    return {{"event", "clip_kept"}, {"id", e.id}, {"sound", e.sound}};
  }
  Json operator()(const Undone& e) const { return {{"event", "undone"}, {"number", e.number}}; }
  Json operator()(const ToolEnded& e) const {
    return {{"event", "tool_ended"}, {"at_ms", e.at_ms}};
  }
  Json operator()(const SaidBack& e) const {
    return {{"event", "said_back"}, {"numbers", e.numbers}, {"whole", e.is_whole}};
  }
  Json operator()(const Decided& e) const {
    return {{"event", "decided"}, {"keeps", e.keeps}, {"readers", e.readers}};
  }
  Json operator()(const Finished& e) const { return {{"event", "finished"}, {"at_ms", e.at_ms}}; }
};

Opened opened_at(const Json& json) {
  if (json.at("version").get<int>() != 1)
    throw std::invalid_argument("its version is newer than this program");
  Opened e;
  e.id = ConversationId(json.at("id").get<std::string>());
  e.citizen = CitizenId(json.at("citizen").get<std::string>());
  e.is_secret = json.at("secret");
  e.language = json.at("language");
  e.way = json.at("way");
  e.layout = json.at("layout");
  e.keep_stands_first = json.at("keep_first");
  e.as_is_stands_first = json.at("as_is_first");
  e.pressed_by = enum_of<PressedBy>(json.at("pressed_by"));
  e.present = words_at<Present>(json.at("present"));
  e.started_by = MentorId(json.value("started_by", std::string()));  // journals before it have none
  e.at_ms = json.at("at_ms");
  return e;
}

ToolStarted tool_started_at(const Json& json) {
  ToolStarted e;
  e.submission = SubmissionId(json.at("submission").get<std::string>());
  e.setup = setup_at(json.at("setup"));
  e.definition_version = json.at("definition_version");
  e.plan = plan_at(json.at("plan"));
  e.at_ms = json.at("at_ms");
  return e;
}

Event read(const Json& json) {
  const auto kind = json.at("event").get<std::string>();
  if (kind == "opened") return opened_at(json);
  if (kind == "way_set")
    return WaySet{json.at("way").get<int>(), json.at("layout").get<std::string>()};
  if (kind == "pressed_by_set")
    return PressedBySet{enum_of<PressedBy>(json.at("pressed_by")),
                        words_at<Present>(json.at("present"))};
  if (kind == "tool_started") return tool_started_at(json);
  if (kind == "answered") return Answered{answer_at(json.at("answer"))};
  if (kind == "clip_kept")
    return ClipKept{json.at("id").get<std::string>(), json.at("sound").get<std::string>()};
  if (kind == "undone") return Undone{json.at("number").get<int>()};
  if (kind == "tool_ended") return ToolEnded{json.at("at_ms").get<int64_t>()};
  if (kind == "said_back")
    return SaidBack{json.at("numbers").get<std::vector<int>>(), json.at("whole").get<bool>()};
  if (kind == "decided")
    return Decided{json.at("keeps").get<bool>(),
                   json.at("readers").get<std::vector<std::string>>()};
  if (kind == "finished") return Finished{json.at("at_ms").get<int64_t>()};
  throw std::invalid_argument("its kind is not known to this program");
}

}  // namespace

std::string_view kind_of(const Event& event) {
  static constexpr std::string_view kKinds[] = {
      "opened",     "way_set",   "pressed_by_set", "tool_started", "answered", "undone",
      "tool_ended", "said_back", "decided",        "finished",     "clip_kept"};
  static_assert(std::size(kKinds) == std::variant_size_v<Event>);
  return kKinds[event.index()];
}

std::string to_json(const Event& event) {
  return std::visit(Write{}, event).dump();
}

Result<Event> event_from_json(std::string_view line) {
  try {
    return read(Json::parse(line));
  } catch (const std::invalid_argument& error) {
    return Fault{std::string("an event cannot be read: ") + error.what(), "event",
                 "a line as dialogue/engine/event_json.cpp writes it, version 1"};
  } catch (const std::exception&) {
    // The parser's own words may quote the line; what a citizen said never reaches a message.
    return Fault{"an event cannot be read", "event",
                 "a line as dialogue/engine/event_json.cpp writes it, version 1"};
  }
}

}  // namespace aktiv
