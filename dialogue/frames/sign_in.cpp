// Signing in with pictures. The picture opens a fresh conversation; what was said before needs the
// citizen's own lock or the mentor.
#include <algorithm>

#include "dialogue/engine/table.h"
#include "dialogue/frames/frames.h"

namespace aktiv::frames {
namespace {

// 4 × 2 pictures a page: large enough for every hand.
constexpr int kPicturesOnAPage = 8;

Option key(const char* id, const char* words, const char* picture) {
  Option option;
  option.id = ElementId(id);
  option.role = Role::key;
  option.words = words;
  option.picture = PictureId(picture);
  return option;
}

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
  for (const std::string& language : content.texts.languages()) {
    Option option = key(("language:" + language).c_str(), "ui.language", "");
    option.picture = PictureId{};
    question.options.push_back(option);
  }
  question.options.push_back(key("key:mentor", "ui.mentor", "ui/mentor"));
  question.options.push_back(key("key:about", "ui.about", "ui/about"));
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
  Option secret = key("key:secret", "ui.secret", "ui/secret");
  question.options.push_back(secret);
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

Question lock(const Session& session, const Content& content) {
  Question question;
  question.screen = session.view.must_wait_for_lock ? "ui.lock_wait"
                    : session.view.has_refused_lock ? "ui.lock_wrong"
                                                    : "ui.lock";
  question.arrangement = Arrangement::keypad;
  size_t shown = 0;
  for (const Card& card : content.deck("signs")->cards) {
    if (session.view.must_wait_for_lock || shown++ == 9) break;
    Option option = card_option(card.ref, Role::key);
    option.id = ElementId("lock:" + card.ref.id);
    option.is_sealed = true;
    question.options.push_back(option);
  }
  question.options.push_back(key("key:skip_lock", "ui.without_lock", "buttons/spring"));
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

Question about(int step) {
  static constexpr const char* kScreens[] = {"ui.about_pictures", "ui.about_changes",
                                             "ui.about_program"};
  if (step < static_cast<int>(std::size(kScreens))) return tell_screen(kScreens[step]);
  Question done;
  done.is_done = true;
  return done;
}

namespace {

constexpr size_t kMostShown = 6;

// A kept table lies as it lay: what is not liked was said too.
void show_table(Question& question, const Submission& kept) {
  std::vector<std::string> places;
  for (const AnswerRecord& answer : kept.answers)
    if (places.empty()) places = answer.places;
  lay_table(question, kept.findings.cards, places);
  for (const CardFinding& finding : kept.findings.cards)
    if (!finding.place.empty())
      question.options.push_back(tile(finding.card, ElementId("place:" + finding.place)));
}

// What was chosen most; where nothing was chosen, what was looked at.
void show_pairs(Question& question, const Submission& kept) {
  int most = 0;
  for (const CardFinding& finding : kept.findings.cards) most = std::max(most, finding.wins);
  for (const CardFinding& finding : kept.findings.cards) {
    const bool is_chosen = most == 0 || kept.findings.ranking_is_hidden || most - finding.wins <= 1;
    if (is_chosen && question.options.size() < kMostShown)
      question.options.push_back(card_option(finding.card, Role::picture));
  }
}

void show_kept(Question& question, const Submission& kept) {
  const bool is_table = std::ranges::any_of(
      kept.findings.cards, [](const CardFinding& finding) { return !finding.place.empty(); });
  if (is_table)
    show_table(question, kept);
  else
    show_pairs(question, kept);
  if (!question.options.empty()) return;
  for (const AnswerRecord& answer : kept.answers)  // stopped early: what was touched until then
    if (answer.choice == Choice::card && question.options.size() < kMostShown)
      question.options.push_back(card_option(answer.card, Role::picture));
  if (!question.options.empty()) return;
  Option talk;
  talk.id = ElementId("tool:" + kept.tool.value);
  talk.role = Role::picture;
  talk.words = "tool." + kept.tool.value;
  talk.picture = PictureId("tools/" + kept.tool.value);
  question.options.push_back(std::move(talk));
}

}  // namespace

Question my_answers(const Session& session) {
  Question question;
  question.is_private = true;
  if (session.view.asks_again_calmly) {
    question.screen = "ui.take_back_ask";
    question.arrangement = Arrangement::two_across;
    question.options = {ui_option("let_stay"), ui_option("take_back")};
    question.goes_on_by_itself = false;
    question.has_next = true;
    return question;
  }
  if (session.view.kept.empty()) {
    return tell_screen("ui.answers_none");
  }
  const Submission& kept =
      session.view.kept[std::min(session.view.kept_at, session.view.kept.size() - 1)];
  question.screen = "ui.answers_kept";
  question.arrangement = Arrangement::board;
  show_kept(question, kept);
  question.options.push_back(key("key:take_back", "ui.take_back", "ui/delete"));
  if (session.view.kept.size() > 1)
    question.options.push_back(key("key:more", "ui.more", "ui/more"));
  question.has_next = true;
  return question;
}

}  // namespace aktiv::frames
