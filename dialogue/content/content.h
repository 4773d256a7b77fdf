// Built-in and local content as checked values: decks of cards, definitions of tools, the practice
// and every text. The kiosk reads the files; here text goes in and values or faults come out, so
// that content which could leave a citizen before an empty card is refused whole, with file and
// line, before anybody meets it. Values; immutable after load; any thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/content/phrases.h"
#include "dialogue/content/texts.h"
#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv {

// Its words are texts: "<list>.<id>.label", ".spoken" and, where it is asked in a sentence, ".inf".
struct Card {
  CardRef ref;
  PictureId picture;
  std::string theme;              // a card of the deck "themes"; empty = none
  std::vector<std::string> tags;  // what a place would be like: "inde", "sammen"; from tags.toml
  std::string nearest_form;   // for staff: the nearest kind of offer, "103.service / 104.kreativ"
  bool is_sensitive = false;  // off unless the citizen picks it in a private room
  int value = 0;              // step on its scale (like3: 3–1) or rung of the staircase; 0 = none
  std::string where;          // "jobs.toml:12"
};

struct Deck {
  std::string id;
  int version = 1;
  std::vector<Card> cards;
  std::string where;
};

// One item of "Try the screen" (F1). Its words: "practice.<id>.shown", ".spoken"; ".word" is the
// word to be read where it is read alone.
struct PracticeItem {
  std::string id;
  std::vector<CardRef> options;  // in screen order
  CardRef right;                 // empty = free
  PictureId picture;             // beside the question (the closed box); empty = none
  bool is_read_alone = false;    // the word is shown and not spoken; the options carry no words
  bool is_free = false;
  std::string where;
};

struct ToolDefinition {
  ToolId id;
  int number = 0;
  int version = 1;
  std::vector<int> ways;  // 1–4
  int main_way = 1;
  std::vector<std::string> decks;    // cards it may be held with; a day centre's deck adds itself
  std::string themes;                // deck of themes to choose from; empty = none
  std::string places;                // deck of places to sort into; empty = none
  std::vector<std::string> screens;  // "t1_q": each has "<screen>.shown" and "<screen>.spoken"
  PictureId picture;
  std::map<std::string, int> numbers;               // every threshold of the tool: "trials_4" = 12
  std::map<std::string, std::string> number_where;  // by name: "tools/to_billeder.toml:15"
  std::string numbers_where;                        // the table of them
  std::string where;
};

struct Content {
  std::vector<Deck> decks;
  std::vector<ToolDefinition> tools;   // by number
  std::vector<PracticeItem> practice;  // in the order of the practice
  Texts texts;
  std::map<int, int> way_limits;  // way -> most choices on a screen

  const Deck* deck(std::string_view id) const;
  const Card* card(const CardRef& ref) const;
  const ToolDefinition* tool(const ToolId& id) const;
};

// The kiosk reads files; the dialogue sees text. The name is what a fault points at.
struct SourceFile {
  std::string name;
  std::string text;
};

struct Loaded {
  Content content;            // to be used only when there is no fault
  std::vector<Fault> faults;  // every fault, each with file:line and what would be right
};

// `decks` holds decks and tags.toml; `tools` holds definitions and ways.toml; `locales` holds
// <language>.po.
Loaded load_content(const std::vector<SourceFile>& decks, const std::vector<SourceFile>& tools,
                    const std::vector<SourceFile>& locales);

// A number that a tool's code goes by, and what it may be. `least` = `most` where the method allows
// one value only.
struct NumberNeed {
  std::string name;
  int least = 0;
  int most = 0;
  std::string not_above;  // another number of the tool; empty = none
};

// Every number that a tool goes by must stand in its definition, within its bounds, and no other:
// one that was cut short must not count to zero in front of a citizen, and one that is misspelt
// must not be believed by whoever wrote it.
std::vector<Fault> check_numbers(const Content& content, const ToolId& tool,
                                 const std::vector<NumberNeed>& needed);

// Every picture that content names must be drawn.
std::vector<Fault> check_pictures(const Content& content, const std::set<PictureId>& known);

}  // namespace aktiv
