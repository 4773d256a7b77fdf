#include "kiosk/ui/text/words.h"

#include <algorithm>
#include <array>
#include <string>

namespace aktiv::ui {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// Marks that stand around words, longer ones first where one begins another.
constexpr std::array<std::string_view, 18> marks = {".", ",", "?", "!", ":", ";", "(", ")", "\"",
                                                    "“", "”", "„", "«", "»", "…", "–", "—", "’"};

size_t mark_at_front(std::string_view text) {
  for (std::string_view mark : marks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

size_t mark_at_back(std::string_view text) {
  for (std::string_view mark : marks)
    if (text.ends_with(mark)) return mark.size();
  return 0;
}

Word trimmed(std::string_view text, Word word) {
  while (word.begin < word.end) {
    const size_t mark = mark_at_front(word.in(text));
    if (mark == 0) break;
    word.begin += mark;
  }
  while (word.begin < word.end) {
    const size_t mark = mark_at_back(word.in(text));
    if (mark == 0) break;
    word.end -= mark;
  }
  return word;
}

// "Bage" in a card's word and "bage" in a sentence are the same word. Latin letters with a two-byte
// code in UTF-8 (Æ Ø Å …) differ from their capitals by one bit of the second byte.
std::string folded(std::string_view word) {
  std::string text(word);
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 'A' && byte <= 'Z') text[i] = static_cast<char>(byte + 32);
    if (byte == 0xC3 && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[i + 1]);
      if (next >= 0x80 && next <= 0x9E && next != 0x97)
        text[i + 1] = static_cast<char>(next + 0x20);
    }
  }
  return text;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && is_space(text[at])) ++at;
    size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    const Word word = trimmed(text, {at, end});
    if (word.begin < word.end) words.push_back(word);
    at = end;
  }
  return words;
}

std::optional<size_t> shown_word(std::string_view shown, std::string_view heard,
                                 size_t heard_word) {
  const std::vector<Word> heard_words = words_of(heard);
  if (heard_word >= heard_words.size()) return std::nullopt;
  const std::string wanted = folded(heard_words[heard_word].in(heard));
  const auto is_wanted = [&](std::string_view text) {
    return [&wanted, text](const Word& word) { return folded(word.in(text)) == wanted; };
  };
  const auto heard_end = heard_words.begin() + static_cast<std::ptrdiff_t>(heard_word);
  auto before = std::count_if(heard_words.begin(), heard_end, is_wanted(heard));
  const std::vector<Word> shown_words = words_of(shown);
  for (size_t i = 0; i < shown_words.size(); ++i)
    if (is_wanted(shown)(shown_words[i]) && before-- == 0) return i;
  return std::nullopt;
}

}  // namespace aktiv::ui
