#include "kiosk/sync/fhir/names.h"

namespace aktiv::fhir {
namespace {

template <class Enum>
constexpr Enum last = Enum{};
template <>
constexpr Choice last<Choice> = Choice::date;
template <>
constexpr PressedBy last<PressedBy> = PressedBy::partner_scanning;
template <>
constexpr Present last<Present> = Present::relative;
template <>
constexpr Certainty last<Certainty> = Certainty::uncertain;
template <>
constexpr Flag last<Flag> = Flag::asked_again_differs;
template <>
constexpr WrittenBy last<WrittenBy> = WrittenBy::mentor;
template <>
constexpr SeenIn last<SeenIn> = SeenIn::practice;
template <>
constexpr GoalKind last<GoalKind> = GoalKind::limit_loss;

}  // namespace

std::string_view code_of(Choice choice) {
  switch (choice) {
    case Choice::card:
      return "card";
    case Choice::place:
      return "place";
    case Choice::none:
      return "none";
    case Choice::dont_know:
      return "dont_know";
    case Choice::unknown:
      return "unknown";
    case Choice::skipped:
      return "skipped";
    case Choice::both:
      return "both";
    case Choice::words:
      return "words";
    case Choice::date:
      return "date";
  }
  return {};
}

std::string_view code_of(PressedBy pressed_by) {
  switch (pressed_by) {
    case PressedBy::citizen:
      return "citizen";
    case PressedBy::mentor_for_pointing:
      return "mentor_for_pointing";
    case PressedBy::partner_scanning:
      return "partner_scanning";
  }
  return {};
}

std::string_view words_of(PressedBy pressed_by) {
  switch (pressed_by) {
    case PressedBy::citizen:
      return "staff.pressed.citizen";
    case PressedBy::mentor_for_pointing:
      return "staff.pressed.pointing";
    case PressedBy::partner_scanning:
      return "staff.pressed.scanning";
  }
  return {};
}

std::string_view code_of(Present present) {
  switch (present) {
    case Present::nobody:
      return "nobody";
    case Present::mentor:
      return "mentor";
    case Present::staff:
      return "staff";
    case Present::relative:
      return "relative";
  }
  return {};
}

std::string_view code_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::tentative:
      return "tentative";
    case Certainty::repeated:
      return "repeated";
    case Certainty::tried:
      return "tried";
    case Certainty::uncertain:
      return "uncertain";
  }
  return {};
}

std::string_view code_of(Flag flag) {
  switch (flag) {
    case Flag::side_habit:
      return "side_habit";
    case Flag::last_heard_habit:
      return "last_heard_habit";
    case Flag::mirror_remark:
      return "mirror_remark";
    case Flag::mirror_disagrees:
      return "mirror_disagrees";
    case Flag::same_throughout:
      return "same_throughout";
    case Flag::card_moved_far:
      return "card_moved_far";
    case Flag::half_a_set:
      return "half_a_set";
    case Flag::three_dont_know:
      return "three_dont_know";
    case Flag::perhaps_side_habit:
      return "perhaps_side_habit";
    case Flag::one_row:
      return "one_row";
    case Flag::asked_again_differs:
      return "asked_again_differs";
  }
  return {};
}

std::string_view code_of(WrittenBy written_by) {
  switch (written_by) {
    case WrittenBy::citizen:
      return "citizen";
    case WrittenBy::mentor:
      return "mentor";
  }
  return {};
}

std::string_view code_of(SeenIn seen_in) {
  switch (seen_in) {
    case SeenIn::conversation:
      return "conversation";
    case SeenIn::practice:
      return "practice";
  }
  return {};
}

std::string_view code_of(GoalKind kind) {
  switch (kind) {
    case GoalKind::undecided:
      return "undecided";
    case GoalKind::develop:
      return "develop";
    case GoalKind::keep:
      return "keep";
    case GoalKind::limit_loss:
      return "limit_loss";
  }
  return {};
}

template <class Enum>
std::optional<Enum> from_code(std::string_view code) {
  for (int i = 0; i <= static_cast<int>(last<Enum>); ++i) {
    if (code_of(static_cast<Enum>(i)) == code) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template std::optional<Choice> from_code<Choice>(std::string_view);
template std::optional<PressedBy> from_code<PressedBy>(std::string_view);
template std::optional<Present> from_code<Present>(std::string_view);
template std::optional<Certainty> from_code<Certainty>(std::string_view);
template std::optional<Flag> from_code<Flag>(std::string_view);
template std::optional<WrittenBy> from_code<WrittenBy>(std::string_view);
template std::optional<SeenIn> from_code<SeenIn>(std::string_view);
template std::optional<GoalKind> from_code<GoalKind>(std::string_view);

}  // namespace aktiv::fhir
