// What happened when, for the bench and the demonstration: never on unless asked for, and never
// what a citizen said beyond what stands on the screen of a demonstration. Any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::app {

int64_t monotonic_us();

// {"at_us":…, "event":"frame_shown"}, one line each; at_us is the monotonic clock.
class Trace {
 public:
  static Result<std::unique_ptr<Trace>> open(const std::filesystem::path& file);
  ~Trace();
  Trace(const Trace&) = delete;
  Trace& operator=(const Trace&) = delete;

  void note(std::string_view event) { note(event, monotonic_us()); }
  void note(std::string_view event, int64_t at_us);

  // The first buffer that is heard after a finger was lifted.
  void listen_for_sound() { is_listening_ = true; }
  void heard(const int16_t* samples, int frames);

 private:
  explicit Trace(std::FILE* file) : file_(file) {}
  std::FILE* file_;
  std::mutex mutex_;
  std::atomic<bool> is_listening_ = false;
};

}  // namespace aktiv::app
