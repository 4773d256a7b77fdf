#include "kiosk/casefile/pages/qr.h"

#include <qrencode.h>

#include <memory>

namespace aktiv::casefile {
namespace {

constexpr int quiet = 4;  // light squares around it, as the standard asks

}  // namespace

Html qr_code(const std::string& text, const std::string& name) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
  if (!code) return {};
  std::string path;
  for (int row = 0; row < code->width; ++row)
    for (int column = 0; column < code->width; ++column)
      if ((code->data[row * code->width + column] & 1) != 0)
        path +=
            "M" + std::to_string(column + quiet) + " " + std::to_string(row + quiet) + "h1v1h-1z";
  const std::string side = std::to_string(code->width + 2 * quiet);
  return element("svg",
                 {{"class", "qr"},
                  {"viewBox", "0 0 " + side + " " + side},
                  {"role", "img"},
                  {"aria-label", name}},
                 element("rect", {{"class", "light"}, {"width", side}, {"height", side}}, {}) +
                     element("path", {{"class", "dark"}, {"d", path}}, {}));
}

}  // namespace aktiv::casefile
