// Compares this machine's clock with the one of the server that answers: a kiosk whose clock
// stopped writes wrong days into a case file, and nobody sees it there. Same thread as what it
// looks at.
#pragma once

#include "kiosk/sync/http.h"
#include "kiosk/sync/waits.h"

namespace aktiv::sync {

// What is less is the way there and back, and nobody's trouble.
inline constexpr int64_t clock_trouble_ms = 2 * 60'000;

class ClockCheck : public HttpTransport {
 public:
  // `transport` must outlive it.
  ClockCheck(HttpTransport& transport, UtcClock clock)
      : transport_(transport), clock_(std::move(clock)) {}

  HttpResult send(const HttpRequest& request) override;

  // How far this machine's clock was ahead of the server's when an answer last bore a date;
  // negative: behind. 0 where it is within clock_trouble_ms, or no answer has said.
  int64_t ahead_ms() const { return ahead_ms_; }

 private:
  HttpTransport& transport_;
  UtcClock clock_;
  int64_t ahead_ms_ = 0;
};

}  // namespace aktiv::sync
