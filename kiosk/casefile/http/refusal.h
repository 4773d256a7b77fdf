// Why a kiosk's request beside /fhir was refused: what, where and what would be right, as JSON, and
// never a part of what was sent. Pure; any thread.
#pragma once

#include <string>

#include "kiosk/casefile/http/message.h"

namespace aktiv::casefile {

HttpResponse refusal(int status, const std::string& what, const std::string& where,
                     const std::string& expected);
HttpResponse too_many(int wait_s);  // 429 with Retry-After

}  // namespace aktiv::casefile
