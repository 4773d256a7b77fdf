// Every screen of the mentor's area in turn, each from its top to its end and with its menu, as a
// mentor's hand reaches them. For tests and for the audit.
#pragma once

#include <functional>

#include "kiosk/ui/mentor/rehearsal/examples.h"

namespace aktiv::mentor {

class Tour {
 public:
  using At = std::function<void(Hand&, const std::string& screen)>;

  Tour(const House& house, const Display& glass, const std::string& language, At at)
      : hand_(house, glass, language), at_(std::move(at)) {}

  void all() {
    as_first_mentor();
    hand_.press("back_to_citizen");
    furnish(hand_);
    hand_.sign_in().press("back_to_citizen").open();
    stop("who");
    hand_.press("mentor:mette");
    stop("pin");
    hand_.digits("2580").press("open");
    at_home();
    with_a_citizen();
    preparing();
    around_the_kiosk();
  }

 private:
  void stop(const std::string& screen) {
    hand_.to_top();
    at_(hand_, screen);
    while (hand_.may_press("scroll:down")) {
      hand_.tap("scroll:down");
      at_(hand_, screen + ", further down");
    }
    if (hand_.find("more") == nullptr) return;
    hand_.tap("more");
    at_(hand_, screen + ", menu");
    hand_.tap("more");
  }

  void as_first_mentor() {
    hand_.open();
    stop("first mentor");
    hand_.press("sign:sunflower").press("go_on").write("Mette");
    stop("first mentor, name");
    hand_.press("go_on");
    stop("first mentor, pin");
  }

  void at_home() {
    stop("home");
    hand_.desk.held = OngoingConversation{CitizenId("solsikke"), PressedBy::citizen, {}};
    hand_.area.desk_changed();
    hand_.area.settle();
    stop("home, with a conversation under way");
    hand_.desk.held.reset();
  }

  void with_a_citizen() {
    hand_.press("citizen:solsikke");
    stop("citizen");
    hand_.turn_to("talk:c", "talks").press("talk:c");
    stop("citizen, one conversation");
    hand_.press("observe").write("Smilede");
    stop("observation");
    hand_.press("who");
    stop("observation, who");
    hand_.press("back").press("person");
    stop("person");
    hand_.press("access");
    stop("access");
    hand_.press("next_step").press("text:150");
    stop("access, letters");
    hand_.press("back").press("set:hold").press("hold:500");
    stop("access, hold");
    hand_.press("back").press("try_out");
    stop("try out");
    for (int i = 0; i < 5; ++i) hand_.press("press").pass(3000);
    stop("try out, proposal");
    hand_.press("back").press("back");
    hand_.press("meeting").write("Tirsdag kl. 10");
    stop("next meeting");
    hand_.press("back");
    hand_.press("lock");
    stop("lock");
    hand_.press("back");
    photos();
    hand_.press("back").press("goals");
    stop("goals");
    hand_.press("field:measurable").write("Har været der tre gange");
    stop("goal, written");
    hand_.press("back").press("save");
    stop("goals, kept");
    hand_.press("back").press("person").press("erase");
    stop("erase");
    hand_.press("erase_all");
    stop("erase, once more");
    hand_.press("keep").press("back");
  }

  void photos() {
    hand_.press("photos");
    stop("photos of a citizen's own");
    hand_.turn_to("card:people/ven", "cards").press("card:people/ven");
    stop("photo");
    hand_.press("choose");
    stop("sticks");
    hand_.press("place:0");
    stop("stick");
    hand_.turn_to("place:3", "files").press("place:3");
    stop("stick, a photo that is refused");
    hand_.turn_to("place:4", "files").press("place:4");
    stop("photo, which part");
    hand_.press("crop:on").press("use");
    stop("photo, kept");
    hand_.press("back").press("back");
  }

  void voices() {
    hand_.press("voices");
    stop("voices");
    hand_.press("only_missing").press("text:f1_rolig.spoken");
    stop("voice, read before");
    hand_.press("back").press("only_missing").press("text:f1_hej.spoken");
    stop("voice");
    hand_.press("record");
    stop("voice, reading");
    hand_.press("record");
    stop("voice, read");
    hand_.press("keep");
    stop("voice, the next");
    hand_.desk.readings.has_microphone = false;
    hand_.press("record");
    stop("voice, no microphone");
    hand_.press("back").press("back");
  }

  void preparing() {
    hand_.press("start").press("way:2");
    for (const char* tool : {"tool:to_billeder", "tool:kan_lide"}) {
      hand_.press(tool);
      stop(std::string("start, ") + tool);
      hand_.press("go_on");
      stop(std::string("start, cards, ") + tool);
      hand_.press("go_on");
      stop(std::string("start, who, ") + tool);
      hand_.press("back").press("back");
    }
    hand_.press("back").press("back");
  }

  void around_the_kiosk() {
    hand_.press("sync");
    stop("sync");
    hand_.press("unenrol");
    stop("sync, leaving the case file");
    hand_.press("keep").press("back").press("photos");
    stop("photos of the day centre's own");
    hand_.press("back");
    voices();
    hand_.press("evaluation");
    stop("evaluation");
    hand_.press("back").press("practice");
    stop("practice");
    hand_.press("go_on");
    stop("practice, who answers");
    hand_.press("back").press("back").press("about");
    stop("about");
    hand_.press("new_pin");
    stop("new pin");
    hand_.press("back").press("back").press("new_citizen").press("first:sunflower");
    hand_.press("go_on").press("without_second");
    stop("new citizen, whose picture is taken");
    hand_.desk.view = {};
    hand_.press("back").press("back").press("sync").press("enrol");
    stop("enrol");
    hand_.pass(95'000);
    stop("enrol, about to close");
  }

  Hand hand_;
  At at_;
};

inline void tour(const House& house, const Display& glass, const std::string& language,
                 Tour::At at) {
  Tour(house, glass, language, std::move(at)).all();
}

}  // namespace aktiv::mentor
