#include "dialogue/content/sentences.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace aktiv {
namespace {

constexpr std::string_view arabic_question_mark = "؟";

bool is_part_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

// Quotation marks and dashes are UTF-8 too; a token of those alone is no word.
bool is_word(std::string_view token) {
  constexpr std::string_view dashes[] = {"–", "—", "“", "”", "’", "…"};
  const bool is_mark = std::find(std::begin(dashes), std::end(dashes), token) != std::end(dashes);
  return !is_mark && std::any_of(token.begin(), token.end(), is_part_of_word);
}

// "{card.spoken} Hvad" -> "x. Hvad"; "{card.label}" -> "x"; one question mark for every language.
std::string without_placeholders(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto open = text.find('{');
    plain += text.substr(0, open);
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    plain += text.substr(open, close - open).ends_with(".spoken") ? "x." : "x";
    text.remove_prefix(close + 1);
  }
  for (auto at = plain.find(arabic_question_mark); at != std::string::npos;
       at = plain.find(arabic_question_mark, at))
    plain.replace(at, arabic_question_mark.size(), "?");
  return plain;
}

// What stands between any of these bytes; empty parts too.
std::vector<std::string_view> parts(std::string_view text, std::string_view between) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(between), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

std::vector<std::string_view> words_in(std::string_view text) {
  auto words = parts(text, " \n\t");
  std::erase_if(words, [](std::string_view token) { return !is_word(token); });
  return words;
}

// Where the sentence that begins at `from` ends, its mark included; npos: the text ends first.
size_t end_of_sentence(std::string_view text, size_t from) {
  const size_t stop = text.find_first_of(".?!", from);
  const size_t arabic = text.find(arabic_question_mark, from);
  if (arabic < stop) return arabic + arabic_question_mark.size();
  return stop == std::string_view::npos ? stop : stop + 1;
}

// `text` without placeholders.
std::vector<std::string_view> closed_sentences(std::string_view text) {
  return parts(text, ".?!:\n");
}

// A letter of more bytes is one letter; marks ("“", "«": they begin with E2 and C2) are none.
int letters_of(std::string_view word) {
  return static_cast<int>(std::count_if(word.begin(), word.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool begins_mark = byte == 0xE2 || byte == 0xC2;
    return std::isalpha(byte) != 0 || ((byte & 0xC0) == 0xC0 && !begins_mark);
  }));
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> found;
  size_t from = 0;
  while (from < text.size()) {
    const size_t to = std::min(end_of_sentence(text, from), text.size());
    found.push_back(text.substr(from, to - from));
    from = text.find_first_not_of(' ', to);
  }
  return found;
}

bool can_be_read_in(std::string_view shown, std::string_view sentence) {
  if (sentence.ends_with(arabic_question_mark)) sentence.remove_suffix(arabic_question_mark.size());
  const auto words = sentence.substr(0, sentence.find_last_not_of(".?!") + 1);
  return shown.find(words) != std::string_view::npos;
}

int count_words(std::string_view text) {
  return static_cast<int>(words_in(text).size());
}

int longest_sentence_words(std::string_view text) {
  const auto plain = without_placeholders(text);
  int longest = 0;
  for (const auto sentence : closed_sentences(plain))
    longest = std::max(longest, count_words(sentence));
  return longest;
}

double lix(std::string_view text) {
  const auto plain = without_placeholders(text);
  double words = 0;
  double long_words = 0;
  double with_words = 0;  // sentences
  for (const auto sentence : closed_sentences(plain)) {
    const auto here = words_in(sentence);
    words += static_cast<double>(here.size());
    long_words += static_cast<double>(
        std::ranges::count_if(here, [](std::string_view word) { return letters_of(word) > 6; }));
    with_words += here.empty() ? 0 : 1;
  }
  return words == 0 ? 0 : words / with_words + 100 * long_words / words;
}

bool is_for_staff(std::string_view key) {
  constexpr std::string_view rooms[] = {"staff.", "flag.", "certainty.", "casefile."};
  const bool is_in_room = std::any_of(std::begin(rooms), std::end(rooms),
                                      [&](std::string_view room) { return key.starts_with(room); });
  return is_in_room || key.ends_with(".hint");
}

}  // namespace aktiv
