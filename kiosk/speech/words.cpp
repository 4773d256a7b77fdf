#include "kiosk/speech/words.h"

#include <algorithm>

#include "dialogue/model/letters.h"

namespace aktiv::speech {
namespace {

struct Anchor {
  int64_t word = 0;
  int64_t frame = 0;
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::vector<Anchor> anchors_of(const std::vector<Word>& words, const std::vector<HeardMark>& marks,
                               int64_t total) {
  std::vector<Anchor> anchors;
  for (const auto& mark : marks) {
    const auto after = std::upper_bound(words.begin(), words.end(), mark.character,
                                        [](int64_t c, const Word& w) { return c < w.first; });
    if (after == words.begin() || mark.frame < 0 || mark.frame > total) continue;
    const auto word = std::prev(after);
    if (mark.character >= word->first + word->length) continue;
    anchors.push_back({word - words.begin(), mark.frame});
  }
  return anchors;
}

// The longest run in which words rise and time does not fall: one wild mark must not cost the right
// ones.
std::vector<Anchor> longest_rising(const std::vector<Anchor>& all) {
  std::vector<size_t> length(all.size(), 1), before(all.size(), all.size());
  size_t best = all.size();
  for (size_t i = 0; i < all.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      const bool rises = all[j].word < all[i].word && all[j].frame <= all[i].frame;
      if (!rises || length[j] + 1 <= length[i]) continue;
      length[i] = length[j] + 1;
      before[i] = j;
    }
    if (best == all.size() || length[i] > length[best]) best = i;
  }
  std::vector<Anchor> run;
  for (size_t i = best; i < all.size(); i = before[i]) run.push_back(all[i]);
  std::reverse(run.begin(), run.end());
  return run;
}

void fill_between(const std::vector<Word>& words, const Anchor& from, const Anchor& to,
                  std::vector<int64_t>& starts) {
  int64_t characters = 0;
  for (auto w = from.word; w < to.word; ++w) characters += words[static_cast<size_t>(w)].length;
  int64_t passed = 0;
  for (auto w = from.word; w < to.word; ++w) {
    starts[static_cast<size_t>(w)] = from.frame + (to.frame - from.frame) * passed / characters;
    passed += words[static_cast<size_t>(w)].length;
  }
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  int64_t character = -1;
  bool is_inside = false;
  for (const char c : text) {
    if (is_inside_letter(c)) continue;
    ++character;
    if (is_space(c)) {
      is_inside = false;
      continue;
    }
    if (!is_inside) words.push_back({character, 0});
    is_inside = true;
    ++words.back().length;
  }
  return words;
}

std::vector<int64_t> word_starts(std::string_view text, const std::vector<HeardMark>& marks,
                                 int64_t total) {
  const auto words = words_of(text);
  std::vector<int64_t> starts(words.size(), 0);
  if (words.empty()) return starts;
  auto anchors = longest_rising(anchors_of(words, marks, total));
  if (anchors.empty() || anchors.front().word != 0) anchors.insert(anchors.begin(), Anchor{0, 0});
  anchors.push_back({static_cast<int64_t>(words.size()), total});
  for (size_t i = 0; i + 1 < anchors.size(); ++i)
    fill_between(words, anchors[i], anchors[i + 1], starts);
  return starts;
}

std::vector<int64_t> spread(std::string_view text, int64_t total) {
  return word_starts(text, {}, total);
}

}  // namespace aktiv::speech
