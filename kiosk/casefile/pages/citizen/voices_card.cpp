#include "kiosk/casefile/pages/citizen/voices_card.h"

#include <map>

#include "dialogue/engine/event.h"
#include "dialogue/model/lines.h"
#include "kiosk/casefile/pages/answer_words.h"

namespace aktiv::casefile {
namespace {

// Base64 and nothing else: it stands within an attribute.
bool is_base64(const std::string& text) {
  return !text.empty() &&
         text.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") ==
             std::string::npos;
}

std::map<std::string, std::string> clips_of(const Result<Submission>& whole) {
  std::map<std::string, std::string> clips;
  if (!whole) return clips;
  for (const auto& line : lines_of(whole->session_record)) {
    const auto event = event_from_json(line);
    const auto* clip = event ? std::get_if<ClipKept>(&*event) : nullptr;
    if (clip != nullptr && is_base64(clip->sound)) clips[clip->id] = clip->sound;
  }
  return clips;
}

Html player(const std::string& sound, const std::string& question) {
  return element("audio",
                 {{"controls", ""},
                  {"preload", "metadata"},
                  {"aria-label", question},
                  {"src", "data:audio/ogg;base64," + sound}},
                 {});
}

}  // namespace

Html voices_card(const Words& words, const Submission& said, const Result<Submission>& whole) {
  const auto clips = clips_of(whole);
  Html list;
  for (const AnswerRecord& answer : said.answers) {
    if (answer.own.clip.empty()) continue;
    const std::string question = question_words(words, answer.question);
    const auto clip = clips.find(answer.own.clip);
    list += element("li", element("strong", text(question)) +
                              (clip == clips.end() ? paragraph(words("voices.none"))
                                                   : player(clip->second, question)));
  }
  if (list.empty()) return {};
  return card(
      "voices", words("voices.title"),
      paragraph(words("voices.about"), "muted") + element("ul", {{"class", "plain voices"}}, list));
}

}  // namespace aktiv::casefile
