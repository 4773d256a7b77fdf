#include "kiosk/ui/mentor/words.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>

#include "dialogue/content/phrases.h"

namespace aktiv::mentor {
namespace {

std::string certainty_key(Certainty certainty) {
  switch (certainty) {
    case Certainty::tentative:
      return "certainty.tentative";
    case Certainty::repeated:
      return "certainty.repeated";
    case Certainty::tried:
      return "certainty.tried";
    case Certainty::uncertain:
      return "certainty.uncertain";
  }
  return "";
}

std::string flag_key(Flag flag) {
  switch (flag) {
    case Flag::side_habit:
      return "flag.side_habit";
    case Flag::last_heard_habit:
      return "flag.last_heard_habit";
    case Flag::mirror_remark:
      return "flag.mirror_remark";
    case Flag::mirror_disagrees:
      return "flag.mirror_disagrees";
    case Flag::same_throughout:
      return "flag.same_throughout";
    case Flag::card_moved_far:
      return "flag.card_moved_far";
    case Flag::half_a_set:
      return "flag.half_a_set";
    case Flag::three_dont_know:
      return "flag.three_dont_know";
    case Flag::perhaps_side_habit:
      return "flag.perhaps_side_habit";
    case Flag::one_row:
      return "flag.one_row";
    case Flag::asked_again_differs:
      return "flag.asked_again_differs";
  }
  return "";
}

// "Kan lide" within a line of words.
std::string within(std::string words) {
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z')
    words[0] = static_cast<char>(words[0] + 32);
  return words;
}

std::string joined(const std::vector<std::string>& parts, const std::string& joint) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : joint) + part;
  return all;
}

std::string day_of_month(const Texts& texts, const std::string& language, int day, int month) {
  return fill(texts.get(language, "staff.day"),
              {{"day", std::to_string(day)},
               {"month", texts.get(language, "staff.month." + std::to_string(month))}});
}

// What was chosen or said, where nothing of it is ranked: the first few, and how many more.
std::vector<std::string> chosen_words(const Content& content, const std::string& language,
                                      const Submission& submission) {
  constexpr size_t most = 3;
  const auto& texts = content.texts;
  std::vector<std::string> said;
  for (const AnswerRecord& answer : submission.answers) {
    std::string words;
    if (answer.choice == Choice::card) words = card_words(texts, language, answer.card);
    if (answer.choice == Choice::words && !answer.own.text.empty())
      words = "“" + answer.own.text + "”";
    if (!words.empty() && std::find(said.begin(), said.end(), words) == said.end())
      said.push_back(std::move(words));
  }
  if (said.empty()) return {};
  const auto more = said.size() > most ? said.size() - most : 0;
  said.resize(std::min(said.size(), most));
  std::vector<std::string> parts = {joined(said, ", ")};
  if (more > 0)
    parts.push_back(fill(texts.get(language, "staff.result.more"), {{"n", std::to_string(more)}}));
  return parts;
}

// The question that puts all its cards somewhere: a face for each area, a ring for each person. Not
// one about what was just chosen, such as who helps.
const StepDefinition* sorting_step(const ToolDefinition& tool, const Submission& submission) {
  for (const AnswerRecord& answer : submission.answers) {
    const auto* step = step_of(tool, answer.question);
    const bool is_put = answer.choice == Choice::place && !answer.card.empty();
    if (step != nullptr && is_put && step->follows.empty()) return step;
  }
  return nullptr;
}

// "3 godt", "2 midt imellem", in the order of the scale.
std::vector<std::string> put_words(const Content& content, const std::string& language,
                                   const Submission& submission) {
  const auto* tool = content.tool(submission.tool);
  const auto* step = tool ? sorting_step(*tool, submission) : nullptr;
  if (step == nullptr) return {};
  std::map<std::string, int> counts;
  for (const AnswerRecord& answer : submission.answers)
    if (answer.question == step->screen && answer.choice == Choice::place) ++counts[answer.place];
  std::vector<std::string> parts;
  for (const std::string& id : {step->places_long, step->places}) {
    const Deck* deck = content.deck(id);
    if (deck == nullptr) continue;
    for (const Card& place : deck->cards) {
      const auto found = counts.find(place.ref.id);
      if (found == counts.end()) continue;
      const auto label = card_words(content.texts, language, place.ref);
      parts.push_back(fill(content.texts.get(language, "staff.result.placed"),
                           {{"n", std::to_string(found->second)}, {"place", within(label)}}));
      counts.erase(found);
    }
  }
  return parts;
}

}  // namespace

std::string card_words(const Texts& texts, const std::string& language, const CardRef& card) {
  return texts.get(language, card.list + "." + card.id + ".label");
}

std::string result_words(const Content& content, const std::string& language,
                         const Submission& submission) {
  const auto& texts = content.texts;
  const auto label = [&](const CardRef& card) { return card_words(texts, language, card); };
  std::vector<std::string> parts;
  const auto& findings = submission.findings;
  if (findings.ranking_is_hidden) {
    parts.push_back(texts.get(language, "staff.result.hidden"));
  } else if (!findings.ranking.empty()) {
    std::vector<std::string> first;
    for (const auto& group : findings.ranking) {
      for (const auto& card : group) first.push_back(label(card));
      if (first.size() >= 2) break;
    }
    parts.push_back(joined(first, ", "));
  }
  const auto* tool = content.tool(submission.tool);
  const Deck* places = tool != nullptr ? content.deck(tool->places) : nullptr;
  std::map<std::string, int> placed;
  for (const auto& card : findings.cards)
    if (!card.place.empty()) ++placed[card.place];
  if (places != nullptr)
    for (const auto& place : places->cards)
      if (const auto found = placed.find(place.ref.id); found != placed.end())
        parts.push_back(
            fill(texts.get(language, "staff.result.placed"),
                 {{"n", std::to_string(found->second)}, {"place", within(label(place.ref))}}));
  if (parts.empty()) {
    parts = chosen_words(content, language, submission);
    for (auto& put : put_words(content, language, submission)) parts.push_back(std::move(put));
  }
  if (parts.empty()) parts.push_back(texts.get(language, "staff.result.none"));
  parts.push_back(texts.get(language, certainty_key(findings.certainty)));
  if (!submission.is_confirmed) parts.push_back(texts.get(language, "staff.result.unconfirmed"));
  return joined(parts, " · ");
}

std::vector<std::string> flag_words(const Texts& texts, const std::string& language,
                                    const Submission& submission) {
  std::vector<std::string> words;
  for (const Flag flag : submission.findings.flags)
    words.push_back(texts.get(language, flag_key(flag)));
  return words;
}

std::string whereabouts_words(const Texts& texts, const std::string& language, Whereabouts where) {
  switch (where) {
    case Whereabouts::kept_here:
      return texts.get(language, "staff.where.kept_here");
    case Whereabouts::waiting:
      return texts.get(language, "staff.where.waiting");
    case Whereabouts::in_case_file:
      return texts.get(language, "staff.where.in_case_file");
    case Whereabouts::paused:
      return texts.get(language, "staff.where.paused");
    case Whereabouts::quarantined:
      return texts.get(language, "staff.where.quarantined");
  }
  return "";
}

std::string pressed_by_key(PressedBy pressed_by) {
  switch (pressed_by) {
    case PressedBy::citizen:
      return "staff.pressed.citizen";
    case PressedBy::mentor_for_pointing:
      return "staff.pressed.pointing";
    case PressedBy::partner_scanning:
      return "staff.pressed.scanning";
  }
  return "";
}

std::string present_key(Present present) {
  switch (present) {
    case Present::nobody:
      return "staff.present.nobody";
    case Present::mentor:
      return "staff.present.mentor";
    case Present::staff:
      return "staff.present.staff";
    case Present::relative:
      return "staff.present.relative";
  }
  return "";
}

std::string tool_name(const Texts& texts, const std::string& language, const ToolId& tool) {
  return texts.get(language, "tool." + tool.value + ".label");
}

std::string day_words(const Texts& texts, const std::string& language, int64_t utc_ms) {
  const auto seconds = static_cast<std::time_t>(utc_ms / 1000);
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return "";
  return day_of_month(texts, language, local.tm_mday, local.tm_mon + 1);
}

std::string date_words(const Texts& texts, const std::string& language, const std::string& iso) {
  int year = 0, month = 0, day = 0;
  const bool is_day = std::sscanf(iso.c_str(), "%d-%d-%d", &year, &month, &day) == 3;
  return is_day && month >= 1 && month <= 12 ? day_of_month(texts, language, day, month) : iso;
}

std::string span_words(const Texts& texts, const std::string& language, int64_t ms) {
  const int64_t minutes = ms / 60'000;
  const auto said = [&](const char* key, int64_t count) {
    return fill(texts.get(language, key), {{"n", std::to_string(count)}});
  };
  if (minutes < 120) return said("staff.span.minutes", minutes);
  if (minutes < 48 * 60) return said("staff.span.hours", minutes / 60);
  return said("staff.span.days", minutes / (24 * 60));
}

std::string wait_words(const Texts& texts, const std::string& language, int64_t ms) {
  const int64_t seconds = (ms + 999) / 1000;
  if (seconds < 60)
    return fill(texts.get(language, "staff.wait.seconds"), {{"s", std::to_string(seconds)}});
  return fill(texts.get(language, "staff.wait.minutes"),
              {{"m", std::to_string(seconds / 60)}, {"s", std::to_string(seconds % 60)}});
}

}  // namespace aktiv::mentor
