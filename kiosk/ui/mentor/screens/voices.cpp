// Which texts a person has read aloud, and which the synthetic voice still says.
#include "kiosk/ui/mentor/screens/voices.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

constexpr double line_air = 4;  // mm, above and below the words of a line

struct Group {
  VoiceGroup group;
  const char* name;
};
constexpr std::array groups = {Group{VoiceGroup::questions, "questions"},
                               Group{VoiceGroup::cards, "cards"},
                               Group{VoiceGroup::buttons, "buttons"}};

class Voices final : public Screen {
 public:
  Voices(Work& shared, VoiceChoice choice)
      : Screen(shared), choice_(std::move(choice)), note_(std::exchange(shared.note, {})) {
    if (choice_.language.empty()) choice_.language = work.language;
    read();
  }

  std::string name() const override { return "voices"; }

  void show(Sheet& sheet) override {
    const auto pressed = sheet.page(work.say("staff.voices.title"), {},
                                    {back_to_citizen(), {"back", work.say("staff.back")}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(home_screen(work));
    RectMm room = sheet.scroll("voices", [&](double w) { return needed_height(sheet, w); });
    if (!note_.empty())
      sheet.band("note", take_top(room, note_height(sheet, note_, room.w), sheet.gap()), note_,
                 PillKind::kept);
    take_top(room, sheet.text("about", room, about(), Face::body), sheet.gap() * 1.5);
    if (choose_language(sheet, room, work, choice_.language)) read();
    show_choices(sheet, room);
    show_list(sheet, room);
  }

 private:
  void read() {
    texts_ = {};
    seen_.clear();
    is_read_ = false;
    work.desk().voices().texts(choice_.language,
                               here<Result<std::vector<VoicedText>>>([this](auto found) {
                                 is_read_ = true;
                                 if (found)
                                   take(std::move(*found));
                                 else
                                   note_ = work.say("staff.voices.unread");
                               }));
  }

  void take(std::vector<VoicedText> texts) {
    for (auto& text : texts)
      texts_[static_cast<size_t>(voice_group(work.content(), text.key))].push_back(std::move(text));
    choose_seen();
  }

  void choose_seen() {
    seen_.clear();
    for (const auto& text : texts_[static_cast<size_t>(choice_.group)])
      if (!choice_.only_missing || !text.is_recorded()) seen_.push_back(text);
  }

  std::string about() const {
    return work.say("staff.voices.about",
                    {{"language", work.say("staff.language." + choice_.language)}});
  }

  std::string label(const Group& group) const {
    const auto& all = texts_[static_cast<size_t>(group.group)];
    const auto done = std::ranges::count_if(all, &VoicedText::is_recorded);
    return work.say(std::string("staff.voices.group.") + group.name,
                    {{"done", std::to_string(done)}, {"all", std::to_string(all.size())}});
  }

  std::vector<std::string> labels() const {
    std::vector<std::string> all;
    for (const auto& group : groups) all.push_back(label(group));
    all.push_back(work.say("staff.voices.only_missing"));
    return all;
  }

  void show_choices(Sheet& sheet, RectMm& room) {
    const auto names = labels();
    const Choices lies(sheet, room.w, names);
    const RectMm area = take_top(room, lies.height(), sheet.gap());
    for (size_t i = 0; i < groups.size(); ++i)
      if (sheet.choice(std::string("group:") + groups[i].name, lies.at(area, static_cast<int>(i)),
                       names[i], choice_.group == groups[i].group)) {
        choice_.group = groups[i].group;
        choose_seen();
      }
    if (sheet.choice("only_missing", lies.at(area, static_cast<int>(groups.size())), names.back(),
                     choice_.only_missing)) {
      choice_.only_missing = !choice_.only_missing;
      choose_seen();
    }
  }

  const std::string& state(const VoicedText& text) const {
    return work.say(text.is_here      ? "staff.voices.here"
                    : text.is_in_pack ? "staff.voices.in_pack"
                                      : "staff.voices.missing");
  }

  double state_width(const Sheet& sheet) const {
    double most = 0;
    for (const char* key : {"staff.voices.here", "staff.voices.in_pack", "staff.voices.missing"})
      most = std::max(most, sheet.text_width(work.say(key), Face::bold));
    return most + sheet.gap() * 2;
  }
  // Too narrow for two columns: what it is stands below the words.
  bool is_stacked(const Sheet& sheet, double w) const { return state_width(sheet) * 3 > w; }

  double line_height(const Sheet& sheet, double w) const {
    const double inside = w - sheet.gap() * 2;
    const bool stacked = is_stacked(sheet, w);
    const double wrap = stacked ? inside : inside - state_width(sheet);
    double most = 0;
    for (const auto& text : seen_)
      most = std::max(most, sheet.text_height(text.text, Face::body, wrap));
    return std::max(sheet.least(), most + (stacked ? sheet.line(Face::bold) : 0) + line_air * 2);
  }

  double needed_height(const Sheet& sheet, double w) const {
    double h = sheet.text_height(about(), Face::body, w) + sheet.gap() * 1.5;
    if (!note_.empty()) h += note_height(sheet, note_, w) + sheet.gap();
    h += languages_height(sheet, w, work);
    h += Choices(sheet, w, labels()).height() + sheet.gap();
    const double list = w - sheet.least() - sheet.gap();
    return h + std::max(sheet.least() * 2 + sheet.gap(),
                        line_height(sheet, list) * 2 + sheet.gap() * 2);
  }

  void show_list(Sheet& sheet, RectMm room) {
    if (seen_.empty() && is_read_) sheet.text("none", room, work.say("staff.voices.none"));
    const auto span = pages_.show(sheet, room, seen_.size(), [&](const RectMm& area) {
      const double h = line_height(sheet, area.w) + sheet.gap();
      return static_cast<size_t>(std::max(1.0, (area.h + sheet.gap()) / h + 1e-6));
    });
    const double h = line_height(sheet, room.w);
    for (size_t i = span.from; i < span.to; ++i) {
      const RectMm line = take_top(room, h, sheet.gap());
      if (sheet.row("text:" + seen_[i].key, line, seen_[i].text + ", " + state(seen_[i]), false))
        work.go(voice_screen(work, choice_, seen_, i));
      show_words(sheet, line, seen_[i]);
    }
  }

  void show_words(Sheet& sheet, const RectMm& line, const VoicedText& text) const {
    RectMm room = inset(line, sheet.gap());
    const bool stacked = is_stacked(sheet, line.w);
    const double aside = stacked ? 0 : state_width(sheet);
    const double wrap = room.w - aside;
    const double words = sheet.text_height(text.text, Face::body, wrap);
    const double whole = words + (stacked ? sheet.line(Face::bold) : 0);
    const double y = line.y + (line.h - whole) / 2;
    sheet.text("words:" + text.key, {room.x, y, wrap, words}, text.text);
    const RectMm at =
        stacked ? RectMm{room.x, y + words, room.w, sheet.line(Face::bold)}
                : RectMm{room.right() - aside, line.y + (line.h - sheet.line(Face::bold)) / 2,
                         aside, sheet.line(Face::bold)};
    sheet.text("state:" + text.key, at, state(text), Face::bold,
               stacked ? Align::left : Align::right, Ground::paper, !text.is_recorded());
  }

  VoiceChoice choice_;
  std::string note_;
  std::array<std::vector<VoicedText>, groups.size()> texts_;  // by group
  std::vector<VoicedText> seen_;                              // of the chosen group
  bool is_read_ = false;
  Pages pages_{"texts", Pages::Arrows::below_where_slim};
};

// "t2_q.spoken", "f1_hej.spoken"
bool is_question(const std::string& stem) {
  if (stem.size() < 3 || (stem[0] != 't' && stem[0] != 'f')) return false;
  return std::isdigit(static_cast<unsigned char>(stem[1])) != 0 && stem.find('_') < 4;
}

}  // namespace

VoiceGroup voice_group(const Content& content, const std::string& key) {
  const std::string stem = key.substr(0, key.find('.'));
  if (is_question(stem)) return VoiceGroup::questions;
  const bool is_card = content.deck(stem) != nullptr;
  return is_card || stem == "practice" ? VoiceGroup::cards : VoiceGroup::buttons;
}

ScreenPtr voices_screen(Work& work, const VoiceChoice& choice) {
  return std::make_unique<Voices>(work, choice);
}

}  // namespace aktiv::mentor
