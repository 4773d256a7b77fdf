#include "kiosk/casefile/wishes/sought.h"

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "dialogue/content/fold.h"

namespace aktiv::casefile {
namespace {

std::vector<std::string> words_in(const std::string& text) {
  std::istringstream stream(folded(text));
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool is_within(const Wanted& wanted, const Submission& said, int64_t day) {
  return (wanted.tool.empty() || said.tool.value == wanted.tool) &&
         (!wanted.from || day >= *wanted.from) && (!wanted.to || day <= *wanted.to) &&
         (!wanted.is_said_back || said.is_confirmed) &&
         (!wanted.has_flag || !said.findings.flags.empty());
}

// Names stand in talk after talk: each is folded once.
class FoldedTexts {
 public:
  const std::string& of(std::string_view text) {
    const auto known = folded_.find(text);
    return known != folded_.end() ? known->second
                                  : folded_.emplace(text, folded(text)).first->second;
  }

 private:
  std::unordered_map<std::string_view, std::string> folded_;
};

// Each word stands somewhere; the texts in which one does. Nothing where a word stands nowhere.
std::optional<std::vector<std::string_view>> places_of(const std::vector<std::string>& words,
                                                       const std::vector<std::string_view>& texts,
                                                       FoldedTexts& plain_texts) {
  std::vector<bool> is_met(words.size(), false);
  std::vector<std::string_view> where;
  for (const std::string_view text : texts) {
    const std::string& plain = plain_texts.of(text);
    bool is_here = false;
    for (size_t i = 0; i < words.size(); ++i) {
      if (plain.find(words[i]) == std::string::npos) continue;
      is_met[i] = true;
      is_here = true;
    }
    if (is_here && std::ranges::find(where, text) == where.end()) where.push_back(text);
  }
  if (std::ranges::find(is_met, false) != is_met.end()) return std::nullopt;
  return where;
}

}  // namespace

std::vector<Found> sought(const std::vector<Submission>& submissions, const Wanted& wanted,
                          const TextsOf& texts_of, const DayOf& day_of) {
  const std::vector<std::string> words = words_in(wanted.words);
  FoldedTexts plain_texts;
  std::vector<Found> found;
  for (const Submission& said : submissions) {
    if (!is_within(wanted, said, day_of(said.finished_ms))) continue;
    if (words.empty()) {
      found.push_back({&said, {}});
      continue;
    }
    if (auto where = places_of(words, texts_of(said), plain_texts))
      found.push_back({&said, std::move(*where)});
  }
  return found;
}

}  // namespace aktiv::casefile
