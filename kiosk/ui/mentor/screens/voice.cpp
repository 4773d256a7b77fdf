// One text read aloud: record, hear it, cut its ends, keep it, and on to the next.
#include <algorithm>

#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/screens/voices.h"

namespace aktiv::mentor {
namespace {

constexpr int cut_step_ms = 50;

class Voice final : public Screen {
 public:
  Voice(Work& shared, VoiceChoice choice, std::vector<VoicedText> texts, size_t at)
      : Screen(shared),
        choice_(std::move(choice)),
        texts_(std::move(texts)),
        at_(at),
        note_(std::exchange(shared.note, {})) {}
  ~Voice() override { desk().forget_reading(); }

  std::string name() const override { return "voice"; }
  int beat_ms() const override { return is_recording_ ? level_beat_ms : 0; }

  void show(Sheet& sheet) override {
    if (is_recording_ && !desk().is_reading()) end();  // its longest time is over
    const auto pressed = sheet.page(title(), {}, actions());
    if (left(pressed)) return;
    if (pressed == "back") return work.go(voices_screen(work, choice_));
    if (pressed == "next") return go_on({});
    if (pressed == "take_away") take_away();
    if (pressed == "keep") keep();
    const RectMm room = sheet.scroll("voice", [&](double w) { return needed_height(sheet, w); });
    show_parts(sheet, room);
  }

 private:
  static constexpr int level_beat_ms = 100;
  static constexpr double least_wave_h = 22;  // mm on the full glass
  static constexpr double most_wave_h = 70;

  VoiceDesk& desk() const { return work.desk().voices(); }
  const VoicedText& text() const { return texts_[at_]; }

  std::string title() const {
    return work.say("staff.voice.title",
                    {{"number", std::to_string(at_ + 1)}, {"all", std::to_string(texts_.size())}});
  }

  std::vector<Action> actions() const {
    std::vector<Action> all = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (text().is_here)
      all.push_back({"take_away", work.say("staff.voice.take_away"), false, !is_recording_});
    if (at_ + 1 < texts_.size())
      all.push_back({"next", work.say("staff.voice.next"), false, !is_recording_});
    all.push_back({"keep", work.say("staff.voice.keep"), true, may_keep()});
    return all;
  }

  bool may_keep() const {
    return reading_ && reading_->level != ReadingLevel::nothing && !is_recording_ && !is_saving_;
  }

  void begin() {
    note_.clear();
    reading_.reset();
    if (const Status begun = desk().begin_reading(); !begun) {
      note_ = work.say("staff.voice.no_microphone");
      is_fault_ = true;
      return;
    }
    is_fault_ = false;
    is_recording_ = true;
  }

  void end() {
    is_recording_ = false;
    reading_ = desk().end_reading();
  }

  void keep() {
    is_saving_ = true;
    desk().keep(choice_.language, text().key, here<Status>([this](Status done) {
                  is_saving_ = false;
                  if (!done) {
                    note_ = work.say("staff.fault.not_saved");
                    is_fault_ = true;
                    return;
                  }
                  texts_[at_].is_here = true;
                  go_on(work.say("staff.voice.kept"));
                }));
  }

  void take_away() {
    desk().take_away(choice_.language, text().key, here<Status>([this](Status done) {
                       is_fault_ = !done;
                       note_ = work.say(done ? "staff.voice.taken_away" : "staff.fault.not_saved");
                       if (done) texts_[at_].is_here = false;
                     }));
  }

  void go_on(const std::string& note) {
    work.note = note;
    if (at_ + 1 >= texts_.size()) return work.go(voices_screen(work, choice_));
    work.go(voice_screen(work, choice_, texts_, at_ + 1));
  }

  // What there is to know or to do now.
  std::string words() const {
    if (is_recording_) return work.say("staff.voice.reading");
    if (!reading_) {
      if (!note_.empty()) return note_;
      return work.say(text().is_recorded() ? "staff.voice.has" : "staff.voice.how");
    }
    switch (reading_->level) {
      case ReadingLevel::good:
        return work.say("staff.voice.good");
      case ReadingLevel::too_quiet:
        return work.say("staff.voice.too_quiet");
      case ReadingLevel::too_loud:
        return work.say("staff.voice.too_loud");
      case ReadingLevel::nothing:
        break;
    }
    return work.say("staff.voice.nothing");
  }
  Face face() const { return is_fault_ || reading_ ? Face::bold : Face::body; }

  // Of what the glass has to give, as high as it is easily seen from where one reads.
  double wave_height(const Sheet& sheet, double spare = 0) const {
    const double full = sheet.least() / 20;
    return std::clamp(least_wave_h * full + spare, least_wave_h * full, most_wave_h * full);
  }

  std::vector<Action> keys() const {
    std::vector<Action> all = {{"record",
                                work.say(is_recording_ ? "staff.voice.stop" : "staff.voice.record"),
                                !may_keep()}};
    const bool may_play = !is_recording_ && (reading_ || text().is_recorded());
    all.push_back({"play", work.say("staff.voice.play"), false, may_play});
    return all;
  }
  std::vector<Action> cuts() const {
    const bool may = may_keep();
    return {
        {"from:less", work.say("staff.voice.from_less"), false, may && reading_->from_ms > 0},
        {"from:more", work.say("staff.voice.from_more"), false, may},
        {"to:less", work.say("staff.voice.to_less"), false, may},
        {"to:more", work.say("staff.voice.to_more"), false, may && reading_->to_ms < reading_->ms}};
  }

  static Cells cells_of(const Sheet& sheet, double w, const std::vector<Action>& all) {
    double widest = sheet.least();
    for (const auto& action : all)
      widest = std::max(widest, sheet.text_width(action.label, Face::bold) + sheet.pad());
    const int count = static_cast<int>(all.size());
    Cells cells = Cells::of(w, widest, sheet.target(), sheet.gap(), count);
    if (cells.columns == 3 && count == 4) cells.columns = cells.rows = 2;  // two ends, each a line
    for (const auto& action : all)
      cells.h = std::max(cells.h, sheet.button_height(action.label, cells.width(w)));
    return cells;
  }

  double needed_height(const Sheet& sheet, double w) const {
    const double gap = sheet.gap() * 1.5;
    return sheet.text_height(text().text, Face::title, w) + gap +
           sheet.text_height(words(), face(), w) + gap + needed_rest(sheet, w);
  }
  // Below the words.
  double needed_rest(const Sheet& sheet, double w) const {
    const double gap = sheet.gap() * 1.5;
    return cells_of(sheet, w, keys()).height() + gap + wave_height(sheet) + gap +
           cells_of(sheet, w, cuts()).height();
  }

  void show_parts(Sheet& sheet, RectMm room) {
    const double gap = sheet.gap() * 1.5;
    take_top(room, sheet.text("text", room, text().text, Face::title), gap);
    take_top(room, sheet.text("words", room, words(), face()), gap);
    const double spare = room.h - needed_rest(sheet, room.w);
    const auto main = keys();
    const Cells cells = cells_of(sheet, room.w, main);
    const RectMm area = take_top(room, cells.height(), gap);
    if (sheet.button(main[0], cells.at(area, 0))) is_recording_ ? end() : begin();
    if (sheet.button(main[1], cells.at(area, 1))) play();
    const RectMm wave = take_top(room, wave_height(sheet, spare), gap);
    if (is_recording_) return sheet.gauge("level", wave, desk().level());
    if (!reading_) return;
    const auto share = [&](int ms) { return static_cast<double>(ms) / std::max(1, reading_->ms); };
    sheet.wave("wave", wave, reading_->loudness, share(reading_->from_ms), share(reading_->to_ms),
               length_words(reading_->to_ms - reading_->from_ms));
    show_cuts(sheet, room);
  }

  std::string length_words(int ms) const {
    const int tenths = (ms + 50) / 100;
    return work.say("staff.voice.length", {{"seconds", std::to_string(tenths / 10)},
                                           {"tenths", std::to_string(tenths % 10)}});
  }

  void show_cuts(Sheet& sheet, RectMm room) {
    const auto all = cuts();
    const Cells cells = cells_of(sheet, room.w, all);
    const int steps[][2] = {
        {-cut_step_ms, 0}, {cut_step_ms, 0}, {0, -cut_step_ms}, {0, cut_step_ms}};
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
      if (sheet.button(all[static_cast<size_t>(i)], cells.at(room, i)))
        reading_ = desk().cut(reading_->from_ms + steps[i][0], reading_->to_ms + steps[i][1]);
  }

  void play() {
    if (reading_)
      desk().play_reading();
    else
      desk().play_kept(choice_.language, text().key);
  }

  VoiceChoice choice_;
  std::vector<VoicedText> texts_;
  size_t at_;
  std::string note_;
  bool is_fault_ = false;
  bool is_recording_ = false;
  bool is_saving_ = false;
  std::optional<Reading> reading_;
};

}  // namespace

ScreenPtr voice_screen(Work& work, const VoiceChoice& choice, std::vector<VoicedText> texts,
                       size_t at) {
  return std::make_unique<Voice>(work, choice, std::move(texts), at);
}

}  // namespace aktiv::mentor
