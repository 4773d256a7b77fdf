#include "kiosk/casefile/pages/citizen/wish_cards.h"

#include "dialogue/content/phrases.h"

namespace aktiv::casefile {
namespace {

constexpr int wish_px = 44;

Html wish_line(const Words& words, const WishLine& line) {
  const std::string times = words.filled("wish.times", {{"wins", std::to_string(line.wins)},
                                                        {"offered", std::to_string(line.offered)}});
  return element("li", card_with_name(words, line.card, wish_px) +
                           share_bar(line.wins, line.offered) +
                           element("span", {{"class", "times"}}, text(times)));
}

// Nothing where it was said on one day only.
Html change_words(const Words& words, Change change) {
  switch (change) {
    case Change::unknown:
      return {};
    case Change::steady:
      return markup(" ") + words("wish.change.steady");
    case Change::perhaps:
      return markup(" ") + words("wish.change.perhaps");
    case Change::changed:
      return markup(" ") + words("wish.change.changed");
  }
  return {};
}

std::string address_of(const Person& person, const WishSource& source) {
  return "/citizens/" + person.id + "/sessions/" + source.submission.value;
}

Html paired_card(const Words& words, const Person& person, const PairedWishes& wishes) {
  Html list;
  for (const auto& line : wishes.lines) list += wish_line(words, line);
  Html content;
  if (wishes.is_without_order) content += paragraph(words("wish.without_order"));
  content += element(wishes.is_without_order ? "ul" : "ol", {{"class", "wishes"}}, list);
  if (!wishes.wish_way.empty()) content += paragraph(words("wish.way." + wishes.wish_way));
  return card("wishes", words("wish.title"),
              content + source_line(words, address_of(person, wishes.source), wishes.source));
}

Html sorted_card(const Words& words, const Person& person, const SortedWishes& wishes) {
  Html content;
  if (!wishes.favourites.empty())
    content += element("h3", words("like.favourites")) +
               card_list(words, wishes.favourites, wish_px, "ol");
  for (const auto& [place, cards] : wishes.places) {
    content += element("h3", text(words.label("like3." + place)));
    content += cards.empty() ? paragraph(words("like.no_cards"), "muted")
                             : card_list(words, cards, wish_px);
  }
  if (!wishes.uncertain.empty())
    content += element("h3", words("like.uncertain")) + card_list(words, wishes.uncertain, wish_px);
  return card("like", words("like.title"),
              content + source_line(words, address_of(person, wishes.source), wishes.source));
}

Html suggestions_card(const Words& words, const std::vector<CardRef>& suggestions) {
  if (suggestions.empty()) return {};
  return card("suggestions", words("suggest.title"),
              paragraph(words("suggest.explain")) + card_list(words, suggestions, wish_px));
}

const char* key_of(Present present) {
  switch (present) {
    case Present::nobody:
      return "present.nobody";
    case Present::mentor:
      return "present.mentor";
    case Present::staff:
      return "present.staff";
    case Present::relative:
      return "present.relative";
  }
  return "";
}

}  // namespace

Html card_with_name(const Words& words, const CardRef& card, int size_px) {
  return element("span", {{"class", "named"}},
                 picture(card.text(), size_px) + text(words.card(card)));
}

Html source_line(const Words& words, const std::string& address, const WishSource& source) {
  const std::string origin = words.filled(
      "wish.source", {{"tool", words.tool(source.tool)}, {"day", words.day(source.at_ms)}});
  Html sure;
  if (source.certainty)
    sure = element("strong", text(cap(words.certainty(*source.certainty)))) + markup(". ");
  return paragraph(sure + words(source.is_confirmed ? "wish.said_back" : "wish.not_said_back") +
                       markup(" ") + text(cap(pressed_words(words, source.pressed_by)) + ".") +
                       change_words(words, source.change) + markup(" ") +
                       element("a", {{"href", address}}, text(origin)),
                   "source") +
         flag_list(words, source.flags);
}

Html card_list(const Words& words, const std::vector<CardRef>& cards, int size_px,
               const char* kind) {
  Html list;
  for (const auto& one : cards) list += element("li", card_with_name(words, one, size_px));
  return element(kind, {{"class", "cards"}}, list);
}

std::string card_names(const Words& words, const std::vector<CardRef>& cards) {
  std::vector<std::string> names;
  for (const CardRef& card : cards) names.push_back(words.card(card));
  return words.listed(names);
}

std::string pressed_words(const Words& words, PressedBy pressed_by) {
  switch (pressed_by) {
    case PressedBy::citizen:
      return words.plain("pressed.citizen");
    case PressedBy::mentor_for_pointing:
      return words.plain("pressed.mentor");
    case PressedBy::partner_scanning:
      return words.plain("pressed.partner");
  }
  return "";
}

std::string present_words(const Words& words, const std::vector<Present>& present) {
  std::vector<std::string> names;
  for (const Present one : present) names.push_back(words.plain(key_of(one)));
  if (names.empty()) return words.plain("present.unknown");
  return words.listed(names);
}

std::string readers_words(const Words& words, const std::vector<std::string>& readers) {
  if (readers.empty()) return words.plain("shared.nobody");
  std::vector<std::string> names;
  for (const auto& reader : readers) names.push_back(words.label("people." + reader));
  return words.listed(names);
}

Html flag_list(const Words& words, const std::vector<Flag>& flags) {
  if (flags.empty()) return {};
  Html list;
  for (const Flag flag : flags) list += element("li", text(words.flag(flag)));
  return element("ul", {{"class", "flags"}}, list);
}

Html wish_cards(const Words& words, const Person& person, const Wishes& wishes) {
  Html cards;
  if (wishes.paired) cards += paired_card(words, person, *wishes.paired);
  if (wishes.sorted) cards += sorted_card(words, person, *wishes.sorted);
  if (!wishes.paired && !wishes.sorted)
    cards += card("wishes", words("wish.title"), paragraph(words("wish.none")));
  cards += suggestions_card(words, wishes.suggestions);
  return element("section", {{"aria-label", words.plain("said.title")}, {"class", "said"}}, cards);
}

}  // namespace aktiv::casefile
