// What changes while a scene stands: where the finger is, what is being said, where the scan is.
// Never part of the conversation, never kept. Value.
#pragma once

#include <optional>
#include <vector>

#include "dialogue/model/ids.h"

namespace aktiv::ui {

// The word now heard: which of the scene's utterances, and which of its words.
struct LitWord {
  size_t utterance = 0;
  size_t word = 0;

  bool operator==(const LitWord&) const = default;
};

struct UiState {
  ElementId pressed;               // under the finger
  ElementId lit;                   // being named by the voice
  ElementId focus;                 // where the keyboard is
  std::vector<ElementId> scanned;  // where the scan is: one thing, or a line or group of them
  ElementId filling;               // about to be chosen, by holding or staying …
  int twelfths = 0;                // … and how much of its ring is full
  ElementId dragged;               // moves with the finger …
  double dragged_x_px = 0;         // … its left upper corner here
  double dragged_y_px = 0;
  std::optional<LitWord> word;

  bool operator==(const UiState&) const = default;
};

}  // namespace aktiv::ui
