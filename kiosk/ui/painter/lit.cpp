#include "kiosk/ui/painter/lit.h"

#include "kiosk/ui/text/words.h"

namespace aktiv::ui {
namespace {

using Where = LitSpot::Where;

std::optional<LitSpot> in_words(const PlacedText& shown, const Utterance& heard, size_t word,
                                Where where) {
  const auto found = shown_word(shown.text, heard.text, word);
  if (!found) return std::nullopt;
  return LitSpot{where, 0, *found};
}

std::optional<LitSpot> in_element(const Layout& layout, size_t index, const Utterance& heard,
                                  size_t word) {
  const auto found = shown_word(layout.elements[index].label.text, heard.text, word);
  if (!found) return std::nullopt;
  return LitSpot{Where::element, index, *found};
}

// A word that is heard after the question ("… bage eller sy?") lights on the card that carries it.
LitSpot on_any_card(const Scene& scene, const Layout& layout, const Utterance& heard, size_t word) {
  for (size_t i = 0; i < layout.elements.size(); ++i) {
    const Role role = scene.elements[i].role;
    if (role == Role::fixed || role == Role::out || role == Role::key || role == Role::next)
      continue;
    if (const auto spot = in_element(layout, i, heard, word)) return *spot;
  }
  return {};
}

}  // namespace

LitSpot lit_spot(const Scene& scene, const Layout& layout, const std::optional<LitWord>& word) {
  if (!word || word->utterance >= scene.speech.size()) return {};
  const Utterance& heard = scene.speech[word->utterance];
  if (!heard.about.empty()) {
    for (size_t i = 0; i < layout.elements.size(); ++i)
      if (layout.elements[i].id == heard.about)
        if (const auto spot = in_element(layout, i, heard, word->word)) return *spot;
    return in_words(layout.caption, heard, word->word, Where::caption).value_or(LitSpot{});
  }
  if (const auto spot = in_words(layout.question, heard, word->word, Where::question)) return *spot;
  if (const auto spot = in_words(layout.caption, heard, word->word, Where::caption)) return *spot;
  return on_any_card(scene, layout, heard, word->word);
}

}  // namespace aktiv::ui
