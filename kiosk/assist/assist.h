// The screen on the accessibility bus (AT-SPI), for screen readers and other aids. Owns one thread.
// Called from the loop's thread; show() and announce() return at once; `wake` is called from the
// inner thread and must only wake. Cannot fail: without a bus state() says why and the rest does
// nothing. One at a time in a program (ATK's own rule).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace aktiv::assist {

enum class Kind { button, toggle, label, picture, field, canvas };

struct Item {
  std::string id;           // comes back when it is pressed; also its accessible id
  std::string part;         // what it is on the screen, "choice", "fixed": an attribute
  std::string name;         // as shown
  std::string description;  // as heard, where that is more
  Kind kind = Kind::label;
  int x = 0, y = 0, w = 0, h = 0;  // pixels of the window
  bool is_enabled = true;
  bool is_chosen = false;
  bool operator==(const Item&) const = default;
};

struct Tree {
  std::string id;     // of the screen, this time
  std::string part;   // which screen it is: an attribute
  std::string title;  // what is asked
  int x = 0, y = 0;   // of the window, on the desktop
  int w = 0, h = 0;
  std::vector<Item> items;  // in reading order
  std::string focused;      // an item's id; empty = none
  bool operator==(const Tree&) const = default;
};

struct Press {
  std::string screen;  // Tree::id, as it was when the aid saw it
  std::string item;
};

enum class State { starting, reachable, no_bus };

class Assist {
 public:
  Assist(std::string program, std::function<void()> wake);
  ~Assist();
  Assist(const Assist&) = delete;
  Assist& operator=(const Assist&) = delete;

  void show(Tree tree);  // the same again does nothing
  // Said to whoever listens on the bus; what is under way is interrupted.
  void announce(std::string words);
  State state() const;
  std::vector<Press> take();

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace aktiv::assist
