#include "dialogue/audit/statement.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace aktiv::audit {
namespace {

using enum Standing;

// Titles in this project's words; the standards' own text is theirs. Notes are read by whoever buys
// or sets up a kiosk.
constexpr std::array all = {
    Criterion{"EN 301 549 4.2.1",
              "use without sight",
              partly,
              {27, 28, 29, 32, 39},
              "explore by touch and keys that say their names are set for a citizen by a mentor; "
              "nobody who does not see has tried it yet"},
    Criterion{"EN 301 549 4.2.2", "use with little sight", checked, {19, 20, 21, 22, 24, 26}},
    Criterion{"EN 301 549 4.2.3", "use without seeing colour", checked, {23}},
    Criterion{"EN 301 549 4.2.4", "use without hearing", checked, {32, 39}},
    Criterion{"EN 301 549 4.2.5",
              "use with little hearing",
              on_site,
              {32},
              "measure speech at the place of the head: 65 dB(A) or more can be set"},
    Criterion{"EN 301 549 4.2.6",
              "use with little or no voice",
              irrelevant,
              {},
              "speaking is one of four ways to say something in own words, and never asked for"},
    Criterion{"EN 301 549 4.2.7",
              "use with little reach or strength",
              checked,
              {1, 2, 4, 11, 12, 13, 18}},
    Criterion{
        "EN 301 549 4.2.7, staff",
        "use of the mentor's pages with little reach or strength",
        missing,
        {},
        "they are used by touch, a keyboard or an aid over AT-SPI; no ring goes over them for "
        "a switch"},
    Criterion{
        "EN 301 549 4.2.8",
        "use with little reach",
        on_site,
        {7},
        "set the part of the glass that is reached, then measure 380 to 1,220 mm above the floor"},
    Criterion{"EN 301 549 4.2.9", "no triggers of seizures", checked, {47, 48}},
    Criterion{"EN 301 549 4.2.10",
              "use with limited cognition, language or learning",
              checked,
              {36, 38, 39, 40, 41, 42, 43, 44}},
    Criterion{"EN 301 549 4.2.11", "privacy", checked, {33, 34, 49, 50, 51}},
    Criterion{
        "EN 301 549 5.1.2.2", "works without assistive technology of one's own", checked, {18, 27}},
    Criterion{"EN 301 549 5.1.3.1", "everything that is seen can be heard", checked, {27, 28}},
    Criterion{"EN 301 549 5.1.3.2",
              "heard by a loudspeaker or a standard headset",
              on_site,
              {},
              "plug a headset in, and choose it on the screen that asks"},
    Criterion{
        "EN 301 549 5.1.3.3", "sound is heard when it belongs to what is shown", checked, {31, 32}},
    Criterion{"EN 301 549 5.1.3.4", "speech can be interrupted and repeated", checked, {28, 29}},
    Criterion{"EN 301 549 5.1.3.5", "speech is silenced by a touch", checked, {29}},
    Criterion{"EN 301 549 5.1.3.6", "pictures have spoken words", checked, {27, 39}},
    Criterion{"EN 301 549 5.1.3.7", "video has spoken words", irrelevant, {}, "there is no video"},
    Criterion{"EN 301 549 5.1.3.8", "a lock's pictures are not spoken", checked, {34}},
    Criterion{"EN 301 549 5.1.3.9", "own answers are heard as the person chose", checked, {33}},
    Criterion{"EN 301 549 5.1.3.10", "no other sound over the speech", checked, {29, 48}},
    Criterion{"EN 301 549 5.1.3.11",
              "the volume of private listening can be set",
              partly,
              {},
              "louder and softer are on the pause screen; the headset's own dial was not tried"},
    Criterion{"EN 301 549 5.1.3.12",
              "the volume of the loudspeaker can be set",
              on_site,
              {},
              "louder and softer are on the pause screen, in steps; measure that the loudest "
              "reaches 65 dB(A)"},
    Criterion{"EN 301 549 5.1.3.13",
              "the volume is reset for the next person",
              on_site,
              {},
              "it is set back when a talk ends; measure that this level is 65 dB(A) or less"},
    Criterion{"EN 301 549 5.1.3.14", "speech is in the language that is shown", checked, {31}},
    Criterion{"EN 301 549 5.1.3.15", "what went wrong is spoken", checked, {27, 45}},
    Criterion{"EN 301 549 5.1.3.16",
              "receipts are spoken",
              partly,
              {},
              "what is printed is said back before it; the paper itself is not spoken"},
    Criterion{"EN 301 549 5.1.4", "letters as high as 0.7 degrees of arc", checked, {21}},
    Criterion{"EN 301 549 5.1.5", "what is heard can be seen", checked, {32, 39}},
    Criterion{"EN 301 549 5.1.6", "works without a keyboard", checked, {18}},
    Criterion{
        "EN 301 549 5.1.7", "works without speech", irrelevant, {}, "nothing has to be said aloud"},
    Criterion{"EN 301 549 5.2",
              "what helps can be turned on without what it stands in for",
              partly,
              {},
              "a mentor sets it, with the citizen or by the picture guide; at the first screen "
              "nobody alone can"},
    Criterion{
        "EN 301 549 5.3", "biometrics are never the only way", irrelevant, {}, "there are none"},
    Criterion{"EN 301 549 5.4",
              "help is kept when information is converted",
              irrelevant,
              {},
              "nothing is converted"},
    Criterion{"EN 301 549 5.5.1", "no grasping, pinching or twisting", checked, {11, 12, 13}},
    Criterion{"EN 301 549 5.5.2",
              "parts are told apart without sight and without acting",
              partly,
              {27},
              "by explore by touch, where it is set"},
    Criterion{
        "EN 301 549 5.6.1", "the state of what locks or toggles is felt or heard", checked, {27}},
    Criterion{"EN 301 549 5.6.2", "the state of what locks or toggles is seen", checked, {23}},
    Criterion{"EN 301 549 5.7", "repeating keys can be slowed", irrelevant, {}, "no key repeats"},
    Criterion{"EN 301 549 5.8", "a second strike can be ignored", checked, {15}},
    Criterion{"EN 301 549 5.9", "nothing needs two things at once", checked, {11, 16}},
    Criterion{"EN 301 549 8.3",
              "everything is within reach",
              on_site,
              {7},
              "measure 380 to 1,220 mm above the floor, and the way to the kiosk"},
    Criterion{"WCAG 2.2 1.1.1", "pictures have words", checked, {27, 39}},
    Criterion{"WCAG 2.2 1.3.2", "one order for eyes, switches, keyboard and voice", checked, {18}},
    Criterion{"WCAG 2.2 1.3.4", "wide and upright", checked, {5}},
    Criterion{"WCAG 2.2 1.4.1", "not by colour alone", checked, {23}},
    Criterion{"WCAG 2.2 1.4.3", "text against its ground, 4.5:1", checked, {19, 26}},
    Criterion{"WCAG 2.2 1.4.4", "text at 200 %", checked, {22}},
    Criterion{"WCAG 2.2 1.4.5", "no pictures of text", checked, {25}},
    Criterion{"WCAG 2.2 1.4.6", "text against its ground, 7:1", checked, {19, 26}},
    Criterion{"WCAG 2.2 1.4.11", "controls against their ground, 3:1", checked, {20}},
    Criterion{"WCAG 2.2 2.1.1", "everything by keyboard or switch", checked, {18}},
    Criterion{"WCAG 2.2 2.2.1", "time-outs warn and can be extended", checked, {45, 46}},
    Criterion{"WCAG 2.2 2.2.2", "nothing moves by itself", checked, {48}},
    Criterion{"WCAG 2.2 2.3.1", "no more than three flashes", checked, {47}},
    Criterion{"WCAG 2.2 2.4.3", "the order of focus has a meaning", checked, {18}},
    Criterion{"WCAG 2.2 2.4.7", "focus is seen", checked, {24}},
    Criterion{
        "WCAG 2.2 2.5.1", "no gestures of many points or along a path", checked, {11, 12, 13}},
    Criterion{
        "WCAG 2.2 2.5.2", "acts when the finger is lifted, and can be cancelled", checked, {9, 10}},
    Criterion{"WCAG 2.2 2.5.7", "every drag has a tap", checked, {13}},
    Criterion{"WCAG 2.2 2.5.8", "targets of 24 CSS pixels", checked, {1}},
    Criterion{"WCAG 2.2 3.1.1", "the language is known", checked, {31}},
    Criterion{"WCAG 2.2 3.2.3", "what is always there stands in its place", checked, {40}},
    Criterion{"WCAG 2.2 3.2.6", "help stands in the same place", checked, {40}},
    Criterion{
        "WCAG 2.2 3.3.4", "what is sent can be undone, checked and confirmed", checked, {42, 43}},
    Criterion{"WCAG 2.2 3.3.8",
              "signing in asks no test of memory",
              partly,
              {},
              "a picture signs in; a lock of three pictures is the citizen's own choice, and a "
              "mentor opens otherwise"},
    Criterion{"WCAG 2.2 4.1.2",
              "name, role and value for other programs",
              partly,
              {27},
              "told over AT-SPI where the kiosk runs in a session with an accessibility bus; a "
              "lock's keys have no name there"},
};

std::string items_of(const Criterion& criterion, const Report& report) {
  std::ostringstream text;
  const char* before = "";
  for (const int item : criterion.by) {
    if (item == 0) break;
    text << before << item << " (" << report.held(item) << " held";
    if (report.broken(item) > 0) text << ", " << report.broken(item) << " broken";
    text << ")";
    before = ", ";
  }
  return text.str();
}

}  // namespace

std::span<const Criterion> criteria() {
  return all;
}

std::string verdict(const Criterion& criterion, const Report& report) {
  switch (criterion.standing) {
    case on_site:
      return "to be measured on the kiosk";
    case missing:
      return "not met";
    case irrelevant:
      return "does not apply";
    case checked:
    case partly:
      break;
  }
  for (const int item : criterion.by) {
    if (item == 0) break;
    if (report.broken(item) > 0) return "not met";
    if (report.held(item) == 0) return "not checked";
  }
  return criterion.standing == partly ? "partly met" : "met";
}

std::string statement(const Report& report, const std::string& version, const std::string& day) {
  std::ostringstream text;
  text
      << "# Accessibility of AKTIV-dialog " << version << "\n\n"
      << "Made on " << day
      << " by `aktiv-kiosk audit --statement`, from the citizens' and mentors' screens that it has "
         "just looked at. It holds for the kiosk program; the case file is a web page and has its "
         "own. Not a certificate: nobody outside this project has examined it.\n\n";
  std::map<std::string, int> count;
  for (const Criterion& criterion : all) ++count[verdict(criterion, report)];
  const char* before = "";
  for (const auto& [standing, many] : count) {
    text << before << many << ' ' << standing;
    before = ", ";
  }
  text << ".\n\n| Criterion | What it asks | Standing | Seen by the audit's items | |\n"
       << "|---|---|---|---|---|\n";
  for (const Criterion& criterion : all)
    text << "| " << criterion.source << " | " << criterion.title << " | "
         << verdict(criterion, report) << " | " << items_of(criterion, report) << " | "
         << criterion.note << " |\n";
  text << "\n## The audit's items\n\n| | What is right | Held | Broken |\n|---|---|---|---|\n";
  for (const Item& item : items) {
    text << "| " << item.number << " | " << item.claim << " | ";
    if (item.means == Means::hardware)
      text << "on the kiosk itself | |\n";
    else
      text << report.held(item.number) << " | " << report.broken(item.number) << " |\n";
  }
  return text.str();
}

}  // namespace aktiv::audit
