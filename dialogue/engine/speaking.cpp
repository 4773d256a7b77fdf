// "Sig det": what the citizen says into the microphone, with their own voice. Recorded only after a
// touch that says so; heard again, spoken anew or deleted before it is left.
#include "dialogue/engine/own_voice.h"
#include "dialogue/engine/turn.h"

namespace aktiv {
namespace {

constexpr int kLongestMs = 60000;  // about as long as a page of letters

}  // namespace

void Turn::operator()(const MicrophoneKnown& fact) {
  s_.has_microphone = fact.is_there;
}

void Turn::operator()(const LevelHeard& fact) {
  if (!s_.view.own || !s_.view.own->is_recording || s_.view.overlay != Overlay::none) return;
  s_.view.own->level = fact.level;
  show_again();
}

// Whoever has gone on meanwhile is not brought back, and nothing of it is kept.
void Turn::operator()(const Spoken& fact) {
  if (!s_.view.own || s_.view.own->manner != Manner::spoken || fact.sound.empty()) return;
  Saying& own = *s_.view.own;
  own.is_recording = false;
  own.level = 0;
  own.own.clip = draws_.uuid();
  own.own.clip_ms = fact.ms;
  record(ClipKept{own.own.clip, fact.sound});
  keep_own_words();
  if (s_.view.overlay == Overlay::none) show_other_keys();
}

void Turn::operator()(const RecordingFailed&) {
  s_.has_microphone = false;
  if (!s_.view.own || s_.view.own->manner != Manner::spoken) return;
  const bool is_said = s_.view.own->number > 0;
  s_.view.own->is_recording = false;
  if (!is_said) s_.view.own->manner = Manner::choosing;
  if (s_.view.overlay == Overlay::none) ask();
}

// True when the touch was the recorder's.
bool Turn::press_recorder(std::string_view id) {
  if (!s_.view.own || s_.view.own->manner != Manner::spoken) return false;
  Saying& own = *s_.view.own;
  if (id == "option:own_record" || id == "option:own_again") {
    record_voice();
  } else if (id == "option:own_stop") {
    tell(Play{Sound::click});
    end_recording();
  } else if (id == "option:own_play") {
    const auto clip = s_.talk.clips.find(own.own.clip);
    tell(Hush{});
    if (clip != s_.talk.clips.end()) tell(PlayClip{clip->second});
  } else if (id == "option:own_delete") {
    tell(Hush{});
    tell(Play{Sound::click});
    own.own.clip.clear();
    own.own.clip_ms = 0;
    keep_own_words();
    show_other_keys();
  } else {
    return false;
  }
  return true;
}

// Nothing else is heard meanwhile: it would be recorded.
void Turn::record_voice() {
  tell(Hush{});
  tell(StartRecording{kLongestMs});
  s_.view.own->is_recording = true;
  s_.view.own->level = 0;
  show_other_keys();
}

void Turn::end_recording() {
  if (s_.view.own && s_.view.own->is_recording) tell(StopRecording{});
}

// In "Mine svar": each press the next of what they said, with their own voice.
void Turn::hear_own_voice() {
  if (s_.view.kept_at >= s_.view.kept.size()) return;
  const auto sounds = voices_of(s_.view.kept[s_.view.kept_at]);
  if (sounds.empty()) return;
  tell(Hush{});
  tell(PlayClip{sounds[static_cast<size_t>(s_.view.step++) % sounds.size()]});
}

}  // namespace aktiv
