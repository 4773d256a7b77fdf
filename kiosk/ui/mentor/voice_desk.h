// What the pages of recorded voices ask of the kiosk: which texts a person has read aloud, the
// microphone while one is read, and keeping the part of it that is heard. The reading lies in
// memory until it is kept or forgotten. Answers come by callback, perhaps after the screen that
// asked is gone. Thread: the loop's.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/mentor/answer.h"

namespace aktiv::mentor {

struct VoicedText {
  std::string key;
  std::string text;         // as it is heard
  bool is_here = false;     // read on this kiosk: may be taken away
  bool is_in_pack = false;  // the day centre has laid one there

  bool is_recorded() const { return is_here || is_in_pack; }
  bool operator==(const VoicedText&) const = default;
};

enum class ReadingLevel { good, too_quiet, too_loud, nothing };

struct Reading {
  int ms = 0;  // of the whole
  int from_ms = 0, to_ms = 0;
  ReadingLevel level = ReadingLevel::nothing;
  std::vector<double> loudness;  // 0–1, evenly over the whole
};

class VoiceDesk {
 public:
  virtual ~VoiceDesk() = default;

  // All that can be read aloud in a language, by key.
  virtual void texts(const std::string& language, Then<std::vector<VoicedText>> then) = 0;

  // Open from here to end_reading(), or until the longest time is over. Fails in words for staff
  // where there is no microphone, or another has it.
  virtual Status begin_reading() = 0;
  virtual bool is_reading() const = 0;
  virtual double level() const = 0;  // 0–1, of now
  virtual Reading end_reading() = 0;
  // Another part of the same reading.
  virtual Reading cut(int from_ms, int to_ms) = 0;
  // Wiped; the microphone is closed and what is heard stops.
  virtual void forget_reading() = 0;

  virtual void play_reading() = 0;  // as it would be kept
  virtual void play_kept(const std::string& language, const std::string& key) = 0;
  virtual void keep(const std::string& language, const std::string& key, Done then) = 0;
  virtual void take_away(const std::string& language, const std::string& key, Done then) = 0;
};

}  // namespace aktiv::mentor
