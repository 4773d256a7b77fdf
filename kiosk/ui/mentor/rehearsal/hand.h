// A mentor's hand for tests: presses elements by name, at their middle, through the same touches as
// the glass gives. Not in a kiosk in use.
#pragma once

#include <cmath>
#include <stdexcept>
#include <string>

#include "kiosk/files/content_files.h"
#include "kiosk/ui/mentor/mentor_area.h"
#include "kiosk/ui/mentor/rehearsal/fake_desk.h"

namespace aktiv::mentor {

// What a test needs once: content, pictures and theme as laid beside the programs.
struct House {
  std::filesystem::path share;
  Loaded loaded;
  ui::PictureBook pictures;
  ui::Theme theme;

  static const House& laid(const std::filesystem::path& share) {
    static const House house{share, read_content(share), std::move(*ui::PictureBook::open(share)),
                             *ui::read_theme(share, "light")};
    return house;
  }
};

inline Display glass_of(int width_px, int height_px, double diagonal_inches) {
  Display display;
  display.width_px = width_px;
  display.height_px = height_px;
  const double diagonal = std::sqrt(double(width_px) * width_px + double(height_px) * height_px);
  display.px_per_mm = diagonal / (diagonal_inches * 25.4);
  return display;
}

class Hand {
 public:
  Hand(const House& house, const Display& glass, const std::string& language = "da")
      : display(glass),
        area({desk, house.loaded.content, house.pictures, house.theme, house.share,
              [this] { return now_ms; }, [this] { return utc_ms + now_ms; }, language},
             glass) {}

  FakeDesk desk;
  Display display;
  int64_t now_ms = 1'000'000;
  int64_t utc_ms = 1'795'000'000'000;
  MentorArea area;

  const MentorElement* find(const std::string& name) const {
    elements_ = area.elements();
    for (const auto& element : elements_)
      if (element.name == name) return &element;
    return nullptr;
  }
  bool shows(const std::string& words) const {
    for (const auto& element : area.elements())
      if (element.text.find(words) != std::string::npos) return true;
    return false;
  }
  // What does not stand there is looked for as a person does: further down the paper, from its top
  // again, then behind "more".
  const MentorElement* reach(const std::string& name) {
    for (int i = 0; i < 40 && find(name) == nullptr && may_press("scroll:down"); ++i)
      tap("scroll:down");
    for (int i = 0; i < 40 && find(name) == nullptr && may_press("scroll:up"); ++i)
      tap("scroll:up");
    if (find(name) == nullptr && find("more") != nullptr) tap("more");
    return find(name);
  }
  bool may_press(const std::string& name) const {
    const auto* element = find(name);
    return element != nullptr && element->is_enabled;
  }
  Hand& press(const std::string& name) {
    if (reach(name) == nullptr)
      throw std::runtime_error("nothing here is called " + name + " on " + area.screen());
    return tap(name);
  }
  Hand& tap(const std::string& name) {
    const MentorElement element = *find(name);
    touch(input::Phase::down, element);
    touch(input::Phase::up, element);
    area.settle();
    return *this;
  }
  // In a list of pages.
  Hand& turn_to(const std::string& name, const std::string& list) {
    for (int page = 0; reach(name) == nullptr; ++page) {
      if (page > 30) throw std::runtime_error(name + " stands on no page");
      press(list + ":on");
    }
    return *this;
  }
  Hand& to_top() {
    while (may_press("scroll:up")) tap("scroll:up");
    return *this;
  }
  void touch(input::Phase phase, const MentorElement& element, uint64_t finger = 1) {
    const auto& box = element.rect;
    area.feed(input::RawTouch{finger, phase, (box.x + box.w / 2) * display.px_per_mm,
                              (box.y + box.h / 2) * display.px_per_mm, 0, now_ms});
  }
  Hand& digits(const std::string& digits) {
    for (const char digit : digits) press(std::string("digit:") + digit);
    return *this;
  }
  Hand& write(const std::string& words) {
    area.feed_text(words);
    area.settle();
    return *this;
  }
  Hand& pass(int64_t ms) {
    now_ms += ms;
    desk.now_ms += ms;
    area.settle();
    return *this;
  }
  Hand& open() {
    if (!area.open()) throw std::runtime_error("the area does not open");
    area.settle();
    return *this;
  }
  // Mette and two citizens, as most stories need them.
  Hand& sign_in() {
    desk.known = {{{MentorId("mette"), PictureId("signs/key"), "Mette"}, "2580"}};
    desk.people = {{CitizenId("solsikke"), PictureId("signs/sunflower"), {}, false},
                   {CitizenId("baad"), PictureId("signs/boat"), PictureId("signs/cat"), true}};
    return open().press("mentor:mette").digits("2580").press("open");
  }

 private:
  mutable std::vector<MentorElement> elements_;
};

}  // namespace aktiv::mentor
