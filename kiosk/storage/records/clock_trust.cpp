#include "kiosk/storage/records/clock_trust.h"

#include "kiosk/storage/records/bytes.h"

namespace aktiv::storage {
namespace {
constexpr int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr int64_t leap_ms = 7 * day_ms;
}  // namespace

std::pair<ClockTrust, bool> look_at_clock(const ClockTrust& before, int64_t wall_ms) {
  if (before.seen_ms == 0) return {{wall_ms, 0}, true};
  if (wall_ms < before.seen_ms) return {{before.seen_ms, 0}, false};
  if (wall_ms - before.seen_ms <= leap_ms) return {{wall_ms, 0}, true};
  if (before.doubted_ms == 0 || wall_ms < before.doubted_ms ||
      wall_ms - before.doubted_ms > leap_ms)
    return {{before.seen_ms, wall_ms}, false};
  if (wall_ms - before.doubted_ms < day_ms) return {before, false};
  return {{wall_ms, 0}, true};
}

ClockTrust clock_trust_of(std::string_view bytes) {
  Reader reader(bytes);
  ClockTrust trust;
  trust.seen_ms = reader.integer();
  trust.doubted_ms = reader.integer();
  return trust;
}

std::string bytes_of(const ClockTrust& trust) {
  return Writer().integer(trust.seen_ms).integer(trust.doubted_ms).take();
}

}  // namespace aktiv::storage
