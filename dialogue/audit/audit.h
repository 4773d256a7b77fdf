// The 52 items that every reachable screen is held to, and a report of what was seen. Sources: EN
// 301 549 (closed functionality), WCAG 2.2, W3C COGA and studies of touch by disabled people; each
// threshold stands beside its check. Values; one thread at a time.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace aktiv::audit {

enum class Means {
  value,     // from scenes, layouts and steps
  finger,    // from fingers laid on the screen
  paint,     // from painted pixels
  hardware,  // on a kiosk, with a ruler or a sound level meter: never by this program
};

struct Item {
  int number = 0;
  Means means = Means::value;
  const char* claim = "";  // what is right
};

inline constexpr std::array<Item, 52> items = {{
    {1, Means::value, "what is touched is at least 20 mm"},
    {2, Means::value, "what is touched is 25 mm on a full glass"},
    {3, Means::value, "what is touched can be 30 mm, for tremor"},
    {4, Means::value, "at least 3 mm between what is touched"},
    {5, Means::value, "millimetres come from the display's real density"},
    {6, Means::finger, "what looks touchable is touchable to its corners"},
    {7, Means::value, "nothing to touch at the glass's edge"},
    {8, Means::value, "nothing moves while a screen is shown"},
    {9, Means::finger, "acts when the finger is lifted"},
    {10, Means::finger, "sliding off cancels; a card that moves is dragged"},
    {11, Means::finger, "one finger is enough"},
    {12, Means::finger, "one tap is enough"},
    {13, Means::value, "every drag has a tap that does the same"},
    {14, Means::finger, "the shortest press counts"},
    {15, Means::finger, "a second touch within 600 ms is the same touch"},
    {16, Means::finger, "a palm or a second finger does nothing"},
    {17, Means::finger, "a lost lift is cleared within 2 s"},
    {18, Means::value, "the scan, keys, a gaze and an ear reach everything once, and nothing else"},
    {19, Means::paint, "text has a contrast of 7:1"},
    {20, Means::paint, "what is touched has an edge of 3:1"},
    {21, Means::value, "a capital H is at least 6.1 mm"},
    {22, Means::value, "200 % text is whole"},
    {23, Means::paint, "what is chosen is seen in grey"},
    {24, Means::paint, "where the keyboard stands is seen at 3:1"},
    {25, Means::value, "no text over pictures"},
    {26, Means::paint, "dark screens have the same contrasts"},
    {27, Means::value, "everything to choose has a spoken text"},
    {28, Means::value, "everything can be heard again"},
    {29, Means::finger, "a touch silences the voice at once"},
    {30, Means::value, "pause is there"},
    {31, Means::value, "one language at a time, the chosen one"},
    {32, Means::value, "what is heard can be read, and each sound has something to see"},
    {33, Means::value, "private words are marked private"},
    {34, Means::value, "a lock is never spoken"},
    {35, Means::hardware, "speech reaches 65 dB(A) and is reset for each person"},
    {36, Means::value, "no more choices than the way and the glass carry"},
    {37, Means::value, "longer lists come in pages, and the page is logged"},
    {38, Means::value, "one question a screen"},
    {39, Means::value, "a symbol, a word and speech for every choice"},
    {40, Means::value, "Back, Help, Pause and Stop never move"},
    {41, Means::value, "progress without numbers"},
    {42, Means::value, "the last answer can be undone"},
    {43, Means::value, "a summary before anything is kept"},
    {44, Means::value, "not knowing is always an answer"},
    {45, Means::value, "no time-out throws an answer away"},
    {46, Means::value, "a warning of 20 s, and more time"},
    {47, Means::paint, "what lights is too small to flash"},
    {48, Means::paint, "nothing moves by itself"},
    {49, Means::value, "the end leaves no answer on the screen"},
    {50, Means::value, "the first screen knows nobody"},
    {51, Means::value, "earlier answers open only after the person's own lock or the mentor"},
    {52, Means::hardware, "everything stands 380 to 1,220 mm above the floor"},
}};

struct Breach {
  int item = 0;
  std::string where;  // screen and element
  std::string seen;
  bool operator==(const Breach&) const = default;
};

class Report {
 public:
  // Counts one check; the same breach met again is one breach.
  // `seen` is asked for only when it was not held.
  template <class Seen>
  void expect(int item, bool is_held, const std::string& where, const Seen& seen) {
    if (is_held) {
      ++held_[index(item)];
      return;
    }
    Breach breach{item, where, seen()};
    if (std::ranges::find(breaches_, breach) == breaches_.end())
      breaches_.push_back(std::move(breach));
  }

  // What another saw, of other screens.
  void add(const Report& other);

  int64_t held(int item) const { return held_[index(item)]; }
  int64_t broken(int item) const;
  const std::vector<Breach>& breaches() const { return breaches_; }

 private:
  static size_t index(int item) { return static_cast<size_t>(item - 1); }

  std::array<int64_t, items.size()> held_{};
  std::vector<Breach> breaches_;
};

// Items that a program can check and that were checked nowhere: a check that cannot fail is none.
std::vector<int> unchecked(const Report& report);

// A line a breach, at most `most_breaches` an item; empty without any.
std::string breaches_text(const Report& report, int most_breaches = 5);

// A table, a line an item, then the breaches as above.
std::string to_text(const Report& report, int most_breaches = 5);

}  // namespace aktiv::audit
