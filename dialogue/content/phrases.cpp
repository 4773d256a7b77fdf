#include "dialogue/content/phrases.h"

#include <algorithm>
#include <optional>

namespace aktiv {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

// U+00E0–U+00FE without the division sign lie 32 under their capitals; so does a–z.
std::string capital(unsigned char first) {
  return {static_cast<char>(first - 0x20)};
}

Placeholder parse_placeholder(std::string_view inside) {
  Placeholder parsed;
  auto bar = inside.find('|');
  parsed.name = inside.substr(0, bar);
  while (bar != std::string_view::npos) {
    inside.remove_prefix(bar + 1);
    bar = inside.find('|');
    parsed.filters.emplace_back(inside.substr(0, bar));
  }
  return parsed;
}

std::optional<std::string> value_of(const Placeholder& placeholder, const Values& values) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const auto& pair) { return pair.first == placeholder.name; });
  if (found == values.end()) return std::nullopt;
  std::string text = found->second;
  for (const auto& filter : placeholder.filters) {
    if (!is_filter(filter)) return std::nullopt;
    if (filter == "cap") text = cap(text);
    if (filter == "comma" && text.find(',') != std::string::npos) text += ',';
  }
  return text;
}

}  // namespace

bool is_filter(std::string_view name) {
  return name == "cap" || name == "comma";
}

std::string cap(std::string_view utf8) {
  if (utf8.empty()) return {};
  const auto first = static_cast<unsigned char>(utf8[0]);
  if (first >= 'a' && first <= 'z') return capital(first) + std::string(utf8.substr(1));
  if (first != 0xC3 || utf8.size() < 2) return std::string(utf8);
  const auto second = static_cast<unsigned char>(utf8[1]);
  const bool is_small_letter = second >= 0xA0 && second <= 0xBE && second != 0xB7;
  if (!is_small_letter) return std::string(utf8);
  return "\xC3" + capital(second) + std::string(utf8.substr(2));
}

std::vector<Piece> fill_pieces(std::string_view pattern, const Values& values) {
  std::vector<Piece> pieces;
  const auto add_words = [&](std::string_view words) {
    if (words.empty()) return;
    if (pieces.empty() || !pieces.back().from.empty()) pieces.emplace_back();
    pieces.back().text += words;
  };
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    add_words(pattern.substr(0, open));
    if (open == std::string_view::npos) break;
    pattern.remove_prefix(open);
    const auto close = pattern.find('}');
    const auto written = pattern.substr(0, close == std::string_view::npos ? close : close + 1);
    pattern.remove_prefix(written.size());
    const auto placeholder = parse_placeholder(written.substr(1, close - 1));
    const auto value =
        close == std::string_view::npos ? std::nullopt : value_of(placeholder, values);
    if (value) {
      pieces.push_back({*value, placeholder.name});
    } else {
      add_words(written);
    }
  }
  return pieces;
}

std::string fill(std::string_view pattern, const Values& values) {
  std::string filled;
  for (const auto& piece : fill_pieces(pattern, values)) filled += piece.text;
  return filled;
}

std::string enumerate(const std::vector<std::string>& words, std::string_view last_joint) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool is_last = i + 1 == words.size();
    if (i > 0) text += is_last ? " " + std::string(last_joint) + " " : ", ";
    text += words[i];
  }
  return text;
}

std::vector<Placeholder> placeholders(std::string_view pattern) {
  std::vector<Placeholder> found;
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    pattern.remove_prefix(open);
    const auto close = pattern.find('}');
    if (close == std::string_view::npos) {
      found.emplace_back();
      break;
    }
    found.push_back(parse_placeholder(pattern.substr(1, close - 1)));
    pattern.remove_prefix(close + 1);
  }
  return found;
}

}  // namespace aktiv
