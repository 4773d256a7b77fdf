#include "kiosk/casefile/readings/packed.h"

#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

#include "kiosk/casefile/readings/compact_archive.h"

// cereal finds these by the namespace of what they pack. Each takes its value apart by name, so
// that a member that is added and not packed does not compile.
namespace aktiv {

template <class Archive, class Tag>
std::string save_minimal(const Archive&, const Id<Tag>& id) {
  return id.value;
}
template <class Archive, class Tag>
void load_minimal(const Archive&, Id<Tag>& id, const std::string& value) {
  id.value = value;
}

template <class Archive>
void serialize(Archive& archive, CardRef& card) {
  auto& [list, id] = card;
  archive(list, id);
}

template <class Archive>
void serialize(Archive& archive, OwnWords& own) {
  auto& [text, written_by, clip, clip_ms, drawing] = own;
  bool is_said = own != OwnWords();  // seldom
  archive.bits(is_said);
  if (is_said) archive(text, written_by, clip, clip_ms, drawing);
}

template <class Archive>
void serialize(Archive& archive, Suggestion& suggestion) {
  auto& [id, words] = suggestion;
  archive(id, words);
}

template <class Archive>
void serialize(Archive& archive, AnswerRecord& answer) {
  auto& [number, question, shown, places, spoken_first, choice, card, place, is_mirror, is_repeat,
         moved, is_confirmed, at_ms, own, date, suggestion] = answer;
  archive(number, question, shown, places, spoken_first, choice, card, place, moved, own, date);
  bool is_suggested = suggestion != Suggestion();  // seldom
  archive.bits(is_mirror, is_repeat, is_confirmed, is_suggested);
  if (is_suggested) archive(suggestion);
  archive.moment(at_ms);
}

template <class Archive>
void serialize(Archive& archive, CardFinding& finding) {
  auto& [card, wins, offered, place, favourite, is_unknown, is_uncertain, places, chosen_in] =
      finding;
  archive(card, wins, offered, place, favourite, places, chosen_in);
  archive.bits(is_unknown, is_uncertain);
}

template <class Archive>
void serialize(Archive& archive, Findings& findings) {
  auto& [cards, ranking, ranking_is_hidden, mirror_pairs, mirror_same, same_side_most,
         sides_counted, last_heard, flags, suggestions, wish_way, certainty] = findings;
  archive(cards, ranking, ranking_is_hidden, mirror_pairs, mirror_same, same_side_most,
          sides_counted, last_heard, flags, suggestions, wish_way, certainty);
}

// Without its session record.
template <class Archive>
void serialize(Archive& archive, Submission& said) {
  [[maybe_unused]] auto& [id, conversation, citizen, tool, definition_version, way, language,
                          layout, scale_direction, started_ms, finished_ms, pressed_by, present,
                          started_by, answers, findings, is_confirmed, readers, session_record] =
      said;
  archive(id, conversation, citizen, tool, definition_version, way, language, layout,
          scale_direction, pressed_by, present, started_by);
  archive.moment(started_ms);
  archive.moment(finished_ms);
  archive(answers, findings, is_confirmed, readers);
}

template <class Archive>
void serialize(Archive& archive, GoalPlan& plan) {
  auto& [goal, specific, measurable, realistic, time_bound, kind, intervention_goal, steps] = plan;
  archive(goal, specific, measurable, realistic, time_bound, kind, intervention_goal, steps);
}

template <class Archive>
void serialize(Archive& archive, Observation& observation) {
  auto& [id, conversation, citizen, mentor, pressed_by, present, seen, at_ms, seen_in, plan,
         suggestions] = observation;
  archive(id, conversation, citizen, mentor, pressed_by, present, seen, at_ms, seen_in, plan,
          suggestions);
}

}  // namespace aktiv

namespace aktiv::casefile {

std::string packed(const fhir::KeptResponse& response) {
  std::string bytes;
  CompactOutput archive(bytes);
  archive(response);
  return bytes;
}

std::optional<fhir::KeptResponse> unpacked(std::string_view bytes) {
  CompactInput archive(bytes);
  try {
    fhir::KeptResponse response;
    archive(response);
    if (archive.is_at_end()) return response;
  } catch (const CompactFault&) {
  } catch (const cereal::Exception&) {
  }
  return std::nullopt;
}

}  // namespace aktiv::casefile
