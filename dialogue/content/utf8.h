// UTF-8 checked: no overlong forms, no surrogates, nothing cut in two. Pure; any thread.
#pragma once

#include <string_view>

namespace aktiv {

bool is_utf8(std::string_view bytes);

}  // namespace aktiv
