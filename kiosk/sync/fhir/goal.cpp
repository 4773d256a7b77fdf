// A wish as a Goal beside the answers: a dream that was said back, or a goal that the citizen
// called their own on a screen of its own. Tools and screens are named as their definitions name
// them (dialogue/tools/steps/*.toml), which never rename any.
#include <algorithm>
#include <array>

#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

struct WishIn {
  std::string_view tool;
  std::array<std::string_view, 2> screens;  // what is wished; own words first
  std::string_view accepted_on;             // empty: said back is enough
  std::string_view accepted_place;
};
constexpr std::array wishes = {WishIn{"min_droem", {"t3_q", "t3_kort"}, "", ""},
                               WishIn{"min_trappe", {"t9_maal", ""}, "t9_mit", "mit_maal"}};

const WishIn* wish_in(const ToolId& tool) {
  const auto found = std::ranges::find(wishes, tool.value, &WishIn::tool);
  return found == wishes.end() ? nullptr : &*found;
}

bool is_accepted(const Submission& submission, const WishIn& wish) {
  if (wish.accepted_on.empty()) return submission.is_confirmed;
  return std::ranges::any_of(submission.answers, [&](const AnswerRecord& answer) {
    return answer.question == wish.accepted_on && answer.choice == Choice::place &&
           answer.place == wish.accepted_place;
  });
}

std::string shown(const SendContext& context, const std::string& key,
                  const std::string& otherwise) {
  const std::string text = context.text ? context.text(key) : std::string();
  return text.empty() ? otherwise : text;
}

std::string words_of(const AnswerRecord& answer, const SendContext& context) {
  if (answer.choice == Choice::words) return answer.own.text;
  if (answer.choice != Choice::card) return {};
  return shown(context, answer.card.list + "." + answer.card.id + ".label", answer.card.id);
}

// As it was said: own words as they came, else the names of the pictures.
Json description_of(const std::vector<const AnswerRecord*>& said, const Submission& submission,
                    const SendContext& context) {
  std::string text;
  for (const AnswerRecord* answer : said)
    if (const std::string words = words_of(*answer, context); !words.empty())
      text += (text.empty() ? "" : ", ") + words;
  // A wish that was drawn or spoken: the answers carry it.
  const std::string& tool = submission.tool.value;
  if (text.empty()) text = shown(context, "tool." + tool + ".label", tool);
  Json description{{"text", text}};
  const bool is_one_card = said.size() == 1 && said.front()->choice == Choice::card;
  if (is_one_card) {
    const CardRef& card = said.front()->card;
    description["coding"] =
        Json::array({coding(std::string(systems::cards) + ":" + card.list, card.id, text)});
  }
  return description;
}

}  // namespace

bool may_hold_wish(const ToolId& tool) {
  return wish_in(tool) != nullptr;
}

std::optional<Json> goal_resource(const Submission& submission, const SendContext& context) {
  const WishIn* wish = wish_in(submission.tool);
  const auto day = to_instant(submission.finished_ms);
  if (wish == nullptr || !day || !is_accepted(submission, *wish)) return std::nullopt;
  std::vector<const AnswerRecord*> said;
  for (const std::string_view screen : wish->screens)
    for (const AnswerRecord& answer : submission.answers)
      if (answer.question == screen &&
          (answer.choice == Choice::card || answer.choice == Choice::words))
        said.push_back(&answer);
  if (said.empty()) return std::nullopt;
  const Json citizen = citizen_reference(context.patient, submission.citizen);
  Json goal{{"resourceType", "Goal"},
            {"identifier", Json::array({key_of(submission.id.value, goal_role).identifier()})},
            {"lifecycleStatus", "proposed"},
            {"description", description_of(said, submission, context)},
            {"subject", citizen},
            {"statusDate", day->substr(0, 10)},
            {"expressedBy", citizen}};
  if (const Code& kind = context.codes.wish; !kind.code.empty())
    goal["category"] = Json::array({{{"coding", Json::array({coding(context.codes.informer_system,
                                                                    kind.code, kind.display)})}}});
  return goal;
}

}  // namespace aktiv::fhir
