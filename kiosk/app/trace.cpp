#include "kiosk/app/trace.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace aktiv::app {

int64_t monotonic_us() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

Result<std::unique_ptr<Trace>> Trace::open(const std::filesystem::path& file) {
  std::FILE* opened = std::fopen(file.c_str(), "a");
  if (opened == nullptr)
    return Fault{"the trace cannot be written", file.string(), "a file in a folder that exists"};
  return std::unique_ptr<Trace>(new Trace(opened));
}

Trace::~Trace() {
  std::fclose(file_);
}

void Trace::note(std::string_view event, int64_t at_us) {
  const std::lock_guard lock(mutex_);
  std::fprintf(file_, "{\"at_us\":%lld,\"event\":\"%.*s\"}\n", static_cast<long long>(at_us),
               static_cast<int>(event.size()), event.data());
  std::fflush(file_);
}

void Trace::heard(const int16_t* samples, int frames) {
  constexpr int kAudible = 16;  // of 32767: more than the voice's own noise
  if (!is_listening_) return;
  const bool is_heard =
      std::any_of(samples, samples + frames, [](int16_t s) { return std::abs(s) > kAudible; });
  if (is_heard && is_listening_.exchange(false)) note("sound_first");
}

}  // namespace aktiv::app
