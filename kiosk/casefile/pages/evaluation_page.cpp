#include "kiosk/casefile/pages/evaluation_page.h"

#include <algorithm>
#include <array>
#include <set>

#include "dialogue/insight/evaluation.h"

namespace aktiv::casefile {
namespace {

std::string year_of(const EvaluationBatch& batch) {
  return batch.until.substr(0, 4);
}

Html header_cell(const Html& words) {
  return element("th", {{"scope", "col"}}, words);
}
Html number_header(const Html& words) {
  return element("th", {{"scope", "col"}, {"class", "number"}}, words);
}
Html number_cell(int number) {
  return element("td", {{"class", "number"}}, text(std::to_string(number)));
}

std::string percent(int share) {
  return std::to_string(share) + " %";
}

Html question_cell(const Words& words, const std::string& question) {
  return element("th", {{"scope", "row"}}, words("evaluation.q." + question));
}

// The steps by their cards' own words, highest first.
std::vector<std::string> step_labels(const Words& words, int steps) {
  const char* deck = steps == 5 ? "degree5" : "degree3";
  std::vector<std::pair<int, std::string>> named;
  for (const Card& card : words.content().deck(deck)->cards)
    named.emplace_back(card.value, words.card(card.ref));
  std::ranges::sort(named, std::greater<>{});
  std::vector<std::string> labels;
  for (auto& [value, label] : named) labels.push_back(std::move(label));
  return labels;
}

Html scale_head(const Words& words, int steps) {
  Html cells = header_cell(words("evaluation.question"));
  if (steps == 5) cells += header_cell(words("evaluation.share"));
  cells += number_header(words("evaluation.answered"));
  for (const auto& label : step_labels(words, steps)) cells += number_header(text(label));
  cells +=
      number_header(words("evaluation.dont_know")) + number_header(words("evaluation.skipped"));
  return element("thead", element("tr", cells));
}

Html scale_row(const Words& words, const QuestionLine& line, int steps) {
  Html cells = question_cell(words, line.question);
  if (line.is_hidden) {
    const std::string width = std::to_string(steps == 5 ? steps + 4 : steps + 3);
    cells += element("td", {{"colspan", width}}, words("evaluation.hidden"));
    return element("tr", cells);
  }
  if (steps == 5)
    cells += element("td", {{"class", "share"}},
                     element("strong", text(percent(line.share))) + share_bar(line.share, 100));
  cells += number_cell(line.answered);
  for (size_t step = line.steps.size(); step > 0; --step)
    cells += number_cell(line.steps[step - 1]);
  return element("tr", cells + number_cell(line.dont_know) + number_cell(line.skipped));
}

Html scale_card(const Words& words, const ScaleReport& report) {
  const std::string id = report.steps == 5 ? "five" : "three";
  const Html title = words("evaluation." + id + ".title");
  if (report.is_hidden) return card(id, title, paragraph(words("evaluation.hidden")));
  if (report.people == 0) return {};
  Html rows;
  for (const QuestionLine& line : report.lines) rows += scale_row(words, line, report.steps);
  const Html caption =
      element("caption",
              text(words.filled("evaluation.people", {{"count", std::to_string(report.people)}})));
  const Html table =
      element("table", caption + scale_head(words, report.steps) + element("tbody", rows));
  return card(id, title, paragraph(words("evaluation." + id + ".about")) + wide(id, table));
}

// Whether the side on which the best stood has led anybody's hand.
Html direction_card(const Words& words, const SplitReport& split) {
  const Html title = words("evaluation.direction.title");
  if (split.is_hidden) return card("direction", title, paragraph(words("evaluation.hidden")));
  if (split.best_left.people == 0 || split.best_right.people == 0) return {};
  Html rows;
  for (size_t at = 0; at < split.best_left.lines.size(); ++at) {
    Html cells = question_cell(words, split.best_left.lines[at].question);
    for (const ScaleReport* side : {&split.best_left, &split.best_right}) {
      const QuestionLine& line = side->lines[at];
      cells +=
          element("td", line.is_hidden ? words("evaluation.hidden") : text(percent(line.share)));
    }
    rows += element("tr", cells);
  }
  const auto count = [](const ScaleReport& side) { return std::to_string(side.people); };
  const Html head = element(
      "thead",
      element("tr", header_cell(words("evaluation.question")) +
                        header_cell(text(words.filled("evaluation.direction.left",
                                                      {{"count", count(split.best_left)}}))) +
                        header_cell(text(words.filled("evaluation.direction.right",
                                                      {{"count", count(split.best_right)}})))));
  const Html caption = element("caption", words("evaluation.share"));
  return card("direction", title,
              paragraph(words("evaluation.direction.about")) +
                  wide("direction", element("table", caption + head + element("tbody", rows))));
}

Html texts_card(const Words& words, const std::string& kind, const std::vector<std::string>& said) {
  if (said.empty()) return {};
  Html items;
  for (const auto& one : said) items += element("li", text(one));
  return card(
      kind, words("evaluation." + kind + ".title"),
      paragraph(words("evaluation.texts_about")) + element("ul", {{"class", "said"}}, items));
}

Html year_links(const Words& words, const std::vector<std::string>& years,
                const std::string& shown) {
  if (years.size() < 2) return {};
  Html links;
  for (const auto& year : years)
    links += element("li", year == shown
                               ? element("span", {{"aria-current", "true"}}, text(year))
                               : element("a", {{"href", "/evaluation?year=" + year}}, text(year)));
  return element("nav", {{"aria-label", words.plain("evaluation.years")}},
                 element("ul", {{"class", "languages"}}, links));
}

struct Year {
  std::vector<AnswerSet> sets;
  std::vector<std::string> good;
  std::vector<std::string> better;
};

// Texts of several batches by their letters: an order that tells nothing.
Year gathered(const std::vector<EvaluationBatch>& batches, const std::string& year) {
  Year all;
  for (const EvaluationBatch& batch : batches) {
    if (year_of(batch) != year) continue;
    all.sets.insert(all.sets.end(), batch.sets.begin(), batch.sets.end());
    all.good.insert(all.good.end(), batch.good.begin(), batch.good.end());
    all.better.insert(all.better.end(), batch.better.begin(), batch.better.end());
  }
  std::ranges::sort(all.good);
  std::ranges::sort(all.better);
  return all;
}

}  // namespace

std::vector<std::string> years_of(const std::vector<EvaluationBatch>& batches) {
  std::set<std::string, std::greater<>> years;
  for (const EvaluationBatch& batch : batches) years.insert(year_of(batch));
  return {years.begin(), years.end()};
}

PageContent evaluation_page(const Visit& visit, const std::vector<EvaluationBatch>& batches,
                            const std::string& year) {
  const Words& words = visit.words;
  const auto years = years_of(batches);
  if (years.empty())
    return {words.plain("evaluation.title"), paragraph(words("evaluation.none")), {}, 200};
  const bool is_known = std::ranges::find(years, year) != years.end();
  const std::string shown = is_known ? year : years.front();
  const Year all = gathered(batches, shown);
  PageContent content{words.filled("evaluation.title_of", {{"year", shown}}), {}, {}, 200};
  content.main = year_links(words, years, shown) + paragraph(words("evaluation.about")) +
                 scale_card(words, evaluation_report(all.sets, 5)) +
                 direction_card(words, evaluation_by_direction(all.sets, 5)) +
                 scale_card(words, evaluation_report(all.sets, 3)) +
                 texts_card(words, "good", all.good) + texts_card(words, "better", all.better);
  return content;
}

}  // namespace aktiv::casefile
