// A list of a server's, page by page, read without following it anywhere else. Thread: the
// caller's; waits for the network.
#pragma once

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/sync/answer.h"

namespace aktiv::sync {

inline constexpr int a_page = 100;  // resources asked for at once; a server may give fewer

// Until when a list was read, by the server's clock (UTC): what is changed while one page after the
// other is fetched may stand on none, so it is to be asked for again from `began_ms` on.
struct Listed {
  Outcome outcome;
  int64_t began_ms = 0;   // when the first page was answered; 0: the server does not say
  int64_t newest_ms = 0;  // the latest change among all that was read; 0: nothing was, or not told

  int64_t until_ms() const { return began_ms > 0 ? std::min(began_ms, newest_ms) : newest_ms; }
};

// Hands over each resource of `type` in the list that begins at `path`.
using TakeResource = std::function<void(const nlohmann::json& resource)>;
Listed read_pages(HttpTransport& transport, const std::string& base, const std::string& path,
                  const std::string& type, const TakeResource& take);

// "&_lastUpdated=…" for what was changed at or after `since_ms`; empty for 0.
std::string changed_since(int64_t since_ms);

// What may become a name in this kiosk's store: letters, digits, "-._", at most 64.
bool is_plain_name(std::string_view text);

}  // namespace aktiv::sync
