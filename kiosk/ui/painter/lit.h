// Where on the screen the word stands that is now heard. Pure.
#pragma once

#include <optional>

#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"
#include "kiosk/ui/painter/ui_state.h"

namespace aktiv::ui {

struct LitSpot {
  enum class Where { nowhere, question, caption, element };
  Where where = Where::nowhere;
  size_t element = 0;
  size_t word = 0;

  bool operator==(const LitSpot&) const = default;
  std::optional<size_t> word_in(Where place) const {
    return where == place ? std::optional(word) : std::nullopt;
  }
};

LitSpot lit_spot(const Scene& scene, const Layout& layout, const std::optional<LitWord>& word);

}  // namespace aktiv::ui
