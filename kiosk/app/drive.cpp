#include "kiosk/app/drive.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dialogue/model/words.h"
#include "kiosk/app/scene_json.h"

namespace aktiv::app {
namespace {

using Json = nlohmann::json;

constexpr int64_t kIdleMs = 180000;  // decision 22: three minutes without a touch

std::string error_line(const Fault& fault) {
  std::string line = "{\"error\":{\"what\":";
  append_text(line, fault.what);
  line += ",\"where\":";
  append_text(line, fault.where);
  line += ",\"expected\":";
  append_text(line, fault.expected);
  return line + "}}";
}

std::string known_tools(const Engine& engine) {
  std::string names;
  for (const ToolId& id : engine.catalogue().ids()) names += (names.empty() ? "" : ", ") + id.value;
  return names;
}

// "jobs/bage", "card:jobs/bage", or "bage" alone for a job.
CardRef card_named(std::string text) {
  if (text.starts_with("card:")) text = text.substr(5);
  const CardRef card = CardRef::parse(text);
  return card.list.empty() ? CardRef{"jobs", card.id} : card;
}

Json trials_json(const ToolRun& run) {
  Json trials = Json::array();
  for (const AnswerRecord& answer : run.answers) {
    Json trial = {{"number", answer.number},
                  {"question", answer.question},
                  {"mirror", answer.is_mirror},
                  {"repeat", answer.is_repeat},
                  {"moved", answer.moved},
                  {"choice", word(answer.choice)},
                  {"chosen", nullptr},
                  {"out", nullptr},
                  {"side", nullptr}};
    if (answer.shown.size() == 2) {
      trial["left"] = answer.shown[0].text();
      trial["right"] = answer.shown[1].text();
      trial["spoken_first"] = answer.spoken_first.text();
    }
    if (answer.choice == Choice::card) {
      trial["chosen"] = answer.card.text();
      if (answer.shown.size() == 2)
        trial["side"] = answer.card == answer.shown[0] ? "left" : "right";
    } else if (answer.choice == Choice::place) {
      trial["card"] = answer.card.text();
      trial["place"] = answer.place;
      trial["places"] = answer.places;
    } else {
      trial["out"] = word(answer.choice);
      if (!answer.card.empty()) trial["card"] = answer.card.text();
    }
    trials.push_back(std::move(trial));
  }
  return trials;
}

Json findings_json(const Findings& findings) {
  Json wins = Json::object();
  Json offered = Json::object();
  Json places = Json::object();
  Json favourites = Json::array();
  for (const CardFinding& finding : findings.cards) {
    if (finding.offered > 0) {
      wins[finding.card.text()] = finding.wins;
      offered[finding.card.text()] = finding.offered;
    }
    if (!finding.place.empty()) places[finding.card.text()] = finding.place;
    if (finding.favourite > 0)
      favourites.push_back({{"card", finding.card.text()}, {"order", finding.favourite}});
  }
  Json ranking = Json::array();
  for (const auto& tie : findings.ranking) {
    Json cards = Json::array();
    for (const CardRef& card : tie) cards.push_back(card.text());
    ranking.push_back(std::move(cards));
  }
  Json flags = Json::array();
  for (Flag flag : findings.flags) flags.push_back(word(flag));
  Json suggestions = Json::array();
  for (const CardRef& card : findings.suggestions) suggestions.push_back(card.text());
  Json json = {{"wins", wins},
               {"offered", offered},
               {"places", places},
               {"favourites", favourites},
               {"flags", flags},
               {"suggestions", suggestions},
               {"certainty", word(findings.certainty)},
               {"mirror", {{"same", findings.mirror_same}, {"pairs", findings.mirror_pairs}}},
               {"same_side", {{"most", findings.same_side_most}, {"of", findings.sides_counted}}},
               {"last_heard", findings.last_heard}};
  json["ranking"] = findings.ranking_is_hidden ? Json(nullptr) : ranking;
  return json;
}

}  // namespace

Drive::Drive(const Engine& engine, Display display, TextMeasure measure)
    : engine_(engine),
      display_(display),
      measure_(std::move(measure)),
      session_(engine.start("da", choices_a_page(display))) {}

std::string Drive::answer(std::string_view request) {
  try {
    const Json json = Json::parse(request);
    if (!json.is_object() || json.size() != 1)
      throw Refused{
          {"not a request", "the line", "one of open, tap, drag, advance_ms, result, close"}};
    const std::string& name = json.begin().key();
    const Json& value = json.begin().value();
    if (name == "open") {
      open(request);
      return scene_line();
    }
    const bool is_known = name == "tap" || name == "drag" || name == "advance_ms" ||
                          name == "result" || name == "close";
    if (!is_known)
      throw Refused{{"unknown request \"" + name + "\"", "the line",
                     "one of open, tap, drag, advance_ms, result, close"}};
    if (!is_open_) throw Refused{{"no conversation is open", name, "an open request first"}};
    if (name == "tap") {
      tap(value.get<std::string>());
    } else if (name == "drag") {
      if (value.size() != 2)
        throw Refused{{"drag needs two ids", "drag", "[\"card:…\", \"place:…\"]"}};
      drag(value.at(0).get<std::string>(), value.at(1).get<std::string>());
    } else if (name == "advance_ms") {
      const auto ms = value.get<int64_t>();
      if (ms < 0) throw Refused{{"time does not go back", "advance_ms", "0 or more milliseconds"}};
      advance(ms);
    } else if (name == "result") {
      return result_line();
    } else {
      close();
    }
    return scene_line();
  } catch (const Refused& refused) {
    return error_line(refused.fault);
  } catch (const Json::exception&) {
    return error_line({"the line cannot be read", "the line",
                       "one JSON object with one request; dialogue/README.md lists them"});
  }
}

void Drive::open(std::string_view request) {
  const Json wanted = Json::parse(request).at("open");
  SessionPrepared prepared;
  prepared.starts_at_tool = true;
  prepared.setup.tool = ToolId(wanted.value("tool", std::string("to_billeder")));
  const ToolDefinition* definition = engine_.content().tool(prepared.setup.tool);
  if (definition == nullptr || engine_.catalogue().find(prepared.setup.tool) == nullptr)
    throw Refused{
        {"unknown tool \"" + prepared.setup.tool.value + "\"", "open.tool", known_tools(engine_)}};
  prepared.setup.way = wanted.value("way", definition->main_way);
  if (std::ranges::find(definition->ways, prepared.setup.way) == definition->ways.end()) {
    std::string ways;
    for (int way : definition->ways) ways += (ways.empty() ? "" : ", ") + std::to_string(way);
    throw Refused{{"this tool has no way " + std::to_string(prepared.setup.way), "open.way",
                   "one of " + ways}};
  }
  prepared.language = wanted.value("lang", std::string("da"));
  const auto languages = engine_.content().texts.languages();
  if (std::ranges::find(languages, prepared.language) == languages.end()) {
    std::string known;
    for (const std::string& language : languages) known += (known.empty() ? "" : ", ") + language;
    throw Refused{
        {"unknown language \"" + prepared.language + "\"", "open.lang", "one of " + known}};
  }
  prepared.setup.layout = wanted.value("layout", std::string("left_right"));
  if (prepared.setup.layout != "left_right" && prepared.setup.layout != "top_bottom")
    throw Refused{{"unknown layout \"" + prepared.setup.layout + "\"", "open.layout",
                   "left_right or top_bottom"}};
  prepared.setup.has_two_places = wanted.value("two_places", false);
  if (wanted.contains("cards") && wanted.at("cards").is_array()) {
    for (const Json& named : wanted.at("cards")) {
      const CardRef card = card_named(named.get<std::string>());
      if (engine_.content().card(card) == nullptr)
        throw Refused{{"unknown card \"" + named.get<std::string>() + "\"", "open.cards",
                       "a card of the decks, such as \"jobs/bage\""}};
      if (std::ranges::find(prepared.setup.cards, card) != prepared.setup.cards.end())
        throw Refused{
            {"the card \"" + card.text() + "\" stands twice", "open.cards", "each card once"}};
      prepared.setup.cards.push_back(card);
    }
    prepared.setup.is_extended = prepared.setup.cards.size() >= 6;
  }
  prepared.setup.is_extended = wanted.value("extended", prepared.setup.is_extended);
  if (wanted.contains("citizen") && wanted.at("citizen").is_string())
    prepared.citizen = CitizenId(wanted.at("citizen").get<std::string>());
  seed_ = wanted.value("seed", uint64_t{0});
  steps_ = 0;
  now_ms_ = touched_ms_ = 0;
  due_ms_ = -1;
  journal_.clear();
  session_ = engine_.start(prepared.language, session_.most_a_page);
  is_open_ = true;
  give(std::move(prepared));
}

void Drive::give(Intent intent) {
  Step step = engine_.update(std::move(session_),
                             Stamped{std::move(intent), now_ms_, Seed{seed_, ++steps_}});
  session_ = std::move(step.session);
  is_described_ = false;
  int recorded = 0;
  bool is_kept = false;
  for (Effect& effect : step.effects) {
    if (auto* record = std::get_if<Record>(&effect)) {
      journal_.push_back(std::move(record->event));
      ++recorded;
    } else if (const auto* wake = std::get_if<WakeAfter>(&effect)) {
      due_ = *wake;
      due_ms_ = now_ms_ + wake->ms;
    } else if (std::holds_alternative<Keep>(effect)) {
      is_kept = true;
    }
  }
  session_.view.unrecorded = std::max(0, session_.view.unrecorded - recorded);
  if (is_kept) give(Kept{});
}

const Element& Drive::element_of(const Scene& scene, const std::string& id) const {
  const Element* element = scene.find(ElementId(id));
  if (element == nullptr) {
    std::string known;
    for (const Element& candidate : scene.elements)
      if (candidate.order > 0) known += (known.empty() ? "" : ", ") + candidate.id.value;
    throw Refused{{"no element \"" + id + "\" on this screen", scene.id, known}};
  }
  if (!element->is_enabled)
    throw Refused{{"\"" + id + "\" cannot be chosen yet", scene.id, "a choice first"}};
  return *element;
}

void Drive::tap(const std::string& id) {
  if (!is_described_) scene_ = engine_.describe(session_);
  const Element& element = element_of(scene_, id);
  touched_ms_ = now_ms_;
  give(Chosen{scene_.screen, element.id});
}

void Drive::drag(const std::string& id, const std::string& onto) {
  if (!is_described_) scene_ = engine_.describe(session_);
  const Element& moved = element_of(scene_, id);
  const Element& place = element_of(scene_, onto);
  if (moved.role != Role::movable)
    throw Refused{{"\"" + id + "\" does not move", scene_.id, "a card with the role movable"}};
  if (place.role != Role::place)
    throw Refused{
        {"nothing can be put on \"" + onto + "\"", scene_.id, "an element with the role place"}};
  touched_ms_ = now_ms_;
  give(Dropped{scene_.screen, moved.id, place.id});
}

// Time passes from one due moment to the next, in the order in which they come.
void Drive::advance(int64_t ms) {
  const int64_t until = now_ms_ + ms;
  for (;;) {
    const int64_t idle_ms = touched_ms_ + kIdleMs;
    const bool has_timer = due_ms_ >= 0 && due_ms_ <= until;
    if (has_timer && due_ms_ <= idle_ms) {
      now_ms_ = due_ms_;
      due_ms_ = -1;
      give(TimePassed{due_.timer, due_.serial});
    } else if (idle_ms <= until) {
      now_ms_ = touched_ms_ = idle_ms;
      give(BecameIdle{});
    } else {
      break;
    }
  }
  now_ms_ = until;
}

void Drive::close() {
  session_ = engine_.start(session_.language, session_.most_a_page);
  is_described_ = false;
  is_open_ = false;
  due_ms_ = -1;
  journal_.clear();
}

std::string Drive::scene_line() {
  if (!is_described_) scene_ = engine_.describe(session_);
  is_described_ = true;
  const Layout layout = lay_out(scene_, display_, measure_);
  std::string line;
  line.reserve(4096);
  line += "{\"scene\":";
  append_scene(line, scene_, layout);
  line += '}';
  return line;
}

std::string Drive::result_line() const {
  const auto findings = engine_.findings(session_);
  if (!findings) throw Refused{{"no tool has begun", "result", "an open request first"}};
  const ToolRun& run = session_.talk.runs.back();
  Json result = findings_json(*findings);
  result["tool"] = run.setup.tool.value;
  result["way"] = run.setup.way;
  result["layout"] = run.setup.layout;
  result["scale_direction"] = run.plan.scale_direction;
  result["definition_version"] = run.definition_version;
  result["ended"] = run.is_ended;
  result["confirmed"] = run.is_said_back;
  result["trials"] = trials_json(run);
  return Json{{"result", std::move(result)}}.dump();
}

}  // namespace aktiv::app
