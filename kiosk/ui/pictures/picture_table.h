// assets/pictures/pictures.toml as checked values: which drawings make a picture, and where they
// lie on its canvas. Pure but for reading the file. Any thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::ui {

enum class LayerKind { openmoji, own, icon, picture };

// In canvas units: x and y of the left upper corner, then width and height.
struct LayerBox {
  double x = 0, y = 0, width = 0, height = 0;
};

struct PictureLayer {
  LayerKind kind = LayerKind::openmoji;
  std::string name;  // "1F35E", "jobs_bage", "arrow_back", "jobs/bage"
  std::optional<LayerBox>
      box;  // none: an own drawing that was made on this canvas, laid on it as it is
  bool is_flipped = false;
  bool is_grey = false;   // lightness only: answers carry no good-or-bad colour
  double rotate_deg = 0;  // clockwise, about the box's middle
  std::string colour;     // icons only; "#14213D"
  std::string where;      // file:line
};

struct Picture {
  double width = 0, height = 0;
  bool points_onward = false;  // an arrow: mirrored where reading runs from the right
  std::vector<PictureLayer> layers;
  std::string where;
};

struct PictureTable {
  std::map<PictureId, Picture> pictures;  // same_as is resolved: an alias holds its model's layers
  std::vector<Fault> faults;              // entries that were left out, and why
};

// A file that is missing or is not TOML is a Fault; entries that make no sense are in faults.
Result<PictureTable> read_picture_table(const std::filesystem::path& file);

}  // namespace aktiv::ui
