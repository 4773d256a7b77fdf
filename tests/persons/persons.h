// Invented persons who operate the kiosk in other ways than with a steady finger. Each knows how to
// have one wanted thing chosen on the screen that is shown; nothing else of the kiosk. Time is
// invented, chance is seeded. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/draws.h"
#include "kiosk/input/hand.h"

namespace aktiv::persons {

// Chance with a shape.
class Chance {
 public:
  explicit Chance(Seed seed) : draws_(seed) {}
  double between(double low, double high);
  double around(double middle, double spread);  // normal
  bool happens(double share) { return between(0, 1) < share; }

 private:
  Draws draws_;
};

struct Screen : input::Shown {
  const PlacedElement& place(const ElementId& id) const { return *layout.find(id); }
};

class Person {
 public:
  explicit Person(uint64_t number) : chance_(Seed{number, 77}) {}
  virtual ~Person() = default;
  Person(const Person&) = delete;
  Person& operator=(const Person&) = delete;

  virtual std::string name() const = 0;
  // How the kiosk is set for this person.
  virtual void sit_down(input::Hand& hand) const { (void)hand; }
  // Has it chosen, or tries to. What happened lies in hand.happened.
  virtual void choose(input::Hand& hand, const Screen& screen, const ElementId& wanted) = 0;
  // How often something was pressed, looked at or struck so far.
  int touches() const { return touches_; }

 protected:
  Chance chance_;
  int touches_ = 0;
};

using Persons = std::vector<std::unique_ptr<Person>>;

std::unique_ptr<Person> plain_finger();
// All the others, each made anew.
Persons everybody();
// Some of them, with the kiosk set too fast.
Persons hurried();

}  // namespace aktiv::persons
