#include "kiosk/ui/pictures/picture_table.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace aktiv::ui {
namespace {

const std::set<std::string_view> known_layer_keys{"openmoji", "own",  "icon",   "picture", "box",
                                                  "flip",     "grey", "rotate", "colour"};
const std::set<std::string_view> known_picture_keys{"canvas", "layers", "points_onward", "same_as"};

struct Reader {
  std::string file;
  std::vector<Fault> faults;

  std::string at(const toml::node& node) const {
    return file + ":" + std::to_string(node.source().begin.line);
  }
  void refuse(const toml::node& node, std::string what, std::string expected) {
    faults.push_back({std::move(what), at(node), std::move(expected)});
  }
};

std::optional<std::vector<double>> numbers(const toml::node* node, size_t count) {
  const auto* list = node == nullptr ? nullptr : node->as_array();
  if (list == nullptr || list->size() != count) return std::nullopt;
  std::vector<double> values;
  for (const auto& item : *list) {
    const auto value = item.value<double>();
    if (!value || !std::isfinite(*value)) return std::nullopt;
    values.push_back(*value);
  }
  return values;
}

bool is_hex_colour(const std::string& text) {
  return text.size() == 7 && text[0] == '#' &&
         std::all_of(text.begin() + 1, text.end(),
                     [](unsigned char c) { return std::isxdigit(c); });
}

// A name becomes a file name: it must not lead out of its folder.
bool is_plain_name(const std::string& text, bool may_have_slash) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](unsigned char c) {
    return std::isalnum(c) || c == '_' || c == '-' || (may_have_slash && c == '/');
  });
}

// Which drawing the layer names: exactly one of the four kinds.
bool read_subject(Reader& reader, const toml::table& entry, PictureLayer& layer) {
  const std::pair<const char*, LayerKind> kinds[] = {{"openmoji", LayerKind::openmoji},
                                                     {"own", LayerKind::own},
                                                     {"icon", LayerKind::icon},
                                                     {"picture", LayerKind::picture}};
  int named = 0;
  for (const auto& [key, kind] : kinds) {
    const auto* node = entry.get(key);
    if (node == nullptr) continue;
    ++named;
    layer.kind = kind;
    layer.name = node->value_or(std::string());
  }
  if (named == 1 && is_plain_name(layer.name, layer.kind == LayerKind::picture)) return true;
  reader.refuse(
      entry, "the layer does not name one drawing",
      "one of openmoji=, own=, icon= or picture=, with a name of letters, digits, - and _");
  return false;
}

bool read_box(Reader& reader, const toml::table& entry, const Picture& canvas,
              PictureLayer& layer) {
  const auto* node = entry.get("box");
  if (node == nullptr) {
    if (layer.kind == LayerKind::own) return true;
    reader.refuse(entry, "the layer has no box",
                  "box = [x, y, width, height]; only own= may leave it out");
    return false;
  }
  const auto values = numbers(node, 4);
  if (!values || (*values)[2] <= 0 || (*values)[3] <= 0) {
    reader.refuse(*node, "the box is not a rectangle",
                  "box = [x, y, width, height], larger than nothing");
    return false;
  }
  const LayerBox box{(*values)[0], (*values)[1], (*values)[2], (*values)[3]};
  const double slack = 0.01;
  if (box.x < -slack || box.y < -slack || box.x + box.width > canvas.width + slack ||
      box.y + box.height > canvas.height + slack) {
    reader.refuse(*node, "the box leaves the canvas, so the drawing would be cut",
                  "a box within the canvas");
    return false;
  }
  layer.box = box;
  return true;
}

bool read_flag(Reader& reader, const toml::table& entry, const char* key, bool& flag) {
  const auto* node = entry.get(key);
  if (node == nullptr) return true;
  if (!node->is_boolean()) {
    reader.refuse(*node, std::string(key) + " is not true or false", "true or false");
    return false;
  }
  flag = node->value_or(false);
  return true;
}

bool read_manner(Reader& reader, const toml::table& entry, PictureLayer& layer) {
  if (!read_flag(reader, entry, "flip", layer.is_flipped)) return false;
  if (!read_flag(reader, entry, "grey", layer.is_grey)) return false;
  if (const auto* node = entry.get("rotate")) {
    const auto degrees = node->value<double>();
    if (!degrees || !std::isfinite(*degrees) || !layer.box) {
      reader.refuse(*node, "rotate needs a number of degrees and a box", "rotate = 45");
      return false;
    }
    layer.rotate_deg = *degrees;
  }
  if (const auto* node = entry.get("colour")) {
    layer.colour = node->value_or(std::string());
    if (!is_hex_colour(layer.colour) || layer.kind != LayerKind::icon) {
      reader.refuse(*node, "colour belongs to an icon and is written #RRGGBB",
                    "icon = …, colour = \"#14213D\"");
      return false;
    }
  }
  return true;
}

std::optional<PictureLayer> read_layer(Reader& reader, const toml::node& node,
                                       const Picture& canvas) {
  const auto* entry = node.as_table();
  if (entry == nullptr) {
    reader.refuse(node, "a layer is not a table",
                  "{openmoji = \"1F35E\", box = [x, y, width, height]}");
    return std::nullopt;
  }
  for (const auto& [key, value] : *entry) {
    if (known_layer_keys.contains(key.str())) continue;
    reader.refuse(value, "a layer has no \"" + std::string(key.str()) + "\"",
                  "openmoji, own, icon, picture, box, flip, grey, rotate, colour");
    return std::nullopt;
  }
  PictureLayer layer;
  layer.where = reader.at(node);
  if (!read_subject(reader, *entry, layer) || !read_box(reader, *entry, canvas, layer) ||
      !read_manner(reader, *entry, layer)) {
    return std::nullopt;
  }
  return layer;
}

std::optional<Picture> read_picture(Reader& reader, const toml::table& entry) {
  Picture picture;
  picture.where = reader.at(entry);
  const auto canvas = numbers(entry.get("canvas"), 2);
  if (!canvas || (*canvas)[0] <= 0 || (*canvas)[1] <= 0) {
    reader.refuse(entry, "the picture has no canvas", "canvas = [120, 90]");
    return std::nullopt;
  }
  picture.width = (*canvas)[0];
  picture.height = (*canvas)[1];
  if (!read_flag(reader, entry, "points_onward", picture.points_onward)) return std::nullopt;
  const auto* layers = entry.get_as<toml::array>("layers");
  if (layers == nullptr || layers->empty()) {
    reader.refuse(entry, "the picture has no layers", "layers = [{openmoji = …, box = …}]");
    return std::nullopt;
  }
  for (const auto& node : *layers) {
    auto layer = read_layer(reader, node, picture);
    if (!layer) return std::nullopt;
    picture.layers.push_back(std::move(*layer));
  }
  return picture;
}

using Aliases = std::map<PictureId, std::pair<PictureId, const toml::node*>>;

// An alias of an alias is followed to the picture with layers; a circle ends at nothing.
const Picture* model_of(const PictureTable& table, const Aliases& aliases, PictureId id) {
  for (size_t step = 0; step <= aliases.size(); ++step) {
    const auto alias = aliases.find(id);
    if (alias == aliases.end()) break;
    id = alias->second.first;
  }
  const auto found = table.pictures.find(id);
  return found == table.pictures.end() ? nullptr : &found->second;
}

void resolve_aliases(Reader& reader, PictureTable& table, const Aliases& aliases) {
  std::map<PictureId, Picture> resolved;
  for (const auto& [id, alias] : aliases) {
    if (const auto* model = model_of(table, aliases, id)) {
      resolved.emplace(id, *model);
      continue;
    }
    reader.refuse(*alias.second,
                  id.value + " is the same as " + alias.first.value + ", which is not drawn",
                  "same_as names a picture that has layers");
  }
  table.pictures.merge(resolved);
}

// A picture may be used within pictures, but never within itself.
bool leads_to(const PictureTable& table, const Picture& picture, const PictureId& goal, int depth) {
  if (depth > 8) return true;
  return std::any_of(picture.layers.begin(), picture.layers.end(), [&](const PictureLayer& layer) {
    if (layer.kind != LayerKind::picture) return false;
    if (layer.name == goal.value) return true;
    const auto inner = table.pictures.find(PictureId(layer.name));
    return inner != table.pictures.end() && leads_to(table, inner->second, goal, depth + 1);
  });
}

void refuse_circles(Reader& reader, PictureTable& table) {
  std::vector<PictureId> circular;
  for (const auto& [id, picture] : table.pictures) {
    if (leads_to(table, picture, id, 0)) circular.push_back(id);
  }
  for (const auto& id : circular) {
    reader.faults.push_back({id.value + " contains itself", table.pictures[id].where,
                             "pictures within pictures that end"});
    table.pictures.erase(id);
  }
}

void read_entry(Reader& reader, PictureTable& table, const PictureId& id, const toml::node& node,
                Aliases& aliases) {
  const auto* entry = node.as_table();
  if (entry == nullptr || !is_plain_name(id.value, true) ||
      id.value.find('/') == std::string::npos) {
    reader.refuse(node, "\"" + id.value + "\" is not a picture",
                  "[\"list/id\"] with canvas and layers");
    return;
  }
  for (const auto& [key, value] : *entry) {
    if (known_picture_keys.contains(key.str())) continue;
    reader.refuse(value, "a picture has no \"" + std::string(key.str()) + "\"",
                  "canvas, layers, points_onward or same_as");
    return;
  }
  if (const auto* model = entry->get("same_as")) {
    aliases[id] = {PictureId(model->value_or(std::string())), model};
    return;
  }
  if (auto picture = read_picture(reader, *entry)) table.pictures[id] = std::move(*picture);
}

}  // namespace

Result<PictureTable> read_picture_table(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file)) {
    return Fault{"the table of pictures is missing", file.string(),
                 "pictures.toml beside the programs"};
  }
  toml::table document;
  try {
    document = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    return Fault{std::string(error.description()),
                 file.filename().string() + ":" + std::to_string(error.source().begin.line),
                 "TOML 1.0"};
  }
  Reader reader{file.filename().string(), {}};
  PictureTable table;
  Aliases aliases;
  for (const auto& [key, node] : document) {
    read_entry(reader, table, PictureId(std::string(key.str())), node, aliases);
  }
  resolve_aliases(reader, table, aliases);
  refuse_circles(reader, table);
  table.faults = std::move(reader.faults);
  return table;
}

}  // namespace aktiv::ui
