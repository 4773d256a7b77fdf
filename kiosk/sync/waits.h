// How long to wait before the next try. Pure: chance comes in as an argument.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace aktiv::sync {

// The kiosk's configuration may change each.
struct Waits {
  int64_t first_ms = 2'000;                 // after the first failure; doubled each time …
  int64_t longest_ms = 15 * 60'000;         // … up to this
  int64_t longest_asked_ms = 6 * 3600'000;  // a server's Retry-After is honoured up to this
  int64_t certificate_ms = 15 * 60'000;     // staff must see to it; a renewed one heals by itself
  int64_t look_ms = 15'000;                 // between two looks at who is of the centre, at most
  int64_t start_spread_ms = 120'000;        // 98 municipalities switch on at nine o'clock
};

using Chance = std::function<double()>;     // evenly from 0 to 1
using UtcClock = std::function<int64_t()>;  // milliseconds

// Exponential, with the later half drawn at random so that kiosks do not come back together.
int64_t back_off_ms(const Waits& waits, int attempts, const Chance& chance);

// "Sun, 06 Nov 1994 08:49:37 GMT" in UTC; -1 where it is no HTTP date.
int64_t http_date_ms(std::string_view text);

// How long a server's Retry-After (seconds or an HTTP date) asks for, and a share more drawn at
// random, since it may ask everybody for the same moment: up to as long again, and no longer than
// the spread of the start. 0 where it says neither.
int64_t retry_after_ms(std::string_view header, int64_t now_ms, const Waits& waits,
                       const Chance& chance);

// A clock set back by years must not hold anything for years.
bool is_due(int64_t not_before_ms, int64_t now_ms, const Waits& waits);

}  // namespace aktiv::sync
