// A QR code as a picture in the page (ISO/IEC 18004; libqrencode). Pure; any thread.
#pragma once

#include <string>

#include "kiosk/casefile/pages/html.h"

namespace aktiv::casefile {

// `name`: what it is, for whoever does not see it. Empty where the text is too long for one.
Html qr_code(const std::string& text, const std::string& name);

}  // namespace aktiv::casefile
