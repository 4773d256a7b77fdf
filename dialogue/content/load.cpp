#include <algorithm>
#include <unordered_map>
#include <utility>

#include "dialogue/content/draft.h"
#include "dialogue/content/po_file.h"

namespace aktiv {
namespace {

// A deck's own words and the .po files together; the same text from two places is refused, because
// nobody could say which one the citizen hears.
void join_words(Draft& draft) {
  std::vector<Texts::Language> languages = draft.languages;
  for (auto& language : languages) {
    for (const auto& word : draft.words) {
      if (word.lang != language.code) continue;
      if (language.table.emplace(word.key, word.text).second) continue;
      draft.fault("'" + word.key + "' stands twice in " + language.code, word.where,
                  "one text a key");
    }
  }
  draft.content.texts = Texts(std::move(languages));
}

void join_offers(Draft& draft) {
  for (const auto& offer : draft.offers) {
    auto& tools = draft.content.tools;
    const auto tool = std::find_if(tools.begin(), tools.end(),
                                   [&](const auto& one) { return one.id.value == offer.tool; });
    if (tool == tools.end()) {
      draft.fault("there is no tool '" + offer.tool + "' for the deck '" + offer.deck + "'",
                  offer.where, "the id of a tool's definition");
    } else if (std::find(tool->decks.begin(), tool->decks.end(), offer.deck) == tool->decks.end()) {
      tool->decks.push_back(offer.deck);
    }
  }
}

}  // namespace

void read_locales(const std::vector<SourceFile>& files, Draft& draft) {
  for (const auto& file : files) {
    auto po = parse_po(file, draft.faults);
    if (std::ranges::count(draft.languages, po.language, &Texts::Language::code) > 0)
      draft.fault("the language '" + po.language + "' stands twice", file.name + ":1",
                  "one file each");
    else
      draft.languages.push_back({po.language, {}, po.is_for_staff, po.is_read});
    for (auto& entry : po.entries)
      draft.words.push_back(
          {po.language, std::move(entry.key), std::move(entry.text), entry.where, false});
  }
  std::ranges::stable_partition(draft.languages, &Texts::Language::is_for_staff);
}

Loaded load_content(const std::vector<SourceFile>& decks, const std::vector<SourceFile>& tools,
                    const std::vector<SourceFile>& locales) {
  Draft draft;
  read_locales(locales, draft);
  read_decks(decks, draft);
  read_definitions(tools, draft);
  join_offers(draft);
  join_words(draft);
  check_references(draft);
  check_steps(draft);
  check_words(draft);
  return {std::move(draft.content), std::move(draft.faults)};
}

}  // namespace aktiv
