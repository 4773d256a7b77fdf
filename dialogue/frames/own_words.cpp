// Own words: how to say them, the keyboard on the screen, the pad; and a day of the next two weeks.
#include "dialogue/frames/frames.h"
#include "dialogue/model/day.h"
#include "dialogue/model/letters.h"

namespace aktiv::frames {
namespace {

constexpr int kLetterRows = 3;
constexpr int kDays = 14;

// What they answer stands above: the screen's question is the one that was asked.
Question begin(const Session& session, const std::string& screen, Arrangement arrangement) {
  Question question;
  question.screen = screen;
  question.screen_words = session.view.own->screen;
  question.arrangement = arrangement;
  question.subject = session.view.own->about;
  if (!question.subject.empty()) question.shown = {question.subject};
  question.is_private = true;
  question.has_next = true;
  return question;
}

Question choose_manner(const Session& session) {
  Question question = begin(session, "ui.own_words", Arrangement::grid);
  question.options = own_manners(session.talk.runs.back().setup.has_microphone);
  question.asks_words = true;
  question.may_skip = true;
  return question;
}

void add_letter(Question& question, const std::string& letter, int row) {
  Option key;
  key.id = ElementId("letter:" + letter);
  key.role = Role::letter;
  key.label = letter;
  key.row = row;
  question.options.push_back(key);
}

void add_named_letter(Question& question, Option key, int row, bool is_selected = false) {
  key.role = Role::letter;
  key.row = row;
  key.is_selected = is_selected;
  question.options.push_back(key);
}

// The rows stand in the texts, so that each language has its own letters: "abc def". What a long
// alphabet has in a fourth row stands beside space.
int add_rows(Question& question, const std::string& rows, const std::string& language,
             bool is_shifted) {
  int row = 0;
  for (size_t at = 0; at < rows.size();) {
    if (rows[at] == ' ') {
      ++row;
      ++at;
      continue;
    }
    const size_t end = letter_end(rows, at);
    const std::string letter = rows.substr(at, end - at);
    add_letter(question, is_shifted ? cap(letter, language) : letter, row);
    at = end;
  }
  return row < kLetterRows ? row + 1 : row;
}

Question write(const Session& session, const Content& content) {
  const Saying& own = *session.view.own;
  const bool is_by_mentor = own.manner == Manner::by_mentor;
  Question question =
      begin(session, is_by_mentor ? "ui.own_by_mentor" : "ui.own_typing", Arrangement::typing);
  // A small glass has no room for the question above its keys; it was read before.
  const bool is_small = session.most_a_page > 0 && session.most_a_page < kWholeKeyboard;
  if (is_by_mentor) question.screen_words.clear();
  if (is_small) question.screen_words = "ui.own_typing";
  Option written;
  written.id = ElementId("text:written");
  written.role = Role::text;
  written.label = own.own.text;
  question.options.push_back(written);
  const char* keys = own.is_alphabetical ? "ui.keys_abc" : "ui.keys_qwerty";
  const std::string& language = language_of(session);
  const std::string& letters = content.texts.get(language, keys);
  const int last = add_rows(question, letters, language, own.is_shifted);
  // Arabic has no large letters.
  if (cap(letters, language) != letters)
    add_named_letter(question, key_option("letter:shift", "ui.key_shift", "ui/key_shift"), last,
                     own.is_shifted);
  add_named_letter(question, key_option("letter:space", "ui.key_space", "ui/key_space"), last);
  add_named_letter(question, key_option("letter:erase", "ui.key_erase", "ui/key_erase"), last);
  question.options.push_back(key_option("key:own_keys", "ui.own_keys", "ui/words"));
  question.options.push_back(key_option("key:own_hear", "ui.own_hear", "ui/speaker"));
  return question;
}

Question draw(const Session& session) {
  Question question = begin(session, "ui.own_drawing", Arrangement::drawing);
  Option pad;
  pad.id = ElementId("pad");
  pad.role = Role::pad;
  pad.words = "ui.own_pad";
  pad.drawing = session.view.own->own.drawing;
  question.options.push_back(pad);
  question.options.push_back(key_option("key:own_undo", "ui.own_undo", "ui/undo"));
  return question;
}

Option recorder_choice(const char* id, const char* picture) {
  Option option = ui_option(id);
  option.picture = PictureId(picture);
  return option;
}

// Nothing is recorded before a touch that says so, and while it is, the level is seen.
Question speak(const Session& session) {
  const Saying& own = *session.view.own;
  Question question = begin(session, "ui.own_saying", Arrangement::recording);
  Option gauge;
  gauge.id = ElementId("gauge");
  gauge.role = Role::picture;
  gauge.picture = PictureId("ui/microphone");
  gauge.fill = own.level;
  question.options.push_back(gauge);
  if (own.is_recording) {
    question.options.push_back(recorder_choice("own_stop", "ui/finished"));
    question.has_next = false;
  } else if (own.own.clip.empty()) {
    question.options.push_back(recorder_choice("own_record", "ui/microphone"));
    question.may_skip = true;
  } else {
    question.options.push_back(recorder_choice("own_play", "ui/play"));
    question.options.push_back(recorder_choice("own_again", "ui/microphone"));
    question.options.push_back(recorder_choice("own_delete", "ui/bin"));
    question.may_skip = true;
  }
  return question;
}

std::string day_label(const Content& content, const std::string& language, const Day& day) {
  const auto word = [&](const std::string& key) { return content.texts.get(language, key); };
  return word("ui.weekday_" + std::to_string(day.weekday)) + " " + std::to_string(day.day) + ". " +
         word("ui.month_" + std::to_string(day.month));
}

}  // namespace

Question own_words(const Session& session, const Content& content) {
  switch (session.view.own->manner) {
    case Manner::choosing:
      return choose_manner(session);
    case Manner::written:
    case Manner::by_mentor:
      return write(session, content);
    case Manner::drawn:
      return draw(session);
    case Manner::spoken:
      return speak(session);
  }
  return choose_manner(session);
}

Question choose_date(const Session& session, const Content& content) {
  const ToolRun& run = session.talk.runs.back();
  Question question;
  question.screen = "ui.choose_date";
  question.answers_for = session.view.date_for->screen;
  question.subject = session.view.date_for->about;
  question.arrangement = Arrangement::grid;
  question.has_next = true;
  for (int ahead = 0; ahead < kDays; ++ahead) {
    const Day day = day_of(run.started_ms / kDayMs + ahead);
    Option option;
    option.id = ElementId("date:" + day.iso());
    option.label = day_label(content, session.talk.language, day);
    option.picture = PictureId("when/uge");
    question.options.push_back(option);
  }
  question.options.push_back(dont_know());
  question.page_size = content.way_limits.at(run.setup.way);
  question.goes_on_by_itself = true;
  return question;
}

}  // namespace aktiv::frames
