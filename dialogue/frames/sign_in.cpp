// Signing in with pictures. The picture opens a fresh conversation; what was said before needs the
// citizen's own lock or the mentor.
#include <algorithm>

#include "dialogue/frames/frames.h"

namespace aktiv::frames {
namespace {

// 4 × 2 pictures a page: large enough for every hand.
constexpr int kPicturesOnAPage = 8;

Option sign_option(const PictureId& picture) {
  const CardRef card = CardRef::parse(picture.value);
  return card_option(card);
}

}  // namespace

Question welcome(const Content& content) {
  Question question;
  question.screen = "ui.welcome";
  question.arrangement = Arrangement::welcome;
  Option dream;
  dream.id = ElementId("picture:dream");
  dream.role = Role::picture;
  dream.words = "ui.welcome";
  dream.picture = PictureId("ui/dream");
  question.options.push_back(dream);
  Option start;
  start.id = ElementId("next");
  start.role = Role::next;
  start.look = Look::primary;
  start.words = "ui.start";
  question.options.push_back(start);
  const auto near = content.texts.staff_languages();
  for (const std::string& language : near)
    question.options.push_back(key_option("language:" + language, "ui.language", ""));
  if (content.texts.languages().size() > near.size())
    question.options.push_back(key_option("key:languages", "ui.languages", "ui/language"));
  question.options.push_back(mentor_key());
  question.options.push_back(key_option("key:about", "ui.about", "ui/about"));
  return question;
}

std::string_view language_in(std::string_view option) {
  constexpr std::string_view prefix = "language:";
  return option.starts_with(prefix) ? option.substr(prefix.size()) : std::string_view{};
}

// Each by its own name, in its own words, said by its own voice. No flags: a language is no
// country.
Question choose_language(const Content& content) {
  Question question;
  question.screen = "ui.choose_language";
  question.arrangement = Arrangement::grid;
  for (const std::string& language : content.texts.languages()) {
    Option option;
    option.id = ElementId("language:" + language);
    option.words = "ui.language";
    option.picture = PictureId("languages/" + language);
    question.options.push_back(option);
  }
  question.page_size = kPicturesOnAPage;
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

Question who(const Session& session, const Content&) {
  Question question;
  question.screen = session.citizens.empty() ? "ui.who_none" : "ui.who";
  question.arrangement = Arrangement::grid;
  std::vector<PictureId> shown;
  for (const CitizenSign& citizen : session.citizens) {
    if (std::ranges::find(shown, citizen.first) != shown.end()) continue;
    shown.push_back(citizen.first);
    question.options.push_back(sign_option(citizen.first));
  }
  question.options.push_back(key_option("key:secret", "ui.secret", "ui/secret"));
  question.page_size = kPicturesOnAPage;
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

Question who_second(const Session& session) {
  Question question;
  question.screen = "ui.who_second";
  question.arrangement = Arrangement::grid;
  for (const CitizenSign& citizen : session.citizens)
    if (session.view.citizen && citizen.first == session.view.citizen->first)
      question.options.push_back(sign_option(citizen.second));
  question.page_size = kPicturesOnAPage;
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

Question unfinished() {
  Question question;
  question.screen = "ui.unfinished";
  question.arrangement = Arrangement::two_across;
  question.options = {ui_option("go_on_last"), ui_option("begin_anew")};
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

Question listen() {
  Question question;
  question.screen = "ui.listen";
  question.arrangement = Arrangement::grid;
  question.options = {ui_option("aloud"), ui_option("headset"), ui_option("silent")};
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

Question about(int step, const Session& session, const Content& content) {
  std::vector<const char*> screens = {"ui.about_pictures", "ui.about_changes", "ui.about_program"};
  if (std::ranges::count(content.texts.unread_languages(), language_of(session)) > 0)
    screens.insert(screens.begin(), "ui.about_language");
  const auto at = static_cast<size_t>(step);
  if (at < screens.size()) return tell_screen(screens[at]);
  Question done;
  done.is_done = true;
  return done;
}

}  // namespace aktiv::frames
