#include "dialogue/engine/own_voice.h"

#include <algorithm>

#include "dialogue/engine/replay.h"
#include "dialogue/model/lines.h"

namespace aktiv {

std::vector<std::string> voices_of(const Submission& kept) {
  const bool is_spoken = std::ranges::any_of(
      kept.answers, [](const AnswerRecord& answer) { return !answer.own.clip.empty(); });
  if (!is_spoken || kept.session_record.empty()) return {};
  const auto talk = replay(lines_of(kept.session_record));
  if (!talk) return {};
  std::vector<std::string> sounds;
  for (const AnswerRecord& answer : kept.answers) {
    const auto clip = talk->clips.find(answer.own.clip);
    if (clip != talk->clips.end()) sounds.push_back(clip->second);
  }
  return sounds;
}

}  // namespace aktiv
