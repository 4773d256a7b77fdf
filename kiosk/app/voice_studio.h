// The mentor's pages of recorded voices over the microphone, the speaker and the kiosk's own pack
// of recordings (<data>/voices/<language>/<key>.opus): the same layout as any pack, so that it can
// be copied to another kiosk. Files are read and written on a thread of its own. Thread: the
// loop's; answers come in drain().
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "dialogue/content/texts.h"
#include "kiosk/app/side_thread.h"
#include "kiosk/speech/microphone.h"
#include "kiosk/ui/mentor/voice_desk.h"

namespace aktiv::app {

// Within a kiosk's data folder.
inline constexpr const char* own_voices_name = "voices";

class VoiceStudio final : public mentor::VoiceDesk {
 public:
  struct Parts {
    std::filesystem::path own;                 // the kiosk's own pack
    std::vector<std::filesystem::path> packs;  // the others
    const Texts& texts;                        // outlives it
    speech::TakeRules rules;
    bool may_listen = true;                 // false: no microphone is looked for
    std::function<void()> wake;             // from any thread: drain() has something
    std::function<void(std::string)> play;  // Ogg/Opus
    std::function<void()> hush;             // what is played
    std::function<void()> changed;          // recordings have come or gone
    std::function<void(const Fault&)> tell_staff;
  };
  explicit VoiceStudio(Parts parts) : parts_(std::move(parts)), side_(parts_.wake) {}

  void drain() { side_.drain(); }

  void texts(const std::string& language,
             mentor::Then<std::vector<mentor::VoicedText>> then) override;
  Status begin_reading() override;
  bool is_reading() const override;
  double level() const override { return microphone_.level(); }
  mentor::Reading end_reading() override;
  mentor::Reading cut(int from_ms, int to_ms) override;
  void forget_reading() override;
  void play_reading() override;
  void play_kept(const std::string& language, const std::string& key) override;
  void keep(const std::string& language, const std::string& key, mentor::Done then) override;
  void take_away(const std::string& language, const std::string& key, mentor::Done then) override;

 private:
  std::filesystem::path place_of(const std::string& language, const std::string& key) const;
  mentor::Done ended(mentor::Done then) const;

  Parts parts_;
  SideThread side_;
  speech::Microphone microphone_;
  speech::Take take_;
  std::vector<double> envelope_;  // of take_
  speech::Span span_;
};

}  // namespace aktiv::app
