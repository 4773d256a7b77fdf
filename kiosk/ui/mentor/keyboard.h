// Words written without a keyboard: a field with a caret, and keys of 20 mm that write into it.
// Danish order where the glass is wide enough, else the alphabet; in pages where not all keys find
// room. Values; thread: the loop's.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/mentor/mentor_area.h"
#include "kiosk/ui/mentor/sheet.h"

namespace aktiv::mentor {

enum class FieldKind { words, address, code };

struct Field {
  std::string name;
  FieldKind kind = FieldKind::words;
  size_t most = 2000;  // bytes
  std::string text = {};
  size_t caret = 0;  // bytes, between letters

  void set(std::string words);
  void type(std::string_view utf8);
  void edit(EditKey key);
};

class Keyboard {
 public:
  // The height it wants of at most `most`, so that a screen may give the rest to others.
  double height(const Sheet& sheet, double width, double most) const;
  void show(Sheet& sheet, const RectMm& box, Field& field, const std::string& space_label);
  // Shows itself off the bottom of the room, and leaves a field's height at the least.
  void take_bottom_of(Sheet& sheet, RectMm& room, Field& field, const std::string& space_label);

 private:
  void press(Sheet& sheet, const RectMm& at, Field& field, const std::string& letter);
  void show_wide(Sheet& sheet, const RectMm& box, Field& field, const std::string& space_label);
  void show_in_pages(Sheet& sheet, const RectMm& box, Field& field, const std::string& space_label);

  bool is_upper_ = false;
  size_t page_ = 0;
  bool shows_signs_ = false;
};

}  // namespace aktiv::mentor
