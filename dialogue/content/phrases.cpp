#include "dialogue/content/phrases.h"

#include <unicase.h>
#include <unistr.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

#include "dialogue/model/letters.h"

namespace aktiv {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view arabic_comma = "،";

struct Freed {
  void operator()(uint8_t* text) const { std::free(text); }
};

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

std::string_view comma_after(std::string_view text) {
  if (text.find(arabic_comma) != std::string_view::npos) return arabic_comma;
  return text.find(',') == std::string_view::npos ? "" : ",";
}

std::optional<std::string> value_of(const Placeholder& placeholder, const Values& values,
                                    std::string_view language) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const auto& pair) { return pair.first == placeholder.name; });
  if (found == values.end()) return std::nullopt;
  std::string text = found->second;
  for (const auto& filter : placeholder.filters) {
    if (!is_filter(filter)) return std::nullopt;
    if (filter == "cap") text = cap(text, language);
    if (filter == "comma") text += comma_after(text);
  }
  return text;
}

}  // namespace

bool is_filter(std::string_view name) {
  return name == "cap" || name == "comma";
}

std::string cap(std::string_view utf8, std::string_view language) {
  if (utf8.empty()) return {};
  const size_t first = letter_end(utf8, 0);
  const auto* letter = reinterpret_cast<const uint8_t*>(utf8.data());
  if (u8_check(letter, first) != nullptr) return std::string(utf8);  // a letter cut in two
  size_t length = 0;
  const std::unique_ptr<uint8_t, Freed> capital(
      u8_totitle(letter, first, std::string(language).c_str(), nullptr, nullptr, &length));
  if (capital == nullptr) return std::string(utf8);
  return std::string(reinterpret_cast<const char*>(capital.get()), length) +
         std::string(utf8.substr(first));
}

std::vector<Piece> fill_pieces(std::string_view pattern, const Values& values,
                               std::string_view language) {
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
        close == std::string_view::npos ? std::nullopt : value_of(placeholder, values, language);
    if (value) {
      pieces.push_back({*value, placeholder.name});
    } else {
      add_words(written);
    }
  }
  return pieces;
}

std::string fill(std::string_view pattern, const Values& values, std::string_view language) {
  std::string filled;
  for (const auto& piece : fill_pieces(pattern, values, language)) filled += piece.text;
  return filled;
}

std::string enumerate(const std::vector<std::string>& words, std::string_view last_joint,
                      std::string_view comma) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? last_joint : comma;
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
