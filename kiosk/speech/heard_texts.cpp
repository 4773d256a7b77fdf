#include "kiosk/speech/heard_texts.h"

#include <algorithm>

namespace aktiv::speech {
namespace {

bool is_filled(const std::string* text) {
  return text != nullptr && text->find('{') != std::string::npos;
}

}  // namespace

// The voice asks for whole texts by their key: what is heard, or the parts of what is put together.
Heard how_heard(const Texts& texts, std::string_view language, std::string_view key) {
  const std::string* text = texts.find(language, key);
  if (text == nullptr) return Heard::unknown;
  if (is_filled(text)) return Heard::filled;
  const std::string stem(key.substr(0, key.rfind('.')));
  const bool is_part = key.ends_with(".shown") && is_filled(texts.find(language, stem + ".spoken"));
  if (key.ends_with(".spoken") || key.ends_with(".inf") || is_part) return Heard::whole;
  return Heard::read;
}

std::vector<HeardText> heard_texts(const Texts& texts, const std::string& language) {
  std::vector<HeardText> heard;
  for (const auto& key : texts.keys(language))
    if (how_heard(texts, language, key) == Heard::whole)
      heard.push_back({key, *texts.find(language, key)});
  std::ranges::sort(heard, {}, &HeardText::key);
  return heard;
}

}  // namespace aktiv::speech
