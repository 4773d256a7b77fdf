// A page of found resources as a searchset Bundle, with links to itself and to the next page. Pure.
#pragma once

#include <string>

#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/store/resources.h"

namespace aktiv::casefile {

std::string search_bundle(const std::string& base, const std::string& type, const Fields& words,
                          const ResourcePage& page);

}  // namespace aktiv::casefile
