// To learn a tool before a citizen is there: a guide for half an hour and for a whole one, and an
// invented citizen who answers on the real screens.
#include <algorithm>
#include <array>

#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

struct Invented {
  const char* name;
  Responder responder;
};

constexpr std::array invented = {
    Invented{"steady", {Habit::steady, 0}},      Invented{"noise", {Habit::steady, 0.1}},
    Invented{"right", {Habit::right, 0}},        Invented{"left", {Habit::left, 0}},
    Invented{"last", {Habit::last_heard, 0}},    Invented{"first", {Habit::first_heard, 0}},
    Invented{"yes", {Habit::always_yes, 0}},     Invented{"random", {Habit::random, 0}},
    Invented{"midway", {Habit::stops_midway, 0}}};

constexpr std::array lengths = {"30", "60"};
constexpr std::array evaluation_ways = {2, 3, 4};

// What can be learnt: the citizen's tools, and the anonymous evaluation.
struct Learnt {
  ToolId id;
  std::vector<int> ways;
  std::string label;
  std::string hint;
};

class Practice final : public Screen {
 public:
  explicit Practice(Work& shared) : Screen(shared) {
    for (const ToolDefinition& tool : work.content().tools)
      learnt_.push_back({tool.id, tool.ways,
                         tool_name(work.content().texts, work.language, tool.id),
                         work.say("tool." + tool.id.value + ".hint")});
    learnt_.push_back({evaluation_tool,
                       {evaluation_ways.begin(), evaluation_ways.end()},
                       work.say("staff.evaluation.title"),
                       work.say("staff.evaluation.hint")});
    choose(0);
  }
  std::string name() const override { return is_choosing_who_ ? "practice_who" : "practice"; }

  void show(Sheet& sheet) override {
    if (is_choosing_who_)
      show_who(sheet);
    else
      show_guide(sheet);
  }

 private:
  static constexpr double tools_share = 0.5;

  void choose(size_t at) {
    at_ = at;
    setup_.tool = learnt().id;
    setup_.way = learnt().ways.front();
  }

  const Learnt& learnt() const { return learnt_[at_]; }

  std::vector<std::string> tool_labels() const {
    std::vector<std::string> labels;
    for (const Learnt& one : learnt_) labels.push_back(one.label);
    return labels;
  }

  std::vector<std::string> guide() const {
    return {learnt().hint, work.say("staff.guide." + setup_.tool.value + "." + lengths[length_])};
  }

  double tools_height(const Sheet& sheet, double w) const {
    return heading_height(sheet, work.say("staff.start.tool"), w) +
           Choices(sheet, w, tool_labels()).height();
  }

  std::vector<std::string> length_labels() const {
    std::vector<std::string> labels;
    for (const char* length : lengths)
      labels.push_back(work.say(std::string("staff.practice.") + length));
    return labels;
  }

  double guide_height(const Sheet& sheet, double whole) const {
    const double w = whole - sheet.pad() * 2;
    return sheet.pad() * 2 + heading_height(sheet, work.say("staff.practice.guide"), w) +
           Choices(sheet, w, length_labels()).height() + paragraphs_height(sheet, w, guide());
  }

  void show_guide(Sheet& sheet) {
    const auto pressed =
        sheet.page(work.say("staff.practice.title"), {},
                   {back_to_citizen(),
                    {"back", work.say("staff.all_citizens")},
                    {"go_on", work.say("staff.practice.try"), true, !work.desk().ongoing()}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(home_screen(work));
    if (pressed == "go_on") {
      is_choosing_who_ = true;
      return;
    }
    const double gap = sheet.gap() * 3;
    RectMm room = sheet.scroll("practice", [&](double w) {
      if (sheet.is_narrow()) return tools_height(sheet, w) + gap + guide_height(sheet, w);
      return std::max(tools_height(sheet, (w - gap) * tools_share),
                      guide_height(sheet, (w - gap) * (1 - tools_share)));
    });
    auto [first, second] = split(room, tools_share, gap);
    if (sheet.is_narrow()) {
      first = take_top(room, tools_height(sheet, room.w), gap);
      second = take_top(room, guide_height(sheet, room.w));
    }
    show_tools(sheet, first);
    show_words(sheet, second);
  }

  void show_tools(Sheet& sheet, RectMm room) {
    heading(sheet, room, "tools_title", work.say("staff.start.tool"));
    const auto labels = tool_labels();
    const Choices grid(sheet, room.w, labels);
    for (size_t i = 0; i < learnt_.size(); ++i)
      if (sheet.choice("tool:" + learnt_[i].id.value, grid.at(room, static_cast<int>(i)), labels[i],
                       i == at_))
        choose(i);
  }

  void show_words(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    heading(sheet, room, "guide_title", work.say("staff.practice.guide"));
    const auto labels = length_labels();
    const Choices grid(sheet, room.w, labels);
    for (size_t i = 0; i < labels.size(); ++i)
      if (sheet.choice(std::string("length:") + lengths[i], grid.at(room, static_cast<int>(i)),
                       labels[i], length_ == i))
        length_ = i;
    take_top(room, grid.height());
    paragraphs(sheet, room, "guide", guide());
  }

  std::vector<std::string> way_labels() const {
    std::vector<std::string> labels;
    const bool evaluates = learnt().id == evaluation_tool;
    const std::string key = evaluates ? "staff.evaluation.way." : "staff.way.";
    for (const int way : learnt().ways) labels.push_back(work.say(key + std::to_string(way)));
    return labels;
  }

  std::vector<std::string> who_labels() const {
    std::vector<std::string> labels;
    for (const Invented& one : invented)
      labels.push_back(work.say(std::string("staff.practice.who.") + one.name));
    return labels;
  }

  void show_who(Sheet& sheet) {
    const auto pressed = sheet.page(work.say("staff.practice.title"), {},
                                    {back_to_citizen(),
                                     {"back", work.say("staff.back")},
                                     {"start", work.say("staff.practice.start"), true}});
    if (left(pressed)) return;
    if (pressed == "back") {
      is_choosing_who_ = false;
      return;
    }
    if (pressed == "start") {
      work.desk().rehearse({setup_, work.language, invented[who_].responder});
      return work.leave();
    }
    const std::vector<std::string> about = {work.say("staff.practice.about")};
    RectMm room = sheet.scroll("practice_who", [&](double w) {
      return paragraphs_height(sheet, w, about) + sheet.gap() * 2 +
             heading_height(sheet, work.say("staff.start.way"), w) +
             Choices(sheet, w, way_labels()).height() + sheet.gap() +
             heading_height(sheet, work.say("staff.practice.who"), w) +
             Choices(sheet, w, who_labels()).height();
    });
    paragraphs(sheet, room, "about", about);
    take_top(room, paragraphs_height(sheet, room.w, about), sheet.gap() * 2);
    heading(sheet, room, "way_title", work.say("staff.start.way"));
    const auto ways = way_labels();
    const Choices way_grid(sheet, room.w, ways);
    for (size_t i = 0; i < ways.size(); ++i) {
      const int way = learnt().ways[i];
      if (sheet.choice("way:" + std::to_string(way), way_grid.at(room, static_cast<int>(i)),
                       ways[i], setup_.way == way))
        setup_.way = way;
    }
    take_top(room, way_grid.height(), sheet.gap());
    heading(sheet, room, "who_title", work.say("staff.practice.who"));
    const auto people = who_labels();
    const Choices who_grid(sheet, room.w, people);
    for (size_t i = 0; i < people.size(); ++i)
      if (sheet.choice(std::string("who:") + invented[i].name,
                       who_grid.at(room, static_cast<int>(i)), people[i], who_ == i))
        who_ = i;
  }

  std::vector<Learnt> learnt_;
  size_t at_ = 0;
  ToolSetup setup_;
  size_t length_ = 0;
  size_t who_ = 0;
  bool is_choosing_who_ = false;
};

}  // namespace

ScreenPtr practice_screen(Work& work) {
  return std::make_unique<Practice>(work);
}

}  // namespace aktiv::mentor
