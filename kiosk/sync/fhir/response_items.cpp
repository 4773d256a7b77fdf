// The QuestionnaireResponse: every question as it was met, in the order in which it was met.
#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/links.h"
#include "kiosk/sync/fhir/names.h"
#include "kiosk/sync/fhir/places.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

template <class Enum>
void write_code(ItemWriter& items, const char* link, std::string_view system, Enum value,
                const char* key_before) {
  const std::string code(code_of(value));
  items.code(link, system, code, key_before + code);
}

ItemWriter session_items(const Submission& submission, const Lookup& texts, size_t record_parts) {
  ItemWriter items(texts);
  items.text(links::conversation, submission.conversation.value);
  items.integer(links::way, submission.way);
  items.code(links::layout, systems::layout, submission.layout, "");
  items.code(links::scale, systems::scale, submission.scale_direction, "");
  items.instant(links::started, submission.started_ms);
  items.code(links::pressed_by, systems::pressed_by, std::string(code_of(submission.pressed_by)),
             std::string(words_of(submission.pressed_by)));
  items.codes(links::present, systems::present, codes_of(submission.present), "staff.present.");
  items.text(links::started_by, submission.started_by.value);
  items.codes(links::readers, systems::reader, submission.readers, "people.", ".label");
  items.boolean(links::said_back, submission.is_confirmed);
  items.integer(links::record_parts, static_cast<int>(record_parts));
  return items;
}

// Letter by letter as it came. A drawing is its strokes; of a recording its id and length, for its
// sound is no answer's text.
ItemWriter own_items(const OwnWords& own, const Lookup& texts) {
  ItemWriter items(texts);
  items.text(links::own_text, own.text);
  write_code(items, links::own_written_by, systems::written_by, own.written_by, "casefile.own.by_");
  items.text(links::own_clip, own.clip);
  items.integer(links::own_clip_ms, own.clip_ms);
  items.text(links::own_drawing, own.drawing);
  return items;
}

ItemWriter answer_items(const AnswerRecord& answer, const Lookup& texts) {
  ItemWriter items(texts);
  items.integer(links::number, answer.number);
  items.code(links::question, systems::question, answer.question, answer.question + ".shown");
  items.cards(links::shown, answer.shown);
  items.codes(links::places, systems::place, answer.places,
              [&](const std::string& place) { return key_of_place(place, answer.places, texts); });
  items.card(links::spoken_first, answer.spoken_first);
  write_code(items, links::choice, systems::choice, answer.choice, "casefile.choice.");
  items.card(links::card, answer.card);
  items.code(links::place, systems::place, answer.place,
             key_of_place(answer.place, answer.places, texts));
  items.boolean(links::is_mirror, answer.is_mirror);
  items.boolean(links::is_repeat, answer.is_repeat);
  items.integer(links::moved, answer.moved);
  items.boolean(links::is_confirmed, answer.is_confirmed);
  items.instant(links::time, answer.at_ms);
  if (answer.own != OwnWords{}) items.group(links::own, own_items(answer.own, texts));
  items.date(links::date, answer.date);
  if (answer.suggestion != Suggestion()) {
    ItemWriter put(texts);
    put.text(links::suggestion_id, answer.suggestion.id);
    put.text(links::suggestion_words, answer.suggestion.words);
    items.group(links::suggestion, std::move(put));
  }
  return items;
}

// The places beside which the card was placed: what "midt" means depends on them.
std::vector<std::string> places_beside(const Submission& submission, const CardFinding& finding,
                                       const std::string& question) {
  for (const auto& answer : submission.answers) {
    const bool is_asked =
        question.empty() ? answer.place == finding.place : answer.question == question;
    if (is_asked && answer.card == finding.card && !answer.places.empty()) return answer.places;
  }
  return {};
}

ItemWriter placed_items(const Submission& submission, const CardFinding& finding,
                        const std::string& question, const std::string& place,
                        const Lookup& texts) {
  ItemWriter items(texts);
  items.code(links::placed_question, systems::question, question, question + ".shown");
  items.code(links::placed_place, systems::place, place,
             key_of_place(place, places_beside(submission, finding, question), texts));
  return items;
}

ItemWriter finding_items(const Submission& submission, const CardFinding& finding,
                         const Lookup& texts) {
  ItemWriter items(texts);
  items.card(links::finding_card, finding.card);
  items.integer(links::wins, finding.wins);
  items.integer(links::offered, finding.offered);
  items.code(links::finding_place, systems::place, finding.place,
             key_of_place(finding.place, places_beside(submission, finding, ""), texts));
  items.integer(links::favourite, finding.favourite);
  items.boolean(links::is_unknown, finding.is_unknown);
  items.boolean(links::is_uncertain, finding.is_uncertain);
  for (const auto& [question, place] : finding.places) {
    items.group(links::placed, placed_items(submission, finding, question, place, texts));
  }
  items.codes(links::chosen_in, systems::question, finding.chosen_in,
              [](const std::string& question) { return question + ".shown"; });
  return items;
}

std::vector<std::string> codes_of(const std::vector<Flag>& flags) {
  std::vector<std::string> codes;
  for (const Flag flag : flags) codes.emplace_back(code_of(flag));
  return codes;
}

ItemWriter findings_items(const Submission& submission, const Lookup& texts) {
  const Findings& findings = submission.findings;
  ItemWriter items(texts);
  for (const auto& finding : findings.cards) {
    items.group(links::finding, finding_items(submission, finding, texts));
  }
  for (const auto& tied : findings.ranking) {
    ItemWriter rank(texts);
    rank.cards(links::rank_cards, tied);
    items.group(links::rank, std::move(rank));
  }
  items.boolean(links::ranking_is_hidden, findings.ranking_is_hidden);
  items.integer(links::mirror_pairs, findings.mirror_pairs);
  items.integer(links::mirror_same, findings.mirror_same);
  items.integer(links::same_side_most, findings.same_side_most);
  items.integer(links::sides_counted, findings.sides_counted);
  items.integer(links::last_heard, findings.last_heard);
  items.codes(links::flags, systems::flag, codes_of(findings.flags), "flag.");
  items.cards(links::suggestions, findings.suggestions);
  items.code(links::wish_way, systems::wish_way, findings.wish_way, "");
  write_code(items, links::certainty, systems::certainty, findings.certainty, "certainty.");
  return items;
}

ItemWriter all_items(const Submission& submission, const Lookup& texts, size_t record_parts) {
  ItemWriter items(texts);
  items.group(links::session, session_items(submission, texts, record_parts));
  for (const auto& answer : submission.answers) {
    items.group(links::answer, answer_items(answer, texts),
                items.shown(answer.question + ".shown"));
  }
  items.group(links::findings, findings_items(submission, texts));
  return items;
}

}  // namespace

std::vector<std::string> codes_of(const std::vector<Present>& present) {
  std::vector<std::string> codes;
  for (const Present who : present) codes.emplace_back(code_of(who));
  return codes;
}

Result<Json> response_resource(const Submission& submission, const SendContext& context,
                               size_t record_parts) {
  const auto authored = to_instant(submission.finished_ms);
  if (!authored)
    return Fault{"a time that FHIR cannot write", "finished_ms", "a year from 1 to 9999"};
  ItemWriter items = all_items(submission, context.text, record_parts);
  if (items.fault()) return *items.fault();

  const auto citizen = citizen_reference(context.patient, submission.citizen);
  Json resource{{"resourceType", "QuestionnaireResponse"},
                {"identifier", key_of(submission.id.value, response_role).identifier()},
                {"questionnaire", std::string(systems::questionnaire) + submission.tool.value +
                                      "|" + std::to_string(submission.definition_version)},
                {"status", "completed"},
                {"subject", citizen},
                {"source", citizen},  // whoever pressed: the choice is the citizen's
                {"authored", *authored},
                {"item", items.take()}};
  if (!submission.language.empty()) resource["language"] = submission.language;
  if (!context.kiosk.empty()) {
    resource["author"] = logical_reference("Device", systems::kiosk, context.kiosk);
  }
  return resource;
}

}  // namespace aktiv::fhir
