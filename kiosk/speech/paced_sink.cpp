#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "kiosk/speech/sink.h"
#include "kiosk/speech/wav.h"

namespace aktiv::speech {
namespace {

using Clock = std::chrono::steady_clock;

class PacedSink : public Sink {
 public:
  PacedSink(Pull pull, int buffer_frames, std::optional<WavWriter> file)
      : pull_(std::move(pull)),
        buffer_(static_cast<size_t>(buffer_frames)),
        period_(std::chrono::nanoseconds(int64_t{1'000'000'000} * buffer_frames / rate_hz)),
        file_(std::move(file)),
        thread_([this] { run(); }) {}

  ~PacedSink() override {
    change([this] { is_ending_ = true; });
    thread_.join();
  }

  Status stir() override {
    change([this] { is_resting_ = false; });
    return {};
  }

  void rest() override {
    change([this] { is_resting_ = true; });
  }

 private:
  template <class Change>
  void change(Change make) {
    {
      const std::lock_guard lock(mutex_);
      make();
    }
    changed_.notify_one();
  }

  void run() {
    auto due = Clock::now();
    std::unique_lock lock(mutex_);
    while (true) {
      if (is_resting_ && !is_ending_) {
        lock.unlock();
        if (file_) file_->settle();
        lock.lock();
        changed_.wait(lock, [this] { return !is_resting_ || is_ending_; });
        due = catch_up(due);
      }
      if (is_ending_) break;
      lock.unlock();
      play_one();
      lock.lock();
      due += period_;
      changed_.wait_until(lock, due, [this] { return is_ending_; });
      if (Clock::now() - due > std::chrono::milliseconds(250))
        due = catch_up(due);  // it was suspended
    }
    catch_up(due);
  }

  void play_one() {
    pull_(buffer_.data(), static_cast<int>(buffer_.size()));
    if (file_) file_->write(buffer_.data(), static_cast<int64_t>(buffer_.size()));
  }

  // The time that passed without a buffer is silence in the file.
  Clock::time_point catch_up(Clock::time_point due) {
    const auto now = Clock::now();
    const auto missed = std::chrono::duration_cast<std::chrono::nanoseconds>(now - due).count();
    if (file_ && missed > 0) file_->write_silence(missed * rate_hz / 1'000'000'000);
    return now;
  }

  const Pull pull_;
  std::vector<int16_t> buffer_;
  const std::chrono::nanoseconds period_;
  std::optional<WavWriter> file_;  // the thread's alone
  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_resting_ = true;
  bool is_ending_ = false;
  std::thread thread_;
};

class InstantSink : public Sink {
 public:
  Status stir() override { return {}; }
  void rest() override {}
};

}  // namespace

std::unique_ptr<Sink> make_null_sink(Pull pull, int buffer_frames) {
  return std::make_unique<PacedSink>(std::move(pull), buffer_frames, std::nullopt);
}

Result<std::unique_ptr<Sink>> make_wav_sink(Pull pull, int buffer_frames,
                                            const std::filesystem::path& file) {
  auto writer = WavWriter::create(file);
  if (!writer) return writer.error();
  return std::unique_ptr<Sink>(
      std::make_unique<PacedSink>(std::move(pull), buffer_frames, std::move(*writer)));
}

std::unique_ptr<Sink> make_instant_sink() {
  return std::make_unique<InstantSink>();
}

}  // namespace aktiv::speech
