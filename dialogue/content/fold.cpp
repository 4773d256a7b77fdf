#include "dialogue/content/fold.h"

#include <unicase.h>
#include <uninorm.h>

#include <cstdlib>
#include <memory>

#include "dialogue/content/utf8.h"

namespace aktiv {
namespace {

struct Freed {
  void operator()(uint8_t* text) const { std::free(text); }
};

}  // namespace

std::string folded(std::string_view text) {
  if (text.empty() || !is_utf8(text)) return std::string(text);
  size_t length = 0;
  const std::unique_ptr<uint8_t, Freed> made(
      u8_casefold(reinterpret_cast<const uint8_t*>(text.data()), text.size(), nullptr, UNINORM_NFC,
                  nullptr, &length));
  if (!made) return std::string(text);
  return {reinterpret_cast<const char*>(made.get()), length};
}

}  // namespace aktiv
