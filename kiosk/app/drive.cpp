#include "kiosk/app/drive.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kiosk/app/drive_opening.h"
#include "kiosk/app/drive_result.h"
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
  DriveOpening opening = read_opening(request, engine_);
  seed_ = opening.seed;
  steps_ = 0;
  now_ms_ = touched_ms_ = 0;
  due_ms_ = -1;
  journal_.clear();
  session_ = engine_.start(opening.prepared.language, session_.most_a_page);
  is_open_ = true;
  give(std::move(opening.prepared));
}

void Drive::give(Intent intent) {
  Step step = engine_.update(std::move(session_),
                             Stamped{std::move(intent), now_ms_, Seed{seed_, ++steps_}});
  session_ = std::move(step.session);
  is_described_ = false;
  int recorded = 0;
  bool is_kept = false;
  std::optional<ConversationId> to_print;
  for (Effect& effect : step.effects) {
    if (auto* record = std::get_if<Record>(&effect)) {
      journal_.push_back(std::move(record->event));
      ++recorded;
    } else if (const auto* wake = std::get_if<WakeAfter>(&effect)) {
      due_ = *wake;
      due_ms_ = now_ms_ + wake->ms;
    } else if (std::holds_alternative<Keep>(effect)) {
      is_kept = true;
    } else if (const auto* sheet = std::get_if<PrintSheet>(&effect)) {
      to_print = sheet->conversation;
    }
  }
  session_.view.unrecorded = std::max(0, session_.view.unrecorded - recorded);
  if (is_kept) give(Kept{});
  if (to_print) give(SheetPrinted{*to_print, false});  // nothing is printed here
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
  return "{\"result\":" + drive_result(session_.talk.runs.back(), *findings) + "}";
}

}  // namespace aktiv::app
