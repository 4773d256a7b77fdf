#include "kiosk/speech/mixer.h"

#include <algorithm>
#include <cmath>

namespace aktiv::speech {

Mixer::Mixer(int fade_ms, std::function<void(std::vector<Event>)> tell)
    : fade_frames_(frames_of(fade_ms)), tell_(std::move(tell)) {}

void Mixer::report(std::vector<Event> facts) {
  if (!facts.empty()) tell_(std::move(facts));
}

// What is being heard becomes a tail of a few milliseconds; the rest is gone.
void Mixer::cut(std::vector<Event>& facts) {
  if (!is_speaking_) return;
  if (!clips_.empty() && !clips_.front().spoken.is_mute && at_ > 0)
    tails_.push_back({clips_.front().spoken.pcm, at_, fade_frames_});
  clips_.clear();
  at_ = 0;
  next_word_ = 0;
  is_speaking_ = false;
  facts.push_back(SpeechEnded{token_, Ending::interrupted});
}

void Mixer::begin(uint64_t serial, uint64_t token) {
  std::vector<Event> facts;
  {
    const std::lock_guard lock(mutex_);
    cut(facts);
    serial_ = serial;
    token_ = token;
    is_speaking_ = true;
    is_closed_ = false;
  }
  report(std::move(facts));
}

void Mixer::add(uint64_t serial, int utterance, Spoken spoken, int gap_ms) {
  const std::lock_guard lock(mutex_);
  if (!is_speaking_ || serial != serial_) return;
  const auto length = static_cast<int64_t>(spoken.pcm->size()) + frames_of(gap_ms);
  clips_.push_back({utterance, std::move(spoken), length});
}

void Mixer::close(uint64_t serial) {
  const std::lock_guard lock(mutex_);
  if (serial == serial_) is_closed_ = true;
}

void Mixer::hush() {
  std::vector<Event> facts;
  {
    const std::lock_guard lock(mutex_);
    cut(facts);
    // A help sound that still rings stops too: a touch makes silence. The click is over by then.
    for (auto& sound : sounds_) tails_.push_back({sound.pcm, sound.at, fade_frames_});
    sounds_.clear();
  }
  report(std::move(facts));
}

bool Mixer::is_current(uint64_t serial) const {
  const std::lock_guard lock(mutex_);
  return is_speaking_ && serial == serial_;
}

void Mixer::play(SharedPcm sound) {
  const std::lock_guard lock(mutex_);
  if (!is_mute_) sounds_.push_back({std::move(sound), 0});
}

void Mixer::set_volume(int percent) {
  const std::lock_guard lock(mutex_);
  // Squared, so that equal steps are heard as about equal.
  wished_gain_ = std::pow(std::clamp(percent, 0, 100) / 100.0, 2);
  if (is_quiet()) gain_ = wished_gain_;
}

void Mixer::set_mute(bool is_mute) {
  const std::lock_guard lock(mutex_);
  is_mute_ = is_mute;
}

void Mixer::drop_tails() {
  const std::lock_guard lock(mutex_);
  tails_.clear();
}

bool Mixer::is_idle() const {
  const std::lock_guard lock(mutex_);
  return is_quiet();
}

bool Mixer::is_quiet() const {
  return !is_speaking_ && tails_.empty() && sounds_.empty();
}

int64_t Mixer::render_clip(const Clip& clip, std::vector<int>& sum, int64_t from,
                           std::vector<Event>& facts) {
  const auto& pcm = *clip.spoken.pcm;
  const auto count = std::min(static_cast<int64_t>(sum.size()) - from, clip.length - at_);
  if (at_ == 0 && next_word_ == 0) facts.push_back(UtteranceBegan{token_, clip.utterance});
  const auto& words = clip.spoken.word_at;
  for (; next_word_ < words.size() && words[next_word_] < at_ + count; ++next_word_)
    facts.push_back(WordSpoken{token_, clip.utterance, static_cast<int>(next_word_)});
  const auto audible = std::min(count, static_cast<int64_t>(pcm.size()) - at_);
  for (int64_t i = 0; i < audible && !clip.spoken.is_mute; ++i)
    sum[static_cast<size_t>(from + i)] += pcm[static_cast<size_t>(at_ + i)];
  at_ += count;
  return count;
}

void Mixer::render_speech(std::vector<int>& sum, std::vector<Event>& facts) {
  int64_t from = 0;
  while (from < static_cast<int64_t>(sum.size()) && !clips_.empty()) {
    from += render_clip(clips_.front(), sum, from, facts);
    if (at_ < clips_.front().length) return;
    const auto& last = clips_.front();
    for (; next_word_ < last.spoken.word_at.size(); ++next_word_)
      facts.push_back(WordSpoken{token_, last.utterance, static_cast<int>(next_word_)});
    clips_.pop_front();
    at_ = 0;
    next_word_ = 0;
  }
  if (!is_speaking_ || !clips_.empty() || !is_closed_) return;
  is_speaking_ = false;
  facts.push_back(SpeechEnded{token_, Ending::completed});
}

void Mixer::render_tails(std::vector<int>& sum) {
  for (auto& tail : tails_) {
    const auto& pcm = *tail.pcm;
    for (size_t i = 0; i < sum.size() && tail.left > 0; ++i, --tail.left, ++tail.at) {
      if (tail.at >= static_cast<int64_t>(pcm.size()))
        tail.left = 1;
      else
        sum[i] += static_cast<int>(pcm[static_cast<size_t>(tail.at)] * tail.left / fade_frames_);
    }
  }
  std::erase_if(tails_, [](const Tail& tail) { return tail.left <= 0; });
}

void Mixer::render_sounds(std::vector<int>& sum) {
  for (auto& sound : sounds_) {
    const auto left = static_cast<int64_t>(sound.pcm->size()) - sound.at;
    const auto count = std::min(static_cast<int64_t>(sum.size()), left);
    for (int64_t i = 0; i < count; ++i)
      sum[static_cast<size_t>(i)] += (*sound.pcm)[static_cast<size_t>(sound.at + i)];
    sound.at += count;
  }
  std::erase_if(sounds_, [](const Playing& sound) {
    return sound.at >= static_cast<int64_t>(sound.pcm->size());
  });
}

// A new volume is reached within one buffer, without a step.
void Mixer::write(const std::vector<int>& sum, int16_t* out) {
  const double step = (wished_gain_ - gain_) / static_cast<double>(sum.size());
  for (size_t i = 0; i < sum.size(); ++i) {
    gain_ += step;
    out[i] = static_cast<int16_t>(std::clamp(std::lround(sum[i] * gain_), -32768L, 32767L));
  }
  gain_ = wished_gain_;
}

void Mixer::render(int16_t* out, int frames) {
  std::vector<Event> facts;
  {
    const std::lock_guard lock(mutex_);
    sum_.assign(static_cast<size_t>(frames), 0);
    render_speech(sum_, facts);
    render_tails(sum_);
    render_sounds(sum_);
    write(sum_, out);
  }
  report(std::move(facts));
}

}  // namespace aktiv::speech
