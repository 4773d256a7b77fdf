#include "kiosk/casefile/pages/citizen/screens_card.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "dialogue/engine/replay.h"
#include "dialogue/model/language.h"
#include "kiosk/casefile/pages/answer_words.h"

namespace aktiv::casefile {
namespace {

constexpr int card_px = 96;
constexpr int out_px = 32;

// As the citizen heard and read them: in the language of the conversation.
Html in_language(const Scene& scene, const Words& words, const char* name, const char* look,
                 const Html& content) {
  if (scene.language == words.language()) return element(name, {{"class", look}}, content);
  return element(name, {{"class", look}, {"lang", scene.language}}, content);
}

bool is_small(const Element& shown) {
  return shown.role == Role::out || shown.look == Look::tile;
}

bool is_on_screen(const Element& shown) {
  switch (shown.role) {
    case Role::choice:
    case Role::place:
    case Role::movable:
    case Role::out:
    case Role::picture:
    case Role::pad:
      return true;
    case Role::fixed:
    case Role::next:
    case Role::text:
    case Role::key:
    case Role::speaker:
    case Role::letter:
      return false;
  }
  return false;
}

Html tiles_inside(const Scene& scene, const Element& place) {
  Html tiles;
  for (const Element& tile : scene.elements)
    if (tile.inside == place.id)
      tiles += element("li", picture(tile.picture.value, out_px) +
                                 element("span", {{"class", "unseen"}}, text(tile.phrase.shown)));
  return tiles.empty() ? Html() : element("ul", {{"class", "tiles"}}, tiles);
}

// The mark is a word and a frame: never a colour alone.
Html shown_element(const Words& words, const Scene& scene, const Element& shown) {
  Html content = picture(shown.picture.value, is_small(shown) ? out_px : card_px) +
                 in_language(scene, words, "span", "label", text(shown.phrase.shown)) +
                 tiles_inside(scene, shown);
  if (shown.is_selected) content += element("strong", {{"class", "mark"}}, words("screen.chosen"));
  return shown.is_selected ? element("li", {{"class", "chosen"}}, content) : element("li", content);
}

const char* look_of(Arrangement arrangement) {
  if (arrangement == Arrangement::two_across) return "shown across";
  if (arrangement == Arrangement::two_stacked) return "shown stacked";
  return "shown";
}

Html list_of(const char* look, const Html& shown) {
  return shown.empty() ? Html() : element("ul", {{"class", look}}, shown);
}

// Cards first, on the sides where they stood; the places beside each other below, and the outs, as
// on the screen.
Html elements_of(const Words& words, const Scene& scene) {
  Html cards;
  Html places;
  Html outs;
  for (const Element& shown : scene.elements) {
    if (!is_on_screen(shown) || !shown.inside.empty()) continue;
    Html& list = shown.role == Role::out ? outs : shown.role == Role::place ? places : cards;
    list += shown_element(words, scene, shown);
  }
  return list_of(look_of(scene.arrangement), cards) + list_of("shown across", places) +
         list_of("shown outs", outs);
}

Html remark(const Html& content) {
  return element("li", content);
}

// Something was chosen on the same screen before: going on was no passing by.
bool is_no_more(const ReplayedScreen& screen, const ReplayedScreen* before) {
  return before != nullptr && !before->is_undone &&
         before->answer.question == screen.answer.question &&
         before->answer.choice == Choice::card && screen.answer.card.empty();
}

Html remarks_of(const Words& words, const ReplayedScreen& screen, const ReplayedScreen* before) {
  const AnswerRecord& answer = screen.answer;
  Html list;
  if (!answer.spoken_first.empty())
    list += remark(
        text(words.filled("screen.first_heard", {{"card", words.card(answer.spoken_first)}})));
  if (answer.choice == Choice::unknown && !answer.card.empty() && answer.shown.size() == 2)
    list += remark(words("choice.unknown") + text(": " + words.card(answer.card)));
  if (answer.choice == Choice::skipped)
    list += remark(words(is_no_more(screen, before) ? "choice.no_more" : "choice.skipped"));
  if (answer.choice == Choice::words) list += remark(own_words(words, answer.own));
  if (answer.is_mirror) list += remark(words("answer.mirror"));
  if (answer.is_repeat) list += remark(words("answer.repeat"));
  if (answer.moved > 0)
    list += remark(words(answer.choice == Choice::place ? "answer.moved" : "screen.changed"));
  if (screen.is_undone) list += remark(words("screen.undone"));
  return list.empty() ? Html() : element("ul", {{"class", "remarks muted"}}, list);
}

// The sides are the citizen's, also where they read from the right.
Html as_it_stood(const Scene& scene, const Html& content) {
  if (!runs_from_right(scene.language)) return content;
  return element("div", {{"dir", "rtl"}}, content);
}

Html screen_item(const Words& words, const std::vector<ReplayedScreen>& screens, size_t at) {
  const ReplayedScreen& screen = screens[at];
  const size_t number = at + 1;
  const Scene& scene = screen.scene;
  const Html question = element("span", {{"class", "number"}}, text(std::to_string(number))) +
                        in_language(scene, words, "span", "asked", text(scene.question.shown));
  return element("li", {{"class", "screen"}, {"data-screen", std::to_string(number)}},
                 as_it_stood(scene, element("h3", question) + elements_of(words, scene)) +
                     remarks_of(words, screen, at > 0 ? &screens[at - 1] : nullptr));
}

// Said back or not is known only afterwards.
bool is_same_answer(AnswerRecord one, AnswerRecord other) {
  one.is_confirmed = other.is_confirmed = false;
  return one == other;
}

bool say_the_same(const std::vector<ReplayedScreen>& screens, const Submission& said) {
  std::vector<AnswerRecord> answers;
  for (const auto& screen : screens)
    if (!screen.is_undone) answers.push_back(screen.answer);
  return std::ranges::equal(answers, said.answers, is_same_answer);
}

Html words_only(const Words& words, const char* key) {
  return card("screens", words("screens.title"), paragraph(words(key)));
}

bool is_other_version(const Words& words, const Submission& said) {
  const ToolDefinition* definition = words.content().tool(said.tool);
  return definition == nullptr || definition->version != said.definition_version;
}

}  // namespace

Html screens_card(const Words& words, const Submission& said, const Result<Submission>& whole) {
  if (is_other_version(words, said)) return words_only(words, "screens.other_version");
  if (whole && whole->session_record.empty()) return words_only(words, "screens.none");
  const Engine engine(words.content());
  const auto screens = whole ? replay_screens(whole->session_record, engine)
                             : Result<std::vector<ReplayedScreen>>(whole.error());
  if (!screens) spdlog::warn("a session cannot be shown again: {}", to_text(screens.error()));
  if (!screens || !say_the_same(*screens, said)) return words_only(words, "screens.unreadable");
  Html list;
  for (size_t i = 0; i < screens->size(); ++i) list += screen_item(words, *screens, i);
  return card(
      "screens", words("screens.title"),
      paragraph(words("screens.explain"), "muted") + element("ol", {{"class", "screens"}}, list));
}

}  // namespace aktiv::casefile
