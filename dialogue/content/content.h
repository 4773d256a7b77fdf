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
#include "dialogue/model/access_profile.h"
#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv {

// Its words are texts: "<list>.<id>.label", ".spoken" and, where it is asked in a sentence, ".inf".
struct Card {
  CardRef ref;
  PictureId picture;
  std::string photo;  // a file beside the deck of a day centre: "pil.jpg"; empty = drawn
  std::string theme;  // a card of the deck "themes"; empty = none
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

// Where cards come from. What was said before goes ahead of decks: decks are used where nothing
// was.
struct CardSource {
  std::vector<std::string> decks;
  std::vector<CardRef> cards;          // named one by one; they join the decks'
  std::vector<std::string> chosen_in;  // steps' screens: the cards that were chosen there
  std::string placed_in;               // a step's screen: the cards that were put in a place …
  std::vector<std::string> in_places;  // … one of these; empty = in any
  std::string answers_in;              // a step's screen: the places themselves, as cards
  std::string earlier;                 // Earlier::what

  bool empty() const {
    return decks.empty() && cards.empty() && chosen_in.empty() && placed_in.empty() &&
           answers_in.empty() && earlier.empty();
  }
};

enum class Asks {
  told,        // nothing: one sentence, Næste
  pairs,       // which of two, in balanced trials
  place,       // about each card, or about none, one of a few places
  choose,      // up to `most` of the cards, one after the other or several on one screen
  words,       // what the citizen says with words of their own
  suggestion,  // about each small change that staff suggest, one of a few places
  shown,       // nothing: the result as the citizen sees it
};

// One question of a tool that is written as steps (dialogue/tools/steps).
struct StepDefinition {
  std::string screen;  // text key and the answer's question: "t4_q"
  Asks asks = Asks::told;
  std::vector<int> ways;             // the ways that ask it; empty = all of the tool
  CardSource cards;                  // what it is about, or what is chosen among
  std::vector<std::string> follows;  // steps' screens: asked after each card answered there
  std::vector<std::string> outs;     // "none", "dont_know", "unknown", "skip", "both", "words"
  std::vector<std::string> ends_on;  // with these outs nothing more is asked
  std::string without;               // a step's screen: its chosen cards are not offered again
  std::string none_words;            // of the out "none", where it says more: "ui.no_dream"
  std::string words_without;         // the screen's words where nothing earlier is known
  bool is_about_visit = false;       // place: about the place that was visited, where it is known
  int least = 1;                     // fewer cards than this: not asked
  int cards_most = 0;                // at most so many cards; 0 = all
  int value_most = 0;                // only cards of this value or less; 0 = all

  // pairs
  bool has_fixed_pairs = false;  // the deck's cards two and two; else all pairs of four cards
  int mirrors = 0;               // of the fixed pairs: so many come again with sides swapped
  int pairs_way_1 = 0;           // of the fixed pairs: so many in way 1; 0 = all

  // place
  std::string arrangement;               // "sorting", "scale", "grid", "two"; shown: the poster
  std::string places;                    // deck of places
  std::string places_long;               // … from way 3
  std::vector<std::string> only_places;  // of the deck; empty = all
  std::vector<std::string> few_places;   // in way 1, or when three are too many; empty = all
  CardRef besides;                       // one more place, apart from the deck's; empty = none
  std::string order = "scale";           // of places: "scale" (turned or not), "shuffled", "fixed"
  std::string checks;                    // a step's screen: asked again, to see whether it holds
  bool has_both_orders = false;          // asked twice, the places turned
  int stop_after = 0;                    // Færdig from so many answers; 0 = not offered
  std::string all_alike;                 // every card here: suggest to see them done, no flag
  bool has_dates = false;                // in way 4 a day may be chosen instead

  // choose
  int most = 1;
  int page = 0;              // choices a page; 0 = the way's number
  bool is_several = false;   // several on one screen, chosen on and off
  bool is_by_value = false;  // by the cards' value, shuffled within it
  std::string turns_with;    // the next step's screen: the two change order from day to day

  std::string
      remembered;    // an Earlier::what of later conversations, or "result" of an earlier step
  CardSource first;  // shown: what stands out
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
  std::vector<StepDefinition> steps;  // empty: a class of its own asks
  int shown_since = 1;  // talks of versions from this on are shown again by the steps as they are
  std::vector<CardSource> said_back;                // F4: the first of them that has cards
  bool is_offered = true;                           // to citizens who choose what to do
  std::map<std::string, int> numbers;               // every threshold of the tool: "trials_4" = 12
  std::map<std::string, std::string> number_where;  // by name: "tools/to_billeder.toml:15"
  std::string numbers_where;                        // the table of them
  std::string where;
};

// One answer of the picture guide: "fit_text_large", its words "ui.fit_text_large", its picture
// "ui/fit_text_large", and what it sets.
struct FittingChoice {
  std::string name;
  AccessProfile sets;
};

// One question of the picture guide in which a citizen says how they want the kiosk.
struct FittingStep {
  std::string screen;  // "ui.fit_text"
  std::vector<FittingChoice> choices;
  std::string where;
};

struct Content {
  std::vector<Deck> decks;
  std::vector<ToolDefinition> tools;   // by number
  std::vector<PracticeItem> practice;  // in the order of the practice
  std::vector<FittingStep> fitting;    // in order
  Texts texts;
  std::map<int, int> way_limits;  // way -> most choices on a screen

  const Deck* deck(std::string_view id) const;
  const Card* card(const CardRef& ref) const;
  const ToolDefinition* tool(const ToolId& id) const;
};

// nullptr: no such step.
const StepDefinition* step_of(const ToolDefinition& tool, std::string_view screen);

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
