#include "dialogue/model/words.h"

#include <array>
#include <utility>

namespace aktiv {
namespace {

template <class Enum, size_t N>
using Table = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Table<Choice, 9> kChoices{{{Choice::card, "card"},
                                     {Choice::place, "place"},
                                     {Choice::none, "none"},
                                     {Choice::dont_know, "dont_know"},
                                     {Choice::unknown, "unknown"},
                                     {Choice::skipped, "skipped"},
                                     {Choice::both, "both"},
                                     {Choice::words, "words"},
                                     {Choice::date, "date"}}};
constexpr Table<PressedBy, 3> kPressedBy{{{PressedBy::citizen, "citizen"},
                                          {PressedBy::mentor_for_pointing, "mentor_for_pointing"},
                                          {PressedBy::partner_scanning, "partner_scanning"}}};
constexpr Table<Present, 4> kPresent{{{Present::nobody, "nobody"},
                                      {Present::mentor, "mentor"},
                                      {Present::staff, "staff"},
                                      {Present::relative, "relative"}}};
constexpr Table<Certainty, 4> kCertainty{{{Certainty::tentative, "tentative"},
                                          {Certainty::repeated, "repeated"},
                                          {Certainty::tried, "tried"},
                                          {Certainty::uncertain, "uncertain"}}};
constexpr Table<Flag, 11> kFlags{{{Flag::side_habit, "side_habit"},
                                  {Flag::last_heard_habit, "last_heard_habit"},
                                  {Flag::mirror_remark, "mirror_remark"},
                                  {Flag::mirror_disagrees, "mirror_disagrees"},
                                  {Flag::same_throughout, "same_throughout"},
                                  {Flag::card_moved_far, "card_moved_far"},
                                  {Flag::half_a_set, "half_a_set"},
                                  {Flag::three_dont_know, "three_dont_know"},
                                  {Flag::perhaps_side_habit, "perhaps_side_habit"},
                                  {Flag::one_row, "one_row"},
                                  {Flag::asked_again_differs, "asked_again_differs"}}};
constexpr Table<WrittenBy, 2> kWrittenBy{
    {{WrittenBy::citizen, "citizen"}, {WrittenBy::mentor, "mentor"}}};
constexpr Table<SeenIn, 2> kSeenIn{
    {{SeenIn::conversation, "conversation"}, {SeenIn::practice, "practice"}}};
constexpr Table<GoalKind, 4> kGoalKinds{{{GoalKind::undecided, "undecided"},
                                         {GoalKind::develop, "develop"},
                                         {GoalKind::keep, "keep"},
                                         {GoalKind::limit_loss, "limit_loss"}}};

constexpr Table<OperatedBy, 5> kOperatedBy{{{OperatedBy::touch, "touch"},
                                            {OperatedBy::staying, "staying"},
                                            {OperatedBy::one_switch, "one_switch"},
                                            {OperatedBy::two_switches, "two_switches"},
                                            {OperatedBy::held_switch, "held_switch"}}};
constexpr Table<ScanBy, 3> kScanBy{
    {{ScanBy::one_by_one, "one_by_one"}, {ScanBy::lines, "lines"}, {ScanBy::groups, "groups"}}};

constexpr Table<Palette, 3> kPalettes{
    {{Palette::light, "light"}, {Palette::dark, "dark"}, {Palette::contrast, "contrast"}}};
constexpr Table<Reach, 4> kReaches{
    {{Reach::whole, "whole"}, {Reach::low, "low"}, {Reach::left, "left"}, {Reach::right, "right"}}};
constexpr Table<Timbre, 3> kTimbres{
    {{Timbre::plain, "plain"}, {Timbre::lighter, "lighter"}, {Timbre::deeper, "deeper"}}};

template <class Enum, size_t N>
std::string_view find_word(const Table<Enum, N>& table, Enum wanted) {
  for (const auto& [value, text] : table)
    if (value == wanted) return text;
  return {};
}

template <class Enum, size_t N>
std::optional<Enum> find_value(const Table<Enum, N>& table, std::string_view wanted) {
  for (const auto& [value, text] : table)
    if (text == wanted) return value;
  return std::nullopt;
}

}  // namespace

std::string_view word(Choice choice) {
  return find_word(kChoices, choice);
}
std::string_view word(PressedBy pressed_by) {
  return find_word(kPressedBy, pressed_by);
}
std::string_view word(Present present) {
  return find_word(kPresent, present);
}
std::string_view word(Certainty certainty) {
  return find_word(kCertainty, certainty);
}
std::string_view word(Flag flag) {
  return find_word(kFlags, flag);
}
std::string_view word(WrittenBy written_by) {
  return find_word(kWrittenBy, written_by);
}
std::string_view word(SeenIn seen_in) {
  return find_word(kSeenIn, seen_in);
}
std::string_view word(GoalKind kind) {
  return find_word(kGoalKinds, kind);
}
std::string_view word(OperatedBy operated_by) {
  return find_word(kOperatedBy, operated_by);
}
std::string_view word(ScanBy scan_by) {
  return find_word(kScanBy, scan_by);
}
std::string_view word(Palette palette) {
  return find_word(kPalettes, palette);
}
std::string_view word(Reach reach) {
  return find_word(kReaches, reach);
}
std::string_view word(Timbre timbre) {
  return find_word(kTimbres, timbre);
}

template <>
std::optional<Choice> from_word<Choice>(std::string_view text) {
  return find_value(kChoices, text);
}
template <>
std::optional<PressedBy> from_word<PressedBy>(std::string_view text) {
  return find_value(kPressedBy, text);
}
template <>
std::optional<Present> from_word<Present>(std::string_view text) {
  return find_value(kPresent, text);
}
template <>
std::optional<Certainty> from_word<Certainty>(std::string_view text) {
  return find_value(kCertainty, text);
}
template <>
std::optional<Flag> from_word<Flag>(std::string_view text) {
  return find_value(kFlags, text);
}
template <>
std::optional<WrittenBy> from_word<WrittenBy>(std::string_view text) {
  return find_value(kWrittenBy, text);
}
template <>
std::optional<SeenIn> from_word<SeenIn>(std::string_view text) {
  return find_value(kSeenIn, text);
}
template <>
std::optional<OperatedBy> from_word<OperatedBy>(std::string_view text) {
  return find_value(kOperatedBy, text);
}
template <>
std::optional<ScanBy> from_word<ScanBy>(std::string_view text) {
  return find_value(kScanBy, text);
}
template <>
std::optional<Palette> from_word<Palette>(std::string_view text) {
  return find_value(kPalettes, text);
}
template <>
std::optional<Reach> from_word<Reach>(std::string_view text) {
  return find_value(kReaches, text);
}
template <>
std::optional<Timbre> from_word<Timbre>(std::string_view text) {
  return find_value(kTimbres, text);
}
template <>
std::optional<GoalKind> from_word<GoalKind>(std::string_view text) {
  return find_value(kGoalKinds, text);
}

}  // namespace aktiv
