// Within tests only: one morning at which many municipalities' kiosks are switched on together,
// each with what it kept overnight without a network, in seconds of a machine's time. Each
// municipality has a case file of its own; requests are counted over all of them, as a shared host
// or a shared line meets them. From one seed comes one course of events.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "kiosk/sync/http.h"
#include "kiosk/sync/waits.h"

namespace aktiv::sync {

constexpr int64_t nine_ms = 1'795'507'200'000;  // UTC; Tue, 24 Nov 2026

struct MorningPlan {
  int municipalities = 98;
  int kiosks = 2;  // of each
  int talks = 2;   // kept at each overnight
  Waits waits;
  int64_t request_ms = 40;        // what one request takes
  int64_t until_ms = 4 * 60'000;  // after nine; nobody begins anything later
  // What is met in place of an answer so long after nine, by that request of all; nothing: the
  // answer itself.
  std::function<std::optional<HttpResult>(int64_t after_ms)> trouble;
};

struct Morning {
  std::vector<int> requests;  // in each second after nine
  int waiting = 0;            // kiosks that still have something to send

  int busiest() const;  // second
  // From one second after nine to before another.
  int all_of(size_t from, size_t until) const;
  int busiest_of(size_t from, size_t until) const;
};

Morning live_through(const MorningPlan& plan, uint64_t seed);

}  // namespace aktiv::sync
