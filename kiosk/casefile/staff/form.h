// The forms in which staff write, as content says them (assets/casefile/forms.toml). Values; pure
// but for reading the file; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

enum class FieldKind { line, lines, day, choice, card };

struct FormField {
  std::string id;
  FieldKind kind = FieldKind::line;
  std::vector<std::string> choices;  // of a choice
  std::string deck;                  // of a card: its id alone is kept
  bool is_must = false;              // without it nothing is kept
  bool is_asked = true;              // false: only shown, where it was written once
  int most_words = 0;                // of a line that a citizen hears; 0: as many as fit
  bool is_found_by = false;          // of a day: records of one day are found by it

  bool has_choice(std::string_view choice) const;
};

struct Form {
  std::string id;  // "note", "follow_up"
  int version = 1;
  std::vector<FormField> fields;   // in order
  bool is_by_hand = true;          // false: written by the program alone
  bool is_for_day_centre = false;  // its staff write it, too

  const FormField* field(std::string_view wanted) const;
};

class Forms {
 public:
  Forms() = default;
  explicit Forms(std::vector<Form> all) : all_(std::move(all)) {}
  const Form* find(std::string_view id) const;
  const std::vector<Form>& all() const { return all_; }

 private:
  std::vector<Form> all_;
};

// From TOML text; `name` is what a fault points at.
Result<Forms> parse_forms(const std::string& toml, const std::string& name);
// share/casefile/forms.toml
Result<Forms> read_forms(const std::string& share);

// Limits of what is written, in bytes of UTF-8.
size_t longest(FieldKind kind);

}  // namespace aktiv::casefile
