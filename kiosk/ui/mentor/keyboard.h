// Words written without a keyboard: a field with a caret, and keys of 20 mm that write into it.
// Danish order where the glass is wide enough, else the alphabet. Values; thread: the loop's.
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
  // The height it wants, so that a screen may give the rest to others.
  double height(const Sheet& sheet, double width) const;
  void show(Sheet& sheet, const RectMm& box, Field& field, const std::string& space_label);

 private:
  bool is_upper_ = false;
  bool shows_signs_ = false;
};

}  // namespace aktiv::mentor
