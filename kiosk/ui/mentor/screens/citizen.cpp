// One citizen: what they said and where it lies, how they use the kiosk, what was left unfinished,
// what staff saw.
#include <algorithm>

#include "kiosk/ui/mentor/screens/how_used.h"
#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/screens/talk_detail.h"
#include "kiosk/ui/mentor/screens/talk_table.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

constexpr size_t fewest_lines = 3;  // of the table, before it turns pages

class CitizenScreen final : public Screen {
 public:
  explicit CitizenScreen(Work& shared) : Screen(shared), note_(std::move(shared.note)) {
    work.note.clear();
    read();
  }

  std::string name() const override { return "citizen"; }
  void desk_changed() override { read(); }

  void show(Sheet& sheet) override {
    // Where not all finds room, one conversation has the screen to itself, so that no flag is left
    // out.
    const bool is_alone = chosen() != nullptr && is_crowded_;
    const auto pressed = show_actions(sheet, is_alone);
    if (left(pressed)) return;
    if (pressed == "back") return work.go(home_screen(work));
    if (pressed == "close") chosen_ = {};
    if (pressed == "person") return work.go(person_screen(work));
    if (pressed == "goals") return work.go(goals_screen(work));
    if (pressed == "observe") return work.go(observation_screen(work, chosen_conversation()));
    if (pressed == "start") return work.go(start_screen(work));
    if (pressed == "answers") {
      work.desk().show_answers(work.citizen->id);
      return work.leave();
    }
    if (is_alone && chosen() != nullptr) return show_alone(sheet, *chosen());
    is_crowded_ = sheet.body().h < needed_height(sheet, sheet.body().w);
    show_parts(sheet, sheet.scroll("citizen", [&](double w) { return needed_height(sheet, w); }));
  }

 private:
  std::string show_actions(Sheet& sheet, bool is_alone) {
    const auto title = work.say("staff.citizen.title", {{"sign", work.label(*work.citizen)}});
    if (is_alone)
      return sheet.page(title, work.pills(),
                        {back_to_citizen(),
                         {"observe", work.say("staff.observe.open")},
                         {"close", work.say("staff.back")}});
    return sheet.page(title, work.pills(),
                      {back_to_citizen(),
                       {"back", work.say("staff.all_citizens")},
                       {"person", work.say("staff.person.open")},
                       {"goals", work.say("staff.goal.open")},
                       {"answers", work.say("staff.answers.open")},
                       {"observe", work.say("staff.observe.open")},
                       {"start", work.say("staff.start.open"), true}});
  }

  void show_alone(Sheet& sheet, const SavedSubmission& saved) {
    const RectMm room = sheet.scroll("citizen_talk", [&](double w) {
      const double frame = sheet.pad() * 2;
      return talk_detail_height(sheet, work, saved, w - frame) + frame;
    });
    show_detail(sheet, room, saved);
  }

  void show_detail(Sheet& sheet, const RectMm& box, const SavedSubmission& saved) {
    sheet.card(box);
    grant(show_talk_detail(sheet, inset(box, sheet.pad()), work, saved), saved.submission);
  }

  void grant(TalkWish wish, const Submission& said) {
    switch (wish) {
      case TalkWish::none:
        return;
      case TalkWish::send_again:
        return work.desk().send_again(said.id, here<Status>([this](Status) { read(); }));
      case TalkWish::print_sheet:
        return work.desk().print_sheet(
            said, here<Status>([this](Status printed) {
              read();  // which sheets wait has changed
              note_ = work.say(printed ? "staff.sheet.printed" : "staff.sheet.not_printed");
              chosen_ = {};  // the note stands beside the list, on every glass
            }));
    }
  }

  void read() {
    const auto id = work.citizen->id;
    work.desk().submissions(id, here<Result<std::vector<SavedSubmission>>>([this](auto kept) {
                              is_read_ = true;
                              if (kept)
                                saved_ = *kept;
                              else
                                note_ = work.say("staff.fault.answers");
                            }));
    work.desk().unfinished(id,
                           here<Result<std::vector<UnfinishedConversation>>>([this](auto found) {
                             if (found) unfinished_ = *found;
                           }));
    work.desk().observations(id, here<Result<std::vector<Observation>>>([this](auto found) {
                               if (found) observations_ = *found;
                             }));
  }

  const SavedSubmission* chosen() const {
    for (const auto& saved : saved_)
      if (saved.submission.id == chosen_) return &saved;
    return nullptr;
  }

  ConversationId chosen_conversation() const {
    const auto* saved = chosen();
    return saved != nullptr ? saved->submission.conversation : ConversationId();
  }

  // How it lies: conversations and what is beside them, then what was seen; all below each other on
  // a narrow glass.
  struct Heights {
    double talks = 0, beside = 0, seen = 0;
  };
  static constexpr double talks_share = 0.64;

  Heights heights(const Sheet& sheet, double whole) const {
    const double beside_w =
        sheet.is_narrow() ? whole : (whole - sheet.gap() * 2) * (1 - talks_share);
    const double talks_w = sheet.is_narrow() ? whole : whole - sheet.gap() * 2 - beside_w;
    const double frame = sheet.pad() * 2;
    Heights h;
    h.talks = frame + sheet.line(Face::heading) + sheet.gap() +
              (saved_.empty() ? sheet.line(Face::body) * 2
                              : table_.height(sheet, talks_w - frame, saved_, fewest_lines));
    const auto* saved = chosen();
    h.beside = frame + note_height(sheet, beside_w - frame) +
               (saved != nullptr ? talk_detail_height(sheet, work, *saved, beside_w - frame)
                                 : how_used_height(sheet, work, saved_, beside_w - frame) +
                                       unfinished_height(sheet, beside_w - frame));
    h.seen = sheet.pad() + sheet.line(Face::heading) + sheet.gap() +
             sheet.text_height(seen_words(), Face::body, whole - frame);
    return h;
  }

  double needed_height(const Sheet& sheet, double whole) const {
    const Heights h = heights(sheet, whole);
    const double gap = sheet.gap() * 2;
    if (sheet.is_narrow()) return h.talks + h.beside + h.seen + gap * 2;
    return std::max(h.talks, h.beside) + h.seen + gap;
  }

  void show_parts(Sheet& sheet, RectMm room) {
    const Heights h = heights(sheet, room.w);
    const double gap = sheet.gap() * 2;
    show_seen(sheet, take_bottom(room, h.seen, gap));
    if (!sheet.is_narrow()) {
      auto [talks, beside] = split(room, talks_share, gap);
      show_talks(sheet, talks);
      return show_beside(sheet, beside);
    }
    const double wished = std::min(room.h * (1 - talks_share), room.h - gap - h.talks);
    show_beside(sheet, take_bottom(room, std::max(h.beside, wished), gap));
    show_talks(sheet, room);
  }

  void show_talks(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    heading(sheet, room, "talks", work.say("staff.citizen.talks"));
    if (!saved_.empty()) return table_.show(sheet, room, saved_, chosen_);
    if (is_read_) sheet.text("no_talks", room, work.say("staff.citizen.no_talks"));
  }

  double note_height(const Sheet& sheet, double w) const {
    if (note_.empty()) return 0;
    return mentor::note_height(sheet, note_, w) + sheet.gap();
  }

  void show_beside(Sheet& sheet, const RectMm& box) {
    const auto* saved = chosen();
    if (saved != nullptr && note_.empty()) return show_detail(sheet, box, *saved);
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    if (!note_.empty()) {
      const double h = note_height(sheet, room.w) - sheet.gap();
      sheet.band("note", take_top(room, h, sheet.gap()), note_, PillKind::kept);
    }
    if (saved == nullptr) {
      show_how_used(sheet, room, work, saved_);
      return show_unfinished(sheet, room);
    }
    grant(show_talk_detail(sheet, room, work, *saved), saved->submission);
  }

  std::string take_up_label(const UnfinishedConversation& talk) const {
    return work.say("staff.citizen.take_up",
                    {{"day", day_words(work.at.content.texts, work.language, talk.touched_ms)}});
  }

  double button_height(const Sheet& sheet, double w) const {
    double most = sheet.least();
    for (const auto& talk : unfinished_)
      most = std::max(most, sheet.button_height(take_up_label(talk), w));
    return most;
  }

  double unfinished_height(const Sheet& sheet, double w) const {
    const double head = heading_height(sheet, work.say("staff.citizen.unfinished"), w);
    if (unfinished_.empty())
      return head + sheet.text_height(work.say("staff.citizen.no_unfinished"), Face::body, w);
    const double arrows = unfinished_.size() > 1 ? sheet.least() + sheet.gap() : 0;
    return head + std::max(button_height(sheet, w - arrows), arrows > 0 ? arrows * 2 : 0);
  }

  void show_unfinished(Sheet& sheet, RectMm room) {
    heading(sheet, room, "unfinished", work.say("staff.citizen.unfinished"));
    if (unfinished_.empty())
      sheet.text("no_unfinished", room, work.say("staff.citizen.no_unfinished"));
    const auto span =
        unfinished_pages_.show(sheet, room, unfinished_.size(), [&](const RectMm& area) {
          const double one = button_height(sheet, area.w) + sheet.gap();
          return static_cast<size_t>(std::max(1.0, (area.h + sheet.gap()) / one + 1e-6));
        });
    const double h = button_height(sheet, room.w);
    for (size_t i = span.from; i < span.to; ++i) {
      const auto& talk = unfinished_[i];
      if (!sheet.button({"take_up:" + talk.id.value, take_up_label(talk)},
                        take_top(room, h, sheet.gap())))
        continue;
      work.desk().take_up(work.citizen->id, talk.id);
      work.leave();
    }
  }

  std::string seen_words() const {
    // Work on a goal has nothing seen in it, and stands beside its goal.
    const auto latest = std::find_if(observations_.rbegin(), observations_.rend(),
                                     [](const Observation& one) { return !one.seen.empty(); });
    if (latest == observations_.rend()) return work.say("staff.citizen.not_seen");
    const auto day = day_words(work.at.content.texts, work.language, latest->at_ms);
    const bool is_practice = latest->seen_in == SeenIn::practice;
    return day + (is_practice ? " · " + work.say("staff.observe.in.practice") : "") + ": " +
           latest->seen;
  }

  void show_seen(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room{box.x + sheet.pad(), box.y + sheet.pad() / 2, box.w - sheet.pad() * 2,
                box.h - sheet.pad()};
    heading(sheet, room, "seen", work.say("staff.citizen.seen"));
    sheet.text("seen_words", room, seen_words());
  }

  std::string note_;
  bool is_read_ = false;
  bool is_crowded_ = false;  // not all finds room on this glass
  std::vector<SavedSubmission> saved_;
  std::vector<UnfinishedConversation> unfinished_;
  std::vector<Observation> observations_;
  SubmissionId chosen_;
  TalkTable table_{work};
  Pages unfinished_pages_{"unfinished"};
};

}  // namespace

ScreenPtr citizen_screen(Work& work) {
  return std::make_unique<CitizenScreen>(work);
}

}  // namespace aktiv::mentor
