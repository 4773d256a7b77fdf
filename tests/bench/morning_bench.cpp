// 98 municipalities' kiosks at nine o'clock, four each (kiosk/sync/testing/morning.h), in a
// machine's time; figures depend on the seed alone. Ends with 1 when a case file, host or line
// would meet more than four times its share in a second.
#include <cstdio>

#include "kiosk/sync/testing/morning.h"

namespace {

using aktiv::sync::HttpReply;
using aktiv::sync::HttpResult;
using aktiv::sync::live_through;
using aktiv::sync::Morning;
using aktiv::sync::MorningPlan;
using aktiv::sync::NoReply;

constexpr int64_t minute_ms = 60'000;
constexpr int64_t away_ms = 5 * minute_ms;

struct Case {
  const char* what;
  MorningPlan plan;
  size_t from, until;  // seconds looked at
  bool has_reach;
};

MorningPlan of_four_kiosks(int64_t until_ms) {
  MorningPlan plan;
  plan.kiosks = 4;
  plan.until_ms = until_ms;
  return plan;
}

MorningPlan away(HttpResult meanwhile) {
  MorningPlan plan = of_four_kiosks(12 * minute_ms);
  plan.trouble = [meanwhile](int64_t after_ms) -> std::optional<HttpResult> {
    if (after_ms < away_ms) return meanwhile;
    return std::nullopt;
  };
  return plan;
}

}  // namespace

int main() {
  MorningPlan together = of_four_kiosks(4 * minute_ms);
  together.waits.start_spread_ms = 0;
  const HttpReply wait{503, {{"retry-after", "Tue, 24 Nov 2026 08:05:00 GMT"}}, ""};
  MorningPlan together_again = away(wait);
  together_again.waits.start_spread_ms = 0;
  const Case cases[] = {
      {"switched on at nine", of_four_kiosks(4 * minute_ms), 0, 130, true},
      {"the same without a spread", together, 0, 130, false},
      {"away until five past, after it", away(NoReply::unreachable), 300, 600, true},
      {"asked back at five past, after it", away(wait), 300, 420, true},
      {"the same without a spread", together_again, 300, 420, false},
  };
  bool is_well = true;
  std::printf(
      "392 kiosks, 784 talks%-18s requests  busiest second  its share  waiting at the end\n", "");
  for (const Case& one : cases) {
    const Morning morning = live_through(one.plan, 1);
    const int all = morning.all_of(one.from, one.until);
    const int busiest = morning.busiest_of(one.from, one.until);
    const double share = static_cast<double>(all) / static_cast<double>(one.until - one.from);
    std::printf("%-38s %9d %15d %10.0f %19d\n", one.what, all, busiest, share, morning.waiting);
    is_well = is_well && morning.waiting == 0 && (!one.has_reach || busiest <= 4 * share);
  }
  return is_well ? 0 : 1;
}
