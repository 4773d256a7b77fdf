#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "dialogue/content/draft.h"
#include "dialogue/content/fields.h"
#include "dialogue/model/access_numbers.h"
#include "dialogue/model/words.h"

namespace aktiv {
namespace {

constexpr int highest_number = 1'000'000;

void read_numbers(const SourceFile& file, const SourceNode& node, ToolDefinition& tool,
                  Draft& draft) {
  Fields fields(file, node, "table of numbers", draft.faults);
  for (const auto& [name, value] : node.members) {
    tool.numbers[name] = fields.number(name, 0, highest_number);
    tool.number_where[name] = fields.where(name);
  }
}

CardSource read_source(Fields& fields) {
  CardSource source;
  source.decks = fields.texts("decks");
  for (const std::string& card : fields.texts("cards"))
    source.cards.push_back(CardRef::parse(card));
  source.chosen_in = fields.texts("chosen_in");
  source.placed_in = fields.text_or("placed_in", "");
  source.in_places = fields.texts("in_places");
  source.answers_in = fields.text_or("answers_in", "");
  source.earlier = fields.text_or("earlier", "");
  return source;
}

CardSource read_source_table(const SourceFile& file, const SourceNode& node, Draft& draft) {
  Fields fields(file, node, "source of cards", draft.faults);
  CardSource source = read_source(fields);
  if (source.empty())
    fields.fault(node.line, "this source of cards names nothing",
                 "decks, chosen_in, placed_in, answers_in or earlier");
  fields.refuse_unread();
  return source;
}

constexpr std::array<std::pair<std::string_view, Asks>, 7> kAsks{{{"told", Asks::told},
                                                                  {"pairs", Asks::pairs},
                                                                  {"place", Asks::place},
                                                                  {"choose", Asks::choose},
                                                                  {"words", Asks::words},
                                                                  {"suggestion", Asks::suggestion},
                                                                  {"shown", Asks::shown}}};

Asks read_asks(Fields& fields, const SourceNode& node) {
  const std::string word = fields.text("asks");
  for (const auto& [name, asks] : kAsks)
    if (name == word) return asks;
  fields.fault(node.line, "a step asks '" + word + "'",
               "told, pairs, place, choose, words, suggestion or shown");
  return Asks::told;
}

StepDefinition read_step(const SourceFile& file, const SourceNode& node, Draft& draft) {
  Fields fields(file, node, "step", draft.faults);
  StepDefinition step;
  step.where = fields.where("screen");
  step.screen = fields.id("screen");
  step.asks = read_asks(fields, node);
  step.ways = fields.numbers("ways");
  step.cards = read_source(fields);
  step.follows = fields.texts("follows");
  step.outs = fields.texts("outs");
  step.ends_on = fields.texts("ends_on");
  step.without = fields.text_or("without", "");
  step.none_words = fields.text_or("none_words", "");
  step.words_without = fields.text_or("words_without", "");
  if (!step.words_without.empty()) draft.screens.push_back({step.words_without, step.where});
  step.is_about_visit = fields.flag_or("about_visit", false);
  step.least = fields.number_or("least", 1, 12, 1);
  step.cards_most = fields.number_or("cards_most", 1, 36, 0);
  step.value_most = fields.number_or("value_most", 1, 9, 0);
  step.has_fixed_pairs = fields.flag_or("fixed_pairs", false);
  step.mirrors = fields.number_or("mirrors", 0, 12, 0);
  step.pairs_way_1 = fields.number_or("pairs_way_1", 1, 36, 0);
  step.arrangement = fields.text_or("arrangement", "");
  step.places = fields.text_or("places", "");
  step.places_long = fields.text_or("places_long", "");
  step.only_places = fields.texts("only_places");
  step.few_places = fields.texts("few_places");
  if (const std::string besides = fields.text_or("besides", ""); !besides.empty())
    step.besides = CardRef::parse(besides);
  step.order = fields.text_or("order", "scale");
  step.checks = fields.text_or("checks", "");
  step.has_both_orders = fields.flag_or("both_orders", false);
  step.stop_after = fields.number_or("stop_after", 1, 36, 0);
  step.all_alike = fields.text_or("all_alike", "");
  step.has_dates = fields.flag_or("dates", false);
  step.most = fields.number_or("most", 1, 12, 1);
  step.page = fields.number_or("page", 2, 12, 0);
  step.is_several = fields.flag_or("several", false);
  step.is_by_value = fields.flag_or("by_value", false);
  step.turns_with = fields.text_or("turns_with", "");
  step.remembered = fields.text_or("remembered", "");
  if (const auto* first = fields.table("first"))
    step.first = read_source_table(file, *first, draft);
  fields.refuse_unread();
  draft.screens.push_back({step.screen, step.where});
  return step;
}

ToolDefinition read_tool(const SourceFile& file, const SourceNode& root, Draft& draft) {
  Fields fields(file, root, "tool", draft.faults);
  ToolDefinition tool;
  tool.where = fields.where("id");
  tool.id = ToolId(fields.id("id"));
  tool.number = fields.number("number", 1, 1000);
  tool.version = fields.number("version", 1, highest_number);
  tool.shown_since = fields.number_or("shown_since", 1, tool.version, tool.version);
  tool.ways = fields.numbers("ways");
  tool.main_way = fields.number("main_way", 1, 4);
  tool.decks = fields.texts("decks");
  tool.themes = fields.text_or("themes", "");
  tool.places = fields.text_or("places", "");
  tool.screens = fields.texts("screens");
  tool.picture = PictureId(fields.text("picture"));
  for (const auto& screen : tool.screens)
    draft.screens.push_back({screen, fields.where("screens")});
  tool.numbers_where = fields.where("numbers");
  tool.is_offered = fields.flag_or("offered", true);
  for (const auto* step : fields.tables("step")) {
    tool.steps.push_back(read_step(file, *step, draft));
    tool.screens.push_back(tool.steps.back().screen);
  }
  for (const auto* source : fields.tables("said_back"))
    tool.said_back.push_back(read_source_table(file, *source, draft));
  if (const auto* numbers = fields.table("numbers")) read_numbers(file, *numbers, tool, draft);
  fields.refuse_unread();
  return tool;
}

void read_way(const SourceFile& file, const SourceNode& node, Draft& draft) {
  Fields fields(file, node, "way", draft.faults);
  const int way = fields.number("id", 1, 4);
  const int choices = fields.number("choices", 2, 40);
  fields.refuse_unread();
  if (!draft.content.way_limits.emplace(way, choices).second)
    draft.fault("way " + std::to_string(way) + " stands twice", fields.where(), "one [[way]] each");
}

void read_frame(const SourceFile& file, const SourceNode& node, Draft& draft) {
  Fields fields(file, node, "frame", draft.faults);
  fields.id("id");
  for (const auto& screen : fields.texts("screens"))
    draft.screens.push_back({screen, fields.where("screens")});
  fields.refuse_unread();
}

// A setting by its name in access_profile.h; what is left out stays as it is.
template <class Enum>
std::optional<Enum> read_word(Fields& fields, const SourceNode& node, std::string_view name) {
  const std::string text = fields.text_or(name, "");
  if (text.empty()) return std::nullopt;
  const auto value = from_word<Enum>(text);
  if (!value)
    fields.fault(node.line, "'" + text + "' is no " + std::string(name),
                 "a word of dialogue/model/words.cpp");
  return value;
}

FittingChoice read_fitting_choice(const SourceFile& file, const SourceNode& node, Draft& draft) {
  Fields fields(file, node, "choice", draft.faults);
  FittingChoice choice;
  choice.name = fields.id("name");
  AccessProfile& sets = choice.sets;
  for (const AccessNumber& number : access_numbers)
    if (node.find(number.name) != nullptr)
      sets.*number.at = fields.number(number.name, number.least, number.most);
  sets.palette = read_word<Palette>(fields, node, "palette");
  sets.reach = read_word<Reach>(fields, node, "reach");
  sets.operated_by = read_word<OperatedBy>(fields, node, "operated_by");
  if (node.find("goes_on_by_itself") != nullptr)
    sets.goes_on_by_itself = fields.flag_or("goes_on_by_itself", false);
  if (sets == AccessProfile{})
    fields.fault(node.line, "a choice sets nothing", "text_percent = 150");
  fields.refuse_unread();
  return choice;
}

void read_fitting(const SourceFile& file, const SourceNode& node, Draft& draft) {
  Fields fields(file, node, "fitting", draft.faults);
  FittingStep step;
  step.screen = fields.text("screen");
  step.where = fields.where("screen");
  for (const auto* choice : fields.tables("choice"))
    step.choices.push_back(read_fitting_choice(file, *choice, draft));
  if (step.choices.size() < 2)
    fields.fault(node.line, "there is nothing to choose", "two [[fitting.choice]] or more");
  fields.refuse_unread();
  draft.screens.push_back({step.screen, step.where});
  draft.content.fitting.push_back(std::move(step));
}

void read_conversation(const SourceFile& file, const SourceNode& root, Draft& draft) {
  Fields fields(file, root, "conversation", draft.faults);
  for (const auto* way : fields.tables("way")) read_way(file, *way, draft);
  for (const auto* frame : fields.tables("frame")) read_frame(file, *frame, draft);
  for (const auto* step : fields.tables("fitting")) read_fitting(file, *step, draft);
  fields.refuse_unread();
}

}  // namespace

void read_definitions(const std::vector<SourceFile>& files, Draft& draft) {
  for (const auto& file : files) {
    const auto root = parse_toml(file);
    if (!root) {
      draft.faults.push_back(root.error());
    } else if (root->find("way") != nullptr || root->find("frame") != nullptr) {
      read_conversation(file, *root, draft);
    } else {
      draft.content.tools.push_back(read_tool(file, *root, draft));
    }
  }
  std::stable_sort(draft.content.tools.begin(), draft.content.tools.end(),
                   [](const auto& one, const auto& other) { return one.number < other.number; });
}

}  // namespace aktiv
