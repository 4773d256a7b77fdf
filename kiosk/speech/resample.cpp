#include "kiosk/speech/resample.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <mutex>
#include <numbers>
#include <utility>

namespace aktiv::speech {
namespace {

constexpr int phases = 512;       // between two samples: finer than 16 bits of speech can show
constexpr double crossings = 12;  // of the sinc on each side: flat to 9 kHz, -60 dB beyond

Pcm folded(const RawSound& sound) {
  const auto channels = static_cast<size_t>(sound.channels);
  Pcm mono(sound.samples.size() / channels);
  for (size_t i = 0; i < mono.size(); ++i) {
    int sum = 0;
    for (size_t c = 0; c < channels; ++c) sum += sound.samples[i * channels + c];
    mono[i] = static_cast<int16_t>(sum / sound.channels);
  }
  return mono;
}

// A sinc under a Hann window, cut off at the lower of the two rates so that nothing folds back.
class Kernel {
 public:
  explicit Kernel(double cutoff)
      : reach_(static_cast<int>(std::ceil(crossings / cutoff))),
        weights_(static_cast<size_t>(phases * taps())) {
    for (int phase = 0; phase < phases; ++phase) fill(phase, cutoff);
  }
  int reach() const { return reach_; }
  int taps() const { return 2 * reach_; }
  const float* at(int phase) const { return weights_.data() + phase * taps(); }

 private:
  // Tap t stands for the sample t - reach + 1 away from the one at or before the wished moment.
  void fill(int phase, double cutoff) {
    auto* row = weights_.data() + phase * taps();
    double sum = 0;
    for (int t = 0; t < taps(); ++t) {
      const double away = t - reach_ + 1 - static_cast<double>(phase) / phases;
      const double angle = std::numbers::pi * away * cutoff;
      const double sinc = angle == 0 ? 1.0 : std::sin(angle) / angle;
      const double window = 0.5 + 0.5 * std::cos(std::numbers::pi * away / reach_);
      row[t] = static_cast<float>(std::abs(away) < reach_ ? sinc * window : 0.0);
      sum += row[t];
    }
    for (int t = 0; t < taps(); ++t) row[t] = static_cast<float>(row[t] / sum);
  }

  int reach_;
  std::vector<float> weights_;
};

int16_t weighed(const Pcm& in, int64_t middle, const Kernel& kernel, int phase) {
  const auto* weights = kernel.at(phase);
  const auto first = middle - kernel.reach() + 1;
  const auto from = std::max<int64_t>(first, 0);
  const auto to = std::min<int64_t>(first + kernel.taps(), static_cast<int64_t>(in.size()));
  const auto* weight = weights + (from - first);
  const auto* sample = in.data() + from;
  const auto count = to - from;
  std::array<float, 4> sums{};  // side by side: a sum of its own does not wait for the one before
  int64_t i = 0;
  for (; i + 4 <= count; i += 4)
    for (size_t lane = 0; lane < sums.size(); ++lane)
      sums[lane] += weight[i + static_cast<int64_t>(lane)] *
                    static_cast<float>(sample[i + static_cast<int64_t>(lane)]);
  for (; i < count; ++i) sums[0] += weight[i] * static_cast<float>(sample[i]);
  const float sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
  return static_cast<int16_t>(std::clamp(std::lround(sum), -32768L, 32767L));
}

// Recordings have one rate or two: the weights of the last one are kept.
std::shared_ptr<const Kernel> kernel_for(double cutoff) {
  static std::mutex mutex;
  static std::pair<double, std::shared_ptr<const Kernel>> last;
  const std::lock_guard lock(mutex);
  if (!last.second || last.first != cutoff) last = {cutoff, std::make_shared<const Kernel>(cutoff)};
  return last.second;
}

}  // namespace

Pcm to_mono(const RawSound& sound) {
  auto in = folded(sound);
  if (sound.rate_hz == rate_hz) return in;
  const double ratio = static_cast<double>(sound.rate_hz) / rate_hz;
  const std::shared_ptr<const Kernel> shared = kernel_for(std::min(1.0, 1.0 / ratio));
  const Kernel& kernel = *shared;
  Pcm out(static_cast<size_t>(std::llround(static_cast<double>(in.size()) / ratio)));
  for (size_t i = 0; i < out.size(); ++i) {
    const double at = static_cast<double>(i) * ratio;
    const auto middle = static_cast<int64_t>(at);
    const auto phase = static_cast<int>((at - static_cast<double>(middle)) * phases);
    out[i] = weighed(in, middle, kernel, phase);
  }
  return out;
}

}  // namespace aktiv::speech
