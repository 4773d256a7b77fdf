#include "kiosk/speech/take.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>
#include <vector>

#include "kiosk/speech/opus_writer.h"

namespace aktiv::speech {
namespace {

using Samples = std::span<const int16_t>;

constexpr int window_ms = 10;
constexpr double full_scale = 32768.0;
constexpr double nothing_db = -120;

double db_of(double amplitude) {
  return amplitude <= 0 ? nothing_db : 20 * std::log10(amplitude / full_scale);
}

double times_of(double db) {
  return std::pow(10.0, db / 20);
}

double rms(Samples samples) {
  double sum = 0;
  for (const double sample : samples) sum += sample * sample;
  return samples.empty() ? 0 : std::sqrt(sum / static_cast<double>(samples.size()));
}

int peak(Samples samples) {
  int most = 0;
  for (const int16_t sample : samples) most = std::max(most, std::abs(int{sample}));
  return most;
}

size_t frames_in(const Take& take, int ms) {
  return static_cast<size_t>(ms) * static_cast<size_t>(take.rate) / 1000;
}

std::vector<double> windows(Samples samples, size_t length) {
  std::vector<double> levels;
  for (size_t at = 0; length > 0 && at < samples.size(); at += length)
    levels.push_back(db_of(rms(samples.subspan(at, std::min(length, samples.size() - at)))));
  return levels;
}

Samples part(const Take& take, const Span& span) {
  const size_t from = std::min(frames_in(take, std::max(0, span.from_ms)), take.samples.size());
  const size_t to = std::min(frames_in(take, std::max(0, span.to_ms)), take.samples.size());
  return Samples(take.samples).subspan(from, to > from ? to - from : 0);
}

// How loud it is where somebody speaks: pauses do not count.
double spoken_db(const Take& take, Samples samples, const TakeRules& rules) {
  double sum = 0;
  int count = 0;
  for (const double db : windows(samples, frames_in(take, window_ms))) {
    if (db < rules.quiet_db) continue;
    sum += std::pow(10.0, db / 10);
    ++count;
  }
  return count == 0 ? nothing_db : 10 * std::log10(sum / count);
}

}  // namespace

Span spoken_part(const Take& take, const TakeRules& rules) {
  const auto levels = windows(take.samples, frames_in(take, window_ms));
  const auto is_heard = [&](double db) { return db >= rules.quiet_db; };
  const auto first = std::find_if(levels.begin(), levels.end(), is_heard);
  if (first == levels.end()) return {0, take.ms()};
  const auto last = std::find_if(levels.rbegin(), levels.rend(), is_heard);
  const int from = static_cast<int>(first - levels.begin()) * window_ms;
  const int to = static_cast<int>(levels.rend() - last) * window_ms;
  return {std::max(0, from - rules.before_ms), std::min(take.ms(), to + rules.after_ms)};
}

Loudness loudness(const Take& take, const Span& span, const TakeRules& rules) {
  const auto samples = part(take, span);
  const double spoken = spoken_db(take, samples, rules);
  if (spoken <= nothing_db) return Loudness::nothing;
  if (db_of(peak(samples)) >= rules.too_loud_db) return Loudness::too_loud;
  return spoken < rules.too_quiet_db ? Loudness::too_quiet : Loudness::good;
}

std::vector<double> envelope(const Take& take, size_t parts) {
  const Samples all(take.samples);
  std::vector<double> levels;
  for (size_t part = 0; part < parts && !all.empty(); ++part) {
    const size_t from = all.size() * part / parts;
    const size_t to = all.size() * (part + 1) / parts;
    levels.push_back(std::sqrt(peak(all.subspan(from, to - from)) / full_scale));
  }
  return levels;
}

Result<std::string> packed(const Take& take, const Span& span, const TakeRules& rules) {
  const auto samples = part(take, span);
  if (samples.empty())
    return Fault{"nothing is left of the recording", "the recorded voice", "a part of it"};
  const double wished = times_of(rules.level_db - spoken_db(take, samples, rules));
  const double most = full_scale * times_of(rules.peak_db) / std::max(1, peak(samples));
  const double gain = std::min(wished, most);
  Pcm level(samples.size());
  const size_t soft = std::min(frames_in(take, rules.soften_ms), samples.size() / 2);
  for (size_t at = 0; at < samples.size(); ++at) {
    const size_t from_end = std::min(at, samples.size() - 1 - at);
    const double swell =
        from_end < soft ? static_cast<double>(from_end) / static_cast<double>(soft) : 1;
    level[at] = static_cast<int16_t>(std::lround(samples[at] * gain * swell));
  }
  return write_opus(level, take.rate);
}

}  // namespace aktiv::speech
