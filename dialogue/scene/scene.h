// What a person meets, as a value. Built by describe() from a session; read by the renderer, the
// voice, every input mode, the audit, drive and the tests. Owns nothing outside itself; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/ids.h"

namespace aktiv {

enum class Role {
  choice,   // a card to choose
  place,    // a place to put a card
  movable,  // the card that is put: may be dragged, and tapped to hear it
  out,      // Ved ikke, Ingen af dem, Kender det ikke, Spring over
  fixed,    // Tilbage, Hent hjælp, Pause, Stop: same place on all screens
  next,     // going on: Næste, Start, Færdig
  picture,  // shown, cannot be chosen
  text,     // shown words, cannot be chosen
  key,      // a small labelled key: language, the mentor's sign, About
  speaker,  // Hør igen, the round button before the question
  letter,   // a key of the keyboard on the screen; Element::row says which row
  pad,      // a surface to draw on with a finger
};

// How the elements stand; Layout knows each.
enum class Arrangement {
  welcome,      // big words, one start key, languages, a dream picture
  tell,         // one sentence, one picture, Næste
  two_across,   // two big choices side by side, outs below
  two_stacked,  // two big choices above each other, outs below
  grid,         // up to 12 choices in rows, outs below
  sorting,      // the movable card above, two or three places below, outs in a row
  summary,      // pictures of what was chosen beside two choices
  board,        // result: columns, or large pictures
  calm,         // pause, help, stop, idle: dark, one sentence, large choices
  keypad,       // a picture lock: pictures in a grid and a row of what was pressed
  scale,        // what is asked about, and its places as one row of equal faces, glasses or cards
  hand,         // result: one to three cards held up, the first in the middle
  sheet,        // result: up to two large on top, small ones below
  wheel,        // result: equal slices around a middle
  rings,        // result: three rings around a middle
  stairs,       // result: steps that rise from left to right, with a ramp beside them
  path,         // the same as a level path
  line,         // result: small pictures along a line, in time order
  dream,        // result: what is dreamt of, as one large picture of cards and words
  typing,       // own words, written on rows of keys
  drawing,      // own words, drawn with a finger
  recording,    // own words, spoken into the microphone
};

// How an element may be shown besides its ordinary look.
enum class Look { plain, primary, quiet, tile };  // tile: a small picture inside a place or a row

// Words shown and words heard. `spoken` is never empty where something can be chosen: content
// refuses it.
struct Phrase {
  std::string shown;
  std::string spoken;

  bool operator==(const Phrase&) const = default;
};

struct Element {
  ElementId id;
  Role role = Role::choice;
  Look look = Look::plain;
  Phrase phrase;
  std::string may_become;  // a word that may come here while the screen stays: room is kept for it
  PictureId picture;
  int order =
      0;  // scan order: serves eyes, switches, keyboard and voice alike; 0 = not chosen from
  bool is_selected = false;
  bool is_enabled = true;
  bool is_sealed = false;  // a PIN or lock key: never spoken
  ElementId inside;        // a tile lies inside this place (sorting, board)
  int row = 0;             // of a letter: its row of the keyboard, from 0 at the top
  double fill = 0;         // of a gauge: how full it is, 0–1
  std::string drawing;     // strokes to show (dialogue/model/strokes.h); empty = none

  bool operator==(const Element&) const = default;
};

// Something a finger can choose or move; a tile inside a place is not.
inline bool is_target(const Element& element) {
  return element.role != Role::picture && element.role != Role::text && element.look != Look::tile;
}

// Stepping stones, never numbers: done, current, to come.
struct Progress {
  int done = 0;
  int total = 0;  // 0 = none shown

  bool operator==(const Progress&) const = default;
};

// One thing to say. Its words light as they are heard. `about` is the element that lights while it
// is named.
struct Utterance {
  std::string key;  // content key, for a recorded voice; empty when composed
  std::string text;
  ElementId about;            // empty = the question
  std::string language = {};  // empty = the scene's

  bool operator==(const Utterance&) const = default;
};

struct Scene {
  std::string screen;  // "t1_q#5": id and a serial, so that an intent from an older screen is stale
  std::string id;      // "t1_q", "f2_4", "welcome"
  std::string language;       // its screens stand mirrored where it is read from the right
  Phrase question;            // one question a screen
  std::string caption;        // what is heard and not otherwise visible; empty = none
  bool listens_alone = true;  // false where a word is to be read, not heard (practice p8)
  bool is_private = false;    // own answers: spoken as the citizen chose (aloud, headset, silent)
  bool is_dark = false;       // the calm screens
  bool is_bare = false;       // no band above it, nothing that is not asked or answered with
  std::string mark;           // along the lower edge: this is not real ("Øvelse"); empty = none
  Arrangement arrangement = Arrangement::tell;
  Progress progress;
  std::vector<Element> elements;
  std::vector<Utterance> speech;  // in order

  bool operator==(const Scene&) const = default;
  const Element* find(const ElementId& element) const {
    for (const auto& candidate : elements)
      if (candidate.id == element) return &candidate;
    return nullptr;
  }
};

}  // namespace aktiv
