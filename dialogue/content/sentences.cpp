#include "dialogue/content/sentences.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace aktiv {
namespace {

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

// "{card.spoken} Hvad" -> "x. Hvad"; "{card.label}" -> "x"
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
  return plain;
}

// A letter of more bytes is one letter; marks ("“", "«": they begin with E2 and C2) are none.
int letters_of(std::string_view word) {
  return static_cast<int>(std::count_if(word.begin(), word.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool begins_mark = byte == 0xE2 || byte == 0xC2;
    return std::isalpha(byte) != 0 || ((byte & 0xC0) == 0xC0 && !begins_mark);
  }));
}

int count_long_words(std::string_view text) {
  int words = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n\t"), text.size());
    if (letters_of(text.substr(0, end)) > 6) ++words;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> found;
  size_t from = 0;
  while (from < text.size()) {
    const size_t stop = text.find_first_of(".?!", from);
    const size_t to = stop == std::string_view::npos ? text.size() : stop + 1;
    found.push_back(text.substr(from, to - from));
    from = text.find_first_not_of(' ', to);
  }
  return found;
}

bool can_be_read_in(std::string_view shown, std::string_view sentence) {
  const auto words = sentence.substr(0, sentence.find_last_not_of(".?!") + 1);
  return shown.find(words) != std::string_view::npos;
}

int count_words(std::string_view text) {
  int words = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n\t"), text.size());
    if (is_word(text.substr(0, end))) ++words;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

int longest_sentence_words(std::string_view text) {
  const auto plain = without_placeholders(text);
  std::string_view open = plain;
  int longest = 0;
  while (!open.empty()) {
    const auto end = std::min(open.find_first_of(".?!:\n"), open.size());
    longest = std::max(longest, count_words(open.substr(0, end)));
    open.remove_prefix(std::min(end + 1, open.size()));
  }
  return longest;
}

double lix(std::string_view text) {
  const auto plain = without_placeholders(text);
  std::string_view open = plain;
  int words = 0;
  int closed = 0;
  while (!open.empty()) {
    const auto end = std::min(open.find_first_of(".?!:\n"), open.size());
    const int here = count_words(open.substr(0, end));
    words += here;
    closed += here > 0 ? 1 : 0;
    open.remove_prefix(std::min(end + 1, open.size()));
  }
  if (words == 0) return 0;
  return static_cast<double>(words) / closed + 100.0 * count_long_words(plain) / words;
}

bool is_for_staff(std::string_view key) {
  constexpr std::string_view rooms[] = {"staff.", "flag.", "certainty.", "casefile."};
  const bool is_in_room = std::any_of(std::begin(rooms), std::end(rooms),
                                      [&](std::string_view room) { return key.starts_with(room); });
  return is_in_room || key.ends_with(".hint");
}

}  // namespace aktiv
