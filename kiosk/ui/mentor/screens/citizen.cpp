// One citizen: what they said and where it lies, what was left unfinished, what staff saw.
#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

class CitizenScreen final : public Screen {
 public:
  explicit CitizenScreen(Work& shared) : Screen(shared), note_(std::move(shared.note)) {
    work.note.clear();
    read();
  }

  std::string name() const override { return "citizen"; }
  void desk_changed() override { read(); }

  void show(Sheet& sheet) override {
    const auto pressed = show_actions(sheet);
    if (left(pressed)) return;
    if (pressed == "back") return work.go(home_screen(work));
    if (pressed == "close") chosen_ = {};
    if (pressed == "erase") return work.go(erase_screen(work));
    if (pressed == "lock") return work.go(lock_screen(work));
    if (pressed == "observe") return work.go(observation_screen(work, chosen_conversation()));
    if (pressed == "start") return work.go(start_screen(work));
    RectMm room = sheet.body();
    const double lines = sheet.line(Face::body) * 2;
    const auto* saved = chosen();
    if (is_short_ && saved != nullptr) return show_alone(sheet, room, *saved);
    is_short_ = room.h <= lines * 6;
    const double seen_h = sheet.line(Face::heading) + lines + sheet.pad();
    if (!is_short_) show_seen(sheet, take_bottom(room, seen_h, sheet.gap() * 1.5));
    auto [talks, beside] = split(room, 0.64, sheet.gap() * 2);
    show_talks(sheet, talks);
    show_beside(sheet, beside);
  }

 private:
  std::string show_actions(Sheet& sheet) {
    const auto title = work.say("staff.citizen.title", {{"sign", work.label(*work.citizen)}});
    if (is_short_ && chosen() != nullptr)
      return sheet.page(title, work.pills(),
                        {back_to_citizen(),
                         {"observe", work.say("staff.observe.open")},
                         {"close", work.say("staff.back")}});
    return sheet.page(title, work.pills(),
                      {back_to_citizen(),
                       {"back", work.say("staff.all_citizens")},
                       {"erase", work.say("staff.erase.open")},
                       {"lock", work.say("staff.lock.open")},
                       {"observe", work.say("staff.observe.open")},
                       {"start", work.say("staff.start.open"), true}});
  }

  // On a short glass what is told about one conversation has the screen to itself, so that no flag
  // is left out.
  void show_alone(Sheet& sheet, const RectMm& room, const SavedSubmission& saved) {
    sheet.card(room);
    show_detail(sheet, inset(room, sheet.pad()), saved);
  }

  struct Columns {
    double day = 0, tool = 0, result = 0, where = 0;
    bool is_narrow = false;  // a row is two lines then, and has no columns
  };

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

  void show_talks(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    sheet.text("talks", take_top(room, sheet.line(Face::heading), sheet.gap() / 2),
               work.say("staff.citizen.talks"), Face::heading);
    if (saved_.empty()) {
      if (is_read_) sheet.text("no_talks", room, work.say("staff.citizen.no_talks"));
      return;
    }
    const auto row_height = [&](const RectMm& area) {
      const auto columns = columns_of(sheet, area);
      double most = sheet.least();
      for (const auto& saved : saved_)
        most = std::max(
            most,
            columns.is_narrow
                ? sheet.line(Face::bold) + sheet.line(Face::body) * 2 + 2
                : sheet.text_height(result(saved), Face::body, columns.result - air(sheet)) + 4);
      return most;
    };
    const auto head_of = [&](const RectMm& area) {
      return columns_of(sheet, area).is_narrow ? 0 : sheet.line(Face::body) + sheet.gap();
    };
    const auto span = pages_.show(sheet, room, saved_.size(), [&](const RectMm& area) {
      return static_cast<size_t>(std::max(1.0, (area.h - head_of(area)) / row_height(area)));
    });
    const auto columns = columns_of(sheet, room);
    if (!columns.is_narrow) show_head(sheet, take_top(room, head_of(room)), columns);
    const double h = row_height(room);
    for (size_t i = span.from; i < span.to; ++i)
      show_row(sheet, take_top(room, h), columns, saved_[i]);
  }

  static double air(const Sheet& sheet) { return sheet.gap() * 2; }

  Columns columns_of(Sheet& sheet, const RectMm& room) const {
    Columns columns{};
    const auto& texts = work.at.content.texts;
    columns.day = sheet.text_width("28. marts", Face::body) + air(sheet);
    for (const auto& saved : saved_) {
      columns.tool = std::max(
          columns.tool,
          sheet.text_width(tool_name(texts, work.language, saved.submission.tool), Face::body));
      columns.where = std::max(
          columns.where,
          sheet.text_width(whereabouts_words(texts, work.language, saved.whereabouts), Face::body));
    }
    columns.tool =
        std::max(columns.tool, sheet.text_width(work.say("staff.citizen.tool"), Face::bold)) +
        air(sheet);
    columns.where =
        std::max(columns.where, sheet.text_width(work.say("staff.citizen.where"), Face::bold)) +
        air(sheet);
    columns.result =
        std::max(0.0, room.w - columns.day - columns.tool - columns.where - sheet.gap());
    columns.is_narrow = columns.result < columns.tool * 1.5;
    return columns;
  }

  void show_head(Sheet& sheet, const RectMm& line, const Columns& columns) {
    double x = line.x + sheet.gap();
    const auto put = [&](const char* key, double w) {
      sheet.text(key, {x, line.y, w, line.h}, work.say(key), Face::bold, Align::left, Ground::paper,
                 true);
      x += w;
    };
    put("staff.citizen.day", columns.day);
    put("staff.citizen.tool", columns.tool);
    put("staff.citizen.result", columns.result);
    put("staff.citizen.where", columns.where);
    sheet.rule(line.x, line.bottom() - 1.2, line.w);
  }

  std::string result(const SavedSubmission& saved) const {
    return result_words(work.at.content, work.language, saved.submission);
  }

  void show_row(Sheet& sheet, const RectMm& line, const Columns& columns,
                const SavedSubmission& saved) {
    const auto id = saved.submission.id;
    const auto& texts = work.at.content.texts;
    if (sheet.row("talk:" + id.value, line, id == chosen_))
      chosen_ = id == chosen_ ? SubmissionId() : id;
    if (columns.is_narrow) return show_narrow_row(sheet, line, saved);
    double x = line.x + sheet.gap();
    const auto put = [&](const char* what, double w, const std::string& words) {
      const double wrap = w - air(sheet);
      const double h = sheet.text_height(words, Face::body, wrap);
      sheet.text(std::string(what) + ":" + id.value, {x, line.y + (line.h - h) / 2, wrap, h},
                 words);
      x += w;
    };
    put("day", columns.day, day_words(texts, work.language, saved.submission.finished_ms));
    put("tool", columns.tool, tool_name(texts, work.language, saved.submission.tool));
    put("result", columns.result, result(saved));
    put("where", columns.where, whereabouts_words(texts, work.language, saved.whereabouts));
  }

  void show_narrow_row(Sheet& sheet, const RectMm& line, const SavedSubmission& saved) {
    const auto& texts = work.at.content.texts;
    const auto& said = saved.submission;
    RectMm room{line.x + sheet.gap(), line.y + 1, line.w - sheet.gap() * 2, line.h - 2};
    const auto head = day_words(texts, work.language, said.finished_ms) + " · " +
                      tool_name(texts, work.language, said.tool) + " · " +
                      whereabouts_words(texts, work.language, saved.whereabouts);
    sheet.text("head:" + said.id.value, take_top(room, sheet.line(Face::bold)), head, Face::bold);
    sheet.text("result:" + said.id.value, room, shortened(sheet, result(saved), room));
  }

  void show_beside(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    if (!note_.empty()) {
      const double h = sheet.text_height(note_, Face::bold, room.w - sheet.pad() * 1.2) + 4;
      sheet.band("note", take_top(room, h, sheet.gap()), note_, PillKind::kept);
    }
    if (const auto* saved = chosen()) return show_detail(sheet, room, *saved);
    sheet.text(
        "unfinished",
        take_top(room,
                 sheet.text_height(work.say("staff.citizen.unfinished"), Face::heading, room.w),
                 sheet.gap()),
        work.say("staff.citizen.unfinished"), Face::heading);
    if (unfinished_.empty())
      sheet.text("no_unfinished", room, work.say("staff.citizen.no_unfinished"));
    const double h = sheet.least() + 2;
    const auto span =
        unfinished_pages_.show(sheet, room, unfinished_.size(), [&](const RectMm& area) {
          return static_cast<size_t>(std::max(1.0, (area.h + sheet.gap()) / (h + sheet.gap())));
        });
    for (size_t i = span.from; i < span.to; ++i) {
      const auto& talk = unfinished_[i];
      const auto label =
          work.say("staff.citizen.take_up",
                   {{"day", day_words(work.at.content.texts, work.language, talk.touched_ms)}});
      if (!sheet.button({"take_up:" + talk.id.value, label}, take_top(room, h, sheet.gap())))
        continue;
      work.desk().take_up(work.citizen->id, talk.id);
      work.leave();
    }
  }

  void show_detail(Sheet& sheet, RectMm room, const SavedSubmission& saved) {
    const auto& said = saved.submission;
    const auto& texts = work.at.content.texts;
    sheet.text("detail", take_top(room, sheet.line(Face::heading), sheet.gap()),
               day_words(texts, work.language, said.finished_ms) + " · " +
                   tool_name(texts, work.language, said.tool),
               Face::heading);
    // What staff can do something about comes first.
    std::vector<std::string> lines;
    if (!saved.reason.empty()) lines.push_back(work.say("staff.sync.why." + saved.reason));
    for (auto& flag : flag_words(texts, work.language, said)) lines.push_back(std::move(flag));
    if (!said.findings.suggestions.empty()) {
      std::string cards;
      for (const auto& card : said.findings.suggestions)
        cards += (cards.empty() ? "" : ", ") + work.label(card);
      lines.push_back(work.say("staff.citizen.suggestions", {{"cards", cards}}));
    }
    lines.push_back(
        work.say("staff.citizen.pressed", {{"who", work.say(pressed_by_key(said.pressed_by))}}));
    const bool is_refused = saved.whereabouts == Whereabouts::quarantined;
    const RectMm foot = is_refused ? take_bottom(room, sheet.least(), sheet.gap()) : RectMm{};
    for (size_t i = 0; i < lines.size() && room.h >= sheet.line(Face::body); ++i) {
      const auto words = shortened(sheet, lines[i], room);
      take_top(room, sheet.text("detail:" + std::to_string(i), room, words), sheet.gap());
    }
    if (!is_refused) return;
    if (sheet.button({"send_again", work.say("staff.citizen.send_again")}, foot))
      work.desk().send_again(said.id, here<Status>([this](Status) { read(); }));
  }

  void show_seen(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room{box.x + sheet.pad(), box.y + sheet.pad() / 2, box.w - sheet.pad() * 2,
                box.h - sheet.pad()};
    sheet.text("seen", take_top(room, sheet.line(Face::heading)), work.say("staff.citizen.seen"),
               Face::heading);
    const auto words = observations_.empty() ? work.say("staff.citizen.not_seen")
                                             : day_words(work.at.content.texts, work.language,
                                                         observations_.back().at_ms) +
                                                   ": " + observations_.back().seen;
    sheet.text("seen_words", room, shortened(sheet, words, room));
  }

  // As much as there is room for, cut between letters and marked so.
  static std::string shortened(Sheet& sheet, std::string words, const RectMm& room) {
    if (sheet.text_height(words, Face::body, room.w) <= room.h + 0.5) return words;
    while (!words.empty() && sheet.text_height(words + "…", Face::body, room.w) > room.h + 0.5) {
      size_t at = words.size() - 1;
      while (at > 0 && (static_cast<unsigned char>(words[at]) & 0xC0) == 0x80) --at;
      words.resize(at);
    }
    return words + "…";
  }

  std::string note_;
  bool is_read_ = false;
  bool is_short_ = false;  // of the glass
  std::vector<SavedSubmission> saved_;
  std::vector<UnfinishedConversation> unfinished_;
  std::vector<Observation> observations_;
  SubmissionId chosen_;
  Pages pages_{"talks"};
  Pages unfinished_pages_{"unfinished"};
};

}  // namespace

ScreenPtr citizen_screen(Work& work) {
  return std::make_unique<CitizenScreen>(work);
}

}  // namespace aktiv::mentor
