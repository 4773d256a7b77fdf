#include "dialogue/scene/layout_parts.h"

// Results and own words that stand as a board.
namespace aktiv::layout {

void lay_wheel(Page& page) {
  lay_board(page);
}

void lay_rings(Page& page) {
  lay_board(page);
}

void lay_stairs(Page& page) {
  lay_board(page);
}

void lay_line(Page& page) {
  lay_board(page);
}

void lay_dream(Page& page) {
  lay_board(page);
}

void lay_drawing(Page& page) {
  lay_board(page);
}

void lay_recording(Page& page) {
  lay_board(page);
}

}  // namespace aktiv::layout
