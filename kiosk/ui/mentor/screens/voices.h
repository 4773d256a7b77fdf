// Which of the texts are looked at, on both pages of recorded voices. Values.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/mentor/voice_desk.h"
#include "kiosk/ui/mentor/work.h"

namespace aktiv::mentor {

enum class VoiceGroup { questions, cards, buttons };

// What a text is a part of: a tool's or a frame's question, a card, or what the kiosk says itself.
VoiceGroup voice_group(const Content& content, const std::string& key);

struct VoiceChoice {
  std::string language;
  VoiceGroup group = VoiceGroup::questions;
  bool only_missing = true;
};

ScreenPtr voices_screen(Work& work, const VoiceChoice& choice);
// One of them; `at` counts from 0.
ScreenPtr voice_screen(Work& work, const VoiceChoice& choice, std::vector<VoicedText> texts,
                       size_t at);

}  // namespace aktiv::mentor
