#include "dialogue/scene/layout_parts.h"

// Own words that stand as a board.
namespace aktiv::layout {

void lay_drawing(Page& page) {
  lay_board(page);
}

void lay_recording(Page& page) {
  lay_board(page);
}

}  // namespace aktiv::layout
