// The table of sorted cards as it is seen afterwards: favourites on top, below them the places as
// columns in which nothing can be put any more. The tiles are laid by who knows where they lie.
// Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/engine/question.h"
#include "dialogue/model/submission.h"

namespace aktiv {

inline void lay_table(Question& question, const std::vector<CardFinding>& cards,
                      const std::vector<std::string>& places) {
  for (const CardFinding& finding : cards)
    if (finding.favourite > 0) question.options.push_back(card_option(finding.card, Role::picture));
  for (const std::string& place : places) {
    Option column = place_option("like3", place);
    column.role = Role::picture;
    question.options.push_back(std::move(column));
  }
}

}  // namespace aktiv
