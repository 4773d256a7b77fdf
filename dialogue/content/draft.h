// Content on its way from text to checked values: what was read, where it was read, and every fault
// so far. Lives only inside load_content.
#pragma once

#include <string>
#include <vector>

#include "dialogue/content/content.h"

namespace aktiv {

// One text of one language, from a .po file or from a deck that carries its own words.
struct Word {
  std::string lang;
  std::string key;
  std::string text;
  std::string where;
  bool is_decks_own = false;  // stands in the deck itself
};

// A deck that offers itself to a tool.
struct Offer {
  std::string deck;
  std::string tool;
  std::string where;
};

// A screen that must have words.
struct ScreenNeed {
  std::string id;
  std::string where;
};

struct Draft {
  Content content;
  std::vector<std::string> tags;
  std::vector<Word> words;
  std::vector<Offer> offers;
  std::vector<ScreenNeed> screens;
  std::vector<Texts::Language> languages;  // without their texts
  std::vector<Fault> faults;

  void fault(std::string what, std::string where, std::string expected) {
    faults.push_back({std::move(what), std::move(where), std::move(expected)});
  }
};

void read_decks(const std::vector<SourceFile>& files, Draft& draft);
void read_definitions(const std::vector<SourceFile>& files, Draft& draft);
void read_locales(const std::vector<SourceFile>& files, Draft& draft);

// Ids, tags, themes, decks, ways: does everything that is named exist?
void check_references(Draft& draft);
// Do the steps of each tool name what exists, in an order in which they can be asked?
void check_steps(Draft& draft);
// Has every card, screen and practice item its words in every language, and can a citizen follow
// them?
void check_words(Draft& draft);

}  // namespace aktiv
