#include "kiosk/sync/clock_check.h"

#include <cstdlib>

namespace aktiv::sync {

HttpResult ClockCheck::send(const HttpRequest& request) {
  HttpResult result = transport_.send(request);
  const auto* reply = std::get_if<HttpReply>(&result);
  const int64_t theirs = reply == nullptr ? -1 : http_date_ms(reply->header("date"));
  if (theirs < 0) return result;
  const int64_t ahead = clock_() - theirs;
  ahead_ms_ = std::abs(ahead) < clock_trouble_ms ? 0 : ahead;
  return result;
}

}  // namespace aktiv::sync
