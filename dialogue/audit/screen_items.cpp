#include "dialogue/audit/screen_items.h"

#include <algorithm>
#include <set>

#include "dialogue/audit/everyones_items.h"
#include "dialogue/content/sentences.h"
#include "dialogue/scene/geometry.h"

namespace aktiv::audit {
namespace {

constexpr int kMostOnAScreen = 12;  // the largest number any way offers

std::string size_text(const RectMm& rect) {
  return mm_text(rect.w) + " x " + mm_text(rect.h);
}

bool has_digit(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Licences have version numbers, and days have dates.
bool is_about(const Scene& scene) {
  return scene.id.starts_with("about") || scene.id == "choose_date";
}

// What is heard also stands somewhere on the screen, each sentence of it.
bool is_readable(const Scene& scene, const Utterance& said) {
  if (const Element* about = scene.find(said.about)) return !about->phrase.shown.empty();
  return std::ranges::all_of(sentences(said.text), [&](std::string_view sentence) {
    return can_be_read_in(scene.question.shown, sentence) ||
           can_be_read_in(scene.caption, sentence);
  });
}

void check_text(Report& report, const std::string& where, const PlacedText& text,
                const RectMm& around, const TextMeasure& measure, bool is_doubled) {
  if (text.text.empty()) return;
  check_letters(report, where, text.em);
  if (!is_doubled) return;
  const TextSize size = measure(text.text, text.em, text.weight, text.box.w);
  const bool is_whole = size.w <= text.box.w + rounding_mm && size.h <= text.box.h + rounding_mm &&
                        is_inside(text.box, around);
  report.expect(22, is_whole, where, [&] { return "\"" + text.text + "\" is cut"; });
}

// A row of letters is as wide as its alphabet has it. Where upright glass has no room for eleven
// full targets beside each other, a letter is higher instead: its area is not less than theirs.
bool is_narrow_letter(const Element& element, const RectMm& rect, const Sizes& sizes) {
  return element.role == Role::letter && rect.h >= sizes.default_target &&
         rect.w * rect.h >= sizes.default_target * sizes.default_target;
}

}  // namespace

void check_targets(Report& report, const std::string& name, const Scene& scene,
                   const Layout& layout) {
  const RectMm reach = reachable(layout.display);
  const double shorter = std::min(reach.w, reach.h);
  const Sizes& sizes = layout.display.sizes;
  // Larger text takes its room from the cards, down to 20 mm.
  const bool is_full_glass = shorter >= full_glass_mm && layout.display.text_scale <= 1;
  for (size_t i = 0; i < scene.elements.size(); ++i) {
    if (!is_target(scene.elements[i])) continue;
    const RectMm& rect = layout.elements[i].rect;
    const std::string where = name + " " + scene.elements[i].id.value;
    const double least = std::min(rect.w, rect.h) + rounding_mm;
    report.expect(1, least >= sizes.least_target, where, [&] { return size_text(rect); });
    if (is_full_glass && !is_narrow_letter(scene.elements[i], rect, sizes))
      report.expect(2, least >= sizes.default_target, where, [&] { return size_text(rect); });
    check_edge(report, where, rect, reach);
    for (size_t j = i + 1; j < scene.elements.size(); ++j) {
      if (!is_target(scene.elements[j])) continue;
      check_apart(report, where, rect, layout.elements[j].rect, scene.elements[j].id.value,
                  layout.display);
    }
  }
}

void check_words(Report& report, const std::string& name, const Scene& scene, const Layout& layout,
                 const TextMeasure& measure) {
  const bool is_doubled = layout.display.text_scale >= 2;
  const RectMm glass{0, 0, layout.display.width_mm(), layout.display.height_mm()};
  check_text(report, name + " question", layout.question, glass, measure, is_doubled);
  check_text(report, name + " caption", layout.caption, glass, measure, is_doubled);
  std::vector<std::pair<std::string, RectMm>> words = {{"question", layout.question.box},
                                                       {"caption", layout.caption.box}};
  for (const PlacedElement& placed : layout.elements) {
    check_text(report, name + " " + placed.id.value, placed.label, placed.rect, measure,
               is_doubled);
    if (!placed.label.text.empty()) words.push_back({placed.id.value, placed.label.box});
  }
  for (size_t i = 0; i < scene.elements.size(); ++i) {
    const RectMm& picture = layout.elements[i].picture;
    if (picture.w <= 0 || picture.h <= 0) continue;
    for (const auto& [whose, box] : words)
      report.expect(25, !lie_over_each_other(picture, box), name + " " + whose,
                    [&] { return "over the picture of " + scene.elements[i].id.value; });
  }
}

namespace {

void check_element(Report& report, const std::string& where, const Scene& scene,
                   const Element& element, bool has_words) {
  const bool is_chosen_from = is_target(element) && element.is_enabled;
  report.expect(18, is_chosen_from == (element.order > 0), where,
                [&] { return "scan order " + std::to_string(element.order); });
  if (!is_target(element)) return;
  const bool is_read_alone = !scene.listens_alone && element.role == Role::choice;
  if (!element.is_sealed && !is_read_alone)
    report.expect(27, !element.phrase.spoken.empty(), where, [] { return "nothing to hear"; });
  const bool is_answer = element.role == Role::choice || element.role == Role::place ||
                         element.role == Role::movable || element.role == Role::out;
  if (is_answer && !is_read_alone)
    report.expect(39,
                  !element.picture.empty() && (!element.phrase.shown.empty() || !has_words) &&
                      !element.phrase.spoken.empty(),
                  where, [] { return "picture, word or speech is missing"; });
  report.expect(41, is_about(scene) || !has_digit(element.phrase.shown), where,
                [&] { return "\"" + element.phrase.shown + "\""; });
}

// Each place in the scan is taken once, from the first to the last.
void check_scan(Report& report, const std::string& name, const Scene& scene) {
  std::set<int> orders;
  int targets = 0;
  for (const Element& element : scene.elements) {
    targets += is_target(element) && element.is_enabled;
    if (element.order > 0) orders.insert(element.order);
  }
  report.expect(18,
                static_cast<int>(orders.size()) == targets &&
                    (orders.empty() || (*orders.begin() == 1 && *orders.rbegin() == targets)),
                name, [] { return "the order has gaps or doubles"; });
}

void check_speech(Report& report, const std::string& name, const Scene& scene) {
  report.expect(28, scene.find(ElementId("speaker")) != nullptr, name,
                [] { return "nothing to hear again with"; });
  for (const Utterance& said : scene.speech) {
    if (scene.listens_alone)
      report.expect(32, is_readable(scene, said), name, [&] { return "\"" + said.text + "\""; });
    const Element* about = scene.find(said.about);
    report.expect(34, about == nullptr || !about->is_sealed, name,
                  [&] { return about->id.value + " is said"; });
  }
}

void check_question(Report& report, const std::string& name, const Scene& scene) {
  report.expect(38, !scene.question.shown.empty() || !scene.listens_alone, name,
                [] { return "no question"; });
  const auto marks = std::ranges::count(scene.question.shown, '?');
  report.expect(38, marks <= 1, name, [&] { return "\"" + scene.question.shown + "\""; });
  report.expect(41,
                is_about(scene) || (!has_digit(scene.question.shown) && !has_digit(scene.caption)),
                name, [&] { return "\"" + scene.question.shown + "\""; });
}

}  // namespace

void check_scene(Report& report, const std::string& name, const Scene& scene,
                 const std::string& language, int most_a_page, bool has_words) {
  for (const Element& element : scene.elements)
    check_element(report, name + " " + element.id.value, scene, element, has_words);
  check_scan(report, name, scene);
  check_speech(report, name, scene);
  check_question(report, name, scene);
  // Before signing in there is nothing to pause, and a calm screen is the pause itself.
  if (scene.find(ElementId("fixed:stop")) != nullptr)
    report.expect(30, scene.find(ElementId("fixed:pause")) != nullptr, name,
                  [] { return "no pause"; });
  report.expect(31, scene.language == language, name, [&] { return scene.language; });
  const auto choices = std::ranges::count(scene.elements, Role::choice, &Element::role);
  const int most = most_a_page > 0 ? most_a_page : kMostOnAScreen;
  report.expect(36, choices <= most, name, [&] { return std::to_string(choices) + " choices"; });
}

}  // namespace aktiv::audit
