// The centre's citizens by their pictures, what staff should know, and the conversation that is
// under way.
#include <algorithm>
#include <array>

#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/screens/voices.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

constexpr std::array hands = {PressedBy::citizen, PressedBy::mentor_for_pointing,
                              PressedBy::partner_scanning};

class Home final : public Screen {
 public:
  explicit Home(Work& shared) : Screen(shared), note_(std::move(shared.note)) {
    work.note.clear();
    work.citizen.reset();
    work.look_at_sync();
    read();
  }

  // Somebody may have come from another kiosk.
  void desk_changed() override { read(); }

  std::string name() const override { return "home"; }

  void show(Sheet& sheet) override {
    const auto title = work.say("staff.home.title", {{"name", work.mentor->name}});
    const auto pressed = sheet.page(title, work.pills(),
                                    {back_to_citizen(),
                                     {"about", work.say("staff.about.open")},
                                     {"sync", work.say("staff.sync.open")},
                                     {"evaluation", work.say("staff.evaluation.open")},
                                     {"practice", work.say("staff.practice.open")},
                                     {"voices", work.say("staff.voices.open")},
                                     {"photos", work.say("staff.photos.open")},
                                     {"new_citizen", work.say("staff.new_citizen.open"), true}});
    if (left(pressed)) return;
    if (pressed == "about") return work.go(about_screen(work));
    if (pressed == "sync") return work.go(sync_screen(work));
    if (pressed == "photos") return work.go(photos_screen(work));
    if (pressed == "voices") return work.go(voices_screen(work, {}));
    if (pressed == "practice") return work.go(practice_screen(work));
    if (pressed == "evaluation") return work.go(evaluation_screen(work));
    if (pressed == "new_citizen") return work.go(new_citizen_screen(work));
    show_parts(sheet);
  }

 private:
  void read() {
    work.desk().citizens(here<Result<std::vector<CitizenSign>>>([this](auto known) {
      is_read_ = true;
      if (known)
        citizens_ = *known;
      else
        note_ = work.say("staff.fault.people");
    }));
  }

  static constexpr double people_share = 0.62;

  void show_parts(Sheet& sheet) {
    const double gap = sheet.gap() * 2;
    RectMm room = sheet.scroll("home", [&](double w) { return needed_height(sheet, w); });
    if (!sheet.is_narrow()) {
      auto [people, news] = split(room, people_share, gap);
      show_people(sheet, people);
      return show_news(sheet, news);
    }
    const double wished = std::min((room.h - gap) / 2, room.h - gap - news_height(sheet, room.w));
    show_people(sheet, take_top(room, std::max(people_height(sheet), wished), gap));
    show_news(sheet, room);
  }

  double needed_height(const Sheet& sheet, double w) const {
    const double gap = sheet.gap() * 2;
    if (sheet.is_narrow()) return people_height(sheet) + gap + news_height(sheet, w);
    return std::max(people_height(sheet), news_height(sheet, (w - gap) * (1 - people_share)));
  }

  static double people_height(const Sheet& sheet) {
    return sheet.pad() * 2 + sheet.line(Face::heading) + sheet.gap() + tile_height(sheet) * 1.6;
  }

  static double tile_height(const Sheet& sheet) {
    return sheet.least() * 1.5 + sheet.line(Face::body) + sheet.gap();
  }

  void show_people(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    sheet.text("people", take_top(room, sheet.line(Face::heading), sheet.gap()),
               work.say("staff.home.people"), Face::heading);
    if (citizens_.empty() && is_read_) sheet.text("nobody", room, work.say("staff.home.nobody"));
    const double w = sheet.least() * 2.1;
    const double h = tile_height(sheet);
    const auto grid_of = [&](const RectMm& area) { return Grid::of(area, w, h, sheet.gap()); };
    const auto span = pages_.show(sheet, room, citizens_.size(), [&](const RectMm& area) {
      return static_cast<size_t>(grid_of(area).count());
    });
    const Grid grid = Grid::filling(room, span.to - span.from, w, h, sheet.gap(), 1.6);
    for (size_t i = span.from; i < span.to; ++i) {
      const auto& citizen = citizens_[i];
      if (!sheet.tile("citizen:" + citizen.id.value, grid.cell(static_cast<int>(i - span.from)),
                      citizen.first, work.label(citizen), false, true, citizen.second))
        continue;
      work.citizen = citizen;
      work.go(citizen_screen(work));
    }
  }

  void show_news(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    if (!note_.empty()) {
      const RectMm at = take_top(room, note_height(sheet, note_, room.w), sheet.gap());
      sheet.band("note", at, note_, PillKind::kept);
    }
    show_ongoing(sheet, room);
    heading(sheet, room, "messages", work.say("staff.home.messages"));
    const auto messages = work.desk().messages();
    if (messages.empty()) sheet.text("no_messages", room, work.say("staff.home.no_messages"));
    const auto span = news_pages_.show(sheet, room, messages.size(), [&](const RectMm& area) {
      return fitting(sheet, area, messages);
    });
    for (size_t i = span.from; i < span.to; ++i) show_message(sheet, room, messages[i]);
  }

  // With the highest of the messages, so that none is cut.
  double news_height(const Sheet& sheet, double whole) const {
    const double w = whole - sheet.pad() * 2;
    double h = sheet.pad() * 2 + heading_height(sheet, work.say("staff.home.messages"), w);
    if (!note_.empty()) h += note_height(sheet, note_, w) + sheet.gap();
    if (work.desk().ongoing()) {
      h += heading_height(sheet, work.say("staff.home.ongoing"), w) + sheet.gap() * 2;
      for (const auto who : hands) {
        const auto& label = work.say(pressed_by_key(who));
        h += sheet.choice_height(label, w) + sheet.gap();
      }
      h += sheet.button_height(work.say("staff.home.put_away"), w);
    }
    double highest = sheet.line(Face::body);
    const auto messages = work.desk().messages();
    const double pages = messages.size() > 1 ? sheet.least() + sheet.gap() : 0;
    for (const auto& message : messages)
      highest = std::max(highest, height_of(sheet, w - pages, message));
    return h + std::max(highest, messages.size() > 1 ? sheet.least() * 2 + sheet.gap() : 0);
  }

  std::string words_of(const StaffMessage& message) const {
    const std::string day = day_words(work.at.content.texts, work.language, message.at_ms);
    std::string words = message.key.empty() ? "" : work.say(message.key);
    if (!message.detail.empty()) words += (words.empty() ? "" : " ") + message.detail;
    return day + ": " + words;
  }

  double height_of(const Sheet& sheet, double w, const StaffMessage& message) const {
    return sheet.text_height(words_of(message), Face::body, w) + sheet.least() + sheet.gap() * 2;
  }

  size_t fitting(Sheet& sheet, const RectMm& area, const std::vector<StaffMessage>& messages) {
    double used = 0;
    size_t count = 0;
    for (const auto& message : messages) {
      used += height_of(sheet, area.w, message);
      if (used > area.h) break;
      ++count;
    }
    return count;
  }

  void show_message(Sheet& sheet, RectMm& room, const StaffMessage& message) {
    const double h = sheet.text("message:" + message.id, room, words_of(message));
    take_top(room, h, sheet.gap() / 2);
    const auto label = work.say("staff.home.seen");
    const double w = sheet.text_width(label, Face::bold) + sheet.pad() * 2;
    const RectMm line = take_top(room, sheet.least(), sheet.gap() * 1.5);
    if (sheet.button({"seen:" + message.id, label}, {line.x, line.y, w, line.h}))
      work.desk().dismiss(message.id);
  }

  void show_ongoing(Sheet& sheet, RectMm& room) {
    const auto ongoing = work.desk().ongoing();
    if (!ongoing) return;
    heading(sheet, room, "ongoing", work.say("staff.home.ongoing"));
    for (const auto who : hands) {
      const auto key = pressed_by_key(who);
      const auto& label = work.say(key);
      const auto at = take_top(room, sheet.choice_height(label, room.w), sheet.gap());
      if (sheet.choice("hands:" + key, at, label, ongoing->pressed_by == who))
        work.desk().change_hands(who, ongoing->present);
    }
    const auto& put_away = work.say("staff.home.put_away");
    if (sheet.button({"put_away", put_away},
                     take_top(room, sheet.button_height(put_away, room.w), sheet.gap() * 2)))
      work.desk().put_away();
  }

  std::vector<CitizenSign> citizens_;
  bool is_read_ = false;
  std::string note_;
  Pages pages_{"citizens"};
  Pages news_pages_{"news"};
};

}  // namespace

ScreenPtr home_screen(Work& work) {
  return std::make_unique<Home>(work);
}

}  // namespace aktiv::mentor
