// Agreeing on a conversation with the citizen: tool and way, then cards, then who is there.
#include <algorithm>

#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

class Start final : public Screen {
 public:
  explicit Start(Work& shared) : Screen(shared) {
    prepared_.citizen = work.citizen->id;
    prepared_.language = work.at.language;
    prepared_.present = {Present::mentor};
    prepared_.wants_practice = true;
    if (!work.content().tools.empty()) choose(work.content().tools.front());
  }

  std::string name() const override {
    return step_ == 0 ? "start_tool" : step_ == 1 ? "start_cards" : "start_who";
  }

  void show(Sheet& sheet) override {
    const bool is_last = step_ == 2;
    const auto pressed =
        sheet.page(work.say("staff.start.title", {{"sign", work.label(*work.citizen)}}), {},
                   {back_to_citizen(),
                    {"back", work.say("staff.back")},
                    {is_last ? "begin" : "go_on",
                     work.say(is_last ? "staff.start.begin" : "staff.go_on"), true, may_go_on()}});
    if (left(pressed)) return;
    if (pressed == "back") {
      if (step_ == 0) return work.go(citizen_screen(work));
      --step_;
    }
    if (pressed == "go_on") ++step_;
    if (pressed == "begin") {
      prepared_.started_by = work.mentor->id;
      work.desk().start(prepared_);
      return work.leave();
    }
    if (step_ == 0) show_tool(sheet, sheet.body());
    if (step_ == 1) show_cards(sheet, sheet.body());
    if (step_ == 2) show_who(sheet, sheet.body());
  }

 private:
  struct Limits {
    size_t least = 0, most = 0;
  };

  const ToolDefinition* tool() const { return work.content().tool(prepared_.setup.tool); }

  void choose(const ToolDefinition& tool) {
    prepared_.setup = {};
    prepared_.setup.tool = tool.id;
    prepared_.setup.way = tool.main_way;
    theme_.clear();
  }

  static int number(const ToolDefinition& tool, const char* key, int otherwise) {
    const auto found = tool.numbers.find(key);
    return found == tool.numbers.end() ? otherwise : found->second;
  }

  static bool has_pairs(const ToolDefinition& tool) {
    return tool.numbers.contains("cards_default");
  }
  bool may_be_extended() const {
    return has_pairs(*tool()) && prepared_.setup.way >= number(*tool(), "extended_from_way", 5);
  }

  // How many cards the tool is held with when they are chosen here.
  Limits limits() const {
    if (has_pairs(*tool())) {
      const char* key = prepared_.setup.is_extended ? "cards_extended" : "cards_default";
      const auto count = static_cast<size_t>(number(*tool(), key, 4));
      return {count, count};
    }
    return {static_cast<size_t>(number(*tool(), "cards_least", 1)),
            static_cast<size_t>(number(*tool(), "cards_most", 12))};
  }

  bool may_go_on() const {
    if (tool() == nullptr) return false;
    const size_t count = prepared_.setup.cards.size();
    return step_ != 1 || count == 0 || (count >= limits().least && count <= limits().most);
  }

  // Step 1: tool and way on the left, how it lies on the right.
  void show_tool(Sheet& sheet, const RectMm& box) {
    auto [left_part, right_part] = split(box, 0.56, sheet.gap() * 3);
    const double h = sheet.least() + 3;
    heading(sheet, left_part, "staff.start.tool");
    const auto& tools = work.content().tools;
    RectMm line = take_top(left_part, h, sheet.gap() * 1.5);
    const Grid grid{line,
                    static_cast<int>(tools.size()),
                    1,
                    (line.w - sheet.gap() * (static_cast<double>(tools.size()) - 1)) /
                        static_cast<double>(tools.size()),
                    h,
                    sheet.gap()};
    for (size_t i = 0; i < tools.size(); ++i)
      if (sheet.choice("tool:" + tools[i].id.value, grid.cell(static_cast<int>(i)),
                       tool_name(work.content().texts, work.language, tools[i].id),
                       tools[i].id == prepared_.setup.tool))
        choose(tools[i]);
    if (tool() == nullptr) return;
    heading(sheet, left_part, "staff.start.way");
    // On a short glass only the chosen way is described.
    double needed = 0;
    for (const int way : tool()->ways)
      needed += h + sheet.gap() * 2 +
                sheet.text_height(work.say("staff.way." + std::to_string(way) + ".about"),
                                  Face::body, left_part.w);
    const bool tells_all = needed <= left_part.h;
    for (const int way : tool()->ways) {
      const auto key = std::to_string(way);
      if (sheet.choice("way:" + key, take_top(left_part, h, sheet.gap() / 2),
                       work.say("staff.way." + key), way == prepared_.setup.way)) {
        prepared_.setup.way = way;
        if (!may_be_extended()) prepared_.setup.is_extended = false;
      }
      const auto about = work.say("staff.way." + key + ".about");
      if (!tells_all && way != prepared_.setup.way) continue;
      take_top(left_part, sheet.text("way_about:" + key, left_part, about), sheet.gap() * 1.5);
    }
    show_how(sheet, right_part);
  }

  void show_how(Sheet& sheet, RectMm room) {
    const double h = sheet.least() + 3;
    heading(sheet, room, "staff.start.language");
    const auto languages = work.content().texts.languages();
    const RectMm line = take_top(room, h, sheet.gap() * 1.5);
    const double w = (line.w - sheet.gap()) / 2;
    for (size_t i = 0; i < languages.size() && i < 2; ++i)
      if (sheet.choice("language:" + languages[i],
                       {line.x + static_cast<double>(i) * (w + sheet.gap()), line.y, w, h},
                       work.say("staff.language." + languages[i]),
                       prepared_.language == languages[i]))
        prepared_.language = languages[i];
    heading(sheet, room, "staff.start.how");
    auto& setup = prepared_.setup;
    const auto place = [&](const std::string& key, bool is_chosen) {
      return sheet.choice("how:" + key, take_top(room, h, sheet.gap()),
                          work.say("staff.start." + key), is_chosen);
    };
    if (has_pairs(*tool())) {
      for (const char* layout : {"left_right", "top_bottom"})
        if (place(layout, setup.layout == layout)) setup.layout = layout;
      if (may_be_extended() && place("extended", setup.is_extended))
        setup.is_extended = !setup.is_extended;
    } else if (place("two_places", setup.has_two_places)) {
      setup.has_two_places = !setup.has_two_places;
    }
  }

  // Step 2: decks and themes on the left, their cards on the right. None chosen: the tool draws
  // them.
  void show_cards(Sheet& sheet, RectMm room) {
    const auto limit = limits();
    const auto count = prepared_.setup.cards.size();
    const auto told = count == 0 ? work.say(has_pairs(*tool()) ? "staff.start.no_cards"
                                                               : "staff.start.no_cards_themes")
                                 : work.say(limit.least == limit.most ? "staff.start.count"
                                                                      : "staff.start.count_between",
                                            {{"n", std::to_string(count)},
                                             {"least", std::to_string(limit.least)},
                                             {"most", std::to_string(limit.most)}});
    const auto clear = work.say("staff.start.clear");
    const double clear_w = sheet.text_width(clear, Face::bold) + sheet.pad() * 2;
    const double told_w = room.w - clear_w - sheet.gap() * 2;
    const double told_h = sheet.text_height(told, Face::bold, told_w);
    const RectMm top = take_top(room, std::max(sheet.least(), told_h), sheet.gap());
    sheet.text("cards_count", {top.x, top.y + (top.h - told_h) / 2, told_w, told_h}, told,
               Face::bold);
    if (sheet.button({"clear", clear, false, count > 0},
                     {top.right() - clear_w, top.y, clear_w, top.h}))
      prepared_.setup.cards.clear();
    auto [groups, cards] = split(room, 0.27, sheet.gap() * 2);
    show_groups(sheet, groups);
    show_group(sheet, cards, limit);
  }

  struct Group {
    std::string id;  // "themes/mad", or a deck's own id
    std::string label;
  };

  std::vector<Group> groups() const {
    std::vector<Group> found;
    for (const auto& id : tool()->decks) {
      const Deck* deck = work.content().deck(id);
      if (deck == nullptr) continue;
      const Deck* themes = work.content().deck("themes");
      bool has_themes = false;
      for (const auto& theme : themes ? themes->cards : std::vector<Card>{}) {
        const bool is_here =
            std::any_of(deck->cards.begin(), deck->cards.end(),
                        [&](const Card& card) { return card.theme == theme.ref.id; });
        if (is_here) found.push_back({id + "/" + theme.ref.id, work.label(theme.ref)});
        has_themes = has_themes || is_here;
      }
      if (!has_themes) found.push_back({id, work.say("staff.deck." + id)});
    }
    return found;
  }

  void show_groups(Sheet& sheet, RectMm room) {
    const auto all = groups();
    if (theme_.empty() && !all.empty()) theme_ = all.front().id;
    const double h = std::max(sheet.least(), sheet.line(Face::bold) * 2 + 2);
    const auto span = group_pages_.show(sheet, room, all.size(), [&](const RectMm& area) {
      return static_cast<size_t>(Grid::of(area, sheet.least() * 2.4, h, sheet.gap()).count());
    });
    const Grid grid = Grid::of(room, sheet.least() * 2.4, h, sheet.gap());
    for (size_t i = span.from; i < span.to; ++i)
      if (sheet.key("group:" + all[i].id, grid.cell(static_cast<int>(i - span.from)), all[i].label,
                    true, KeyGlyph::none, all[i].id == theme_))
        theme_ = all[i].id;
  }

  std::vector<const Card*> cards_of(const std::string& group) const {
    const auto slash = group.find('/');
    const Deck* deck = work.content().deck(group.substr(0, slash));
    std::vector<const Card*> cards;
    for (const auto& card : deck ? deck->cards : std::vector<Card>{}) {
      if (card.is_sensitive) continue;
      if (slash == std::string::npos || card.theme == group.substr(slash + 1))
        cards.push_back(work.content().card(card.ref));
    }
    return cards;
  }

  void show_group(Sheet& sheet, RectMm room, const Limits& limit) {
    const auto cards = cards_of(theme_);
    const double w = sheet.least() * 2.5;
    const double h = sheet.least() * 1.4 + sheet.line(Face::body) * 2;
    const auto span = card_pages_.show(sheet, room, cards.size(), [&](const RectMm& area) {
      return static_cast<size_t>(Grid::of(area, w, h, sheet.gap()).count());
    });
    const Grid grid = Grid::filling(room, span.to - span.from, w, h, sheet.gap(), 1.8);
    auto& chosen = prepared_.setup.cards;
    for (size_t i = span.from; i < span.to; ++i) {
      const auto& ref = cards[i]->ref;
      const auto found = std::find(chosen.begin(), chosen.end(), ref);
      const bool is_chosen = found != chosen.end();
      const bool may_press = is_chosen || chosen.size() < limit.most;
      if (!sheet.tile(ref.element().value, grid.cell(static_cast<int>(i - span.from)),
                      cards[i]->picture, work.label(ref), is_chosen, may_press))
        continue;
      if (is_chosen)
        chosen.erase(found);
      else
        chosen.push_back(ref);
    }
  }

  // Step 3: who presses, who is present, practice, and the mentor's hint.
  void show_who(Sheet& sheet, const RectMm& box) {
    auto [first, second] = split(box, 0.5, sheet.gap() * 3);
    const auto& hint = work.say("tool." + prepared_.setup.tool.value + ".hint");
    const double heading_h = sheet.line(Face::heading) + sheet.gap() / 2;
    const double needed = heading_h * 2 + (sheet.least() + 3 + sheet.gap()) * 3 +
                          sheet.text_height(hint, Face::body, second.w);
    const bool is_short = needed > second.h;
    const double h = sheet.least() + (is_short ? 0 : 3);
    heading(sheet, first, "staff.start.pressed");
    for (const auto who :
         {PressedBy::citizen, PressedBy::mentor_for_pointing, PressedBy::partner_scanning}) {
      const auto key = pressed_by_key(who);
      if (sheet.choice("pressed:" + key, take_top(first, h, sheet.gap()), work.say(key),
                       prepared_.pressed_by == who))
        prepared_.pressed_by = who;
    }
    if (sheet.choice("practice", take_top(first, h, sheet.gap() * 2),
                     work.say("staff.start.practice"), prepared_.wants_practice))
      prepared_.wants_practice = !prepared_.wants_practice;
    heading(sheet, second, "staff.start.present");
    for (const auto who : {Present::mentor, Present::staff, Present::relative}) {
      const auto key = present_key(who);
      auto& present = prepared_.present;
      const auto found = std::find(present.begin(), present.end(), who);
      if (!sheet.choice("present:" + key, take_top(second, h, sheet.gap()), work.say(key),
                        found != present.end()))
        continue;
      if (found == present.end()) {
        std::erase(present, Present::nobody);
        present.push_back(who);
      } else {
        present.erase(found);
        if (present.empty()) present.push_back(Present::nobody);
      }
    }
    if (!is_short) heading(sheet, second, "staff.start.hint");
    sheet.text("hint", second, hint);
  }

  void heading(Sheet& sheet, RectMm& room, const char* key) {
    sheet.text(key, take_top(room, sheet.line(Face::heading), sheet.gap() / 2), work.say(key),
               Face::heading);
  }

  SessionPrepared prepared_;
  int step_ = 0;
  std::string theme_;
  Pages group_pages_{"groups"};
  Pages card_pages_{"cards"};
};

}  // namespace

ScreenPtr start_screen(Work& work) {
  return std::make_unique<Start>(work);
}

}  // namespace aktiv::mentor
