// A list of a server's, page by page, read without following it anywhere else. Thread: the
// caller's; waits for the network.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/sync/answer.h"

namespace aktiv::sync {

inline constexpr int a_page = 100;  // resources asked for at once; a server may give fewer

// Each resource of `type` in the list that begins at `path`, and when the server changed it last
// (UTC; 0: it does not say).
using TakeResource = std::function<void(const nlohmann::json& resource, int64_t changed_ms)>;
Outcome read_pages(HttpTransport& transport, const std::string& base, const std::string& path,
                   const std::string& type, const TakeResource& take);

// "&_lastUpdated=…" for what was changed at or after `since_ms`; empty for 0.
std::string changed_since(int64_t since_ms);

// What may become a name in this kiosk's store: letters, digits, "-._", at most 64.
bool is_plain_name(std::string_view text);

}  // namespace aktiv::sync
