#include "kiosk/casefile/pages/danish_time.h"

#include <chrono>

namespace aktiv::casefile {
namespace {

using namespace std::chrono;

bool is_summer(sys_time<milliseconds> utc) {
  const year y = year_month_day(floor<days>(utc)).year();
  const auto begins = sys_days(y / March / Sunday[last]) + hours(1);
  const auto ends = sys_days(y / October / Sunday[last]) + hours(1);
  return utc >= begins && utc < ends;
}

sys_time<milliseconds> local(int64_t utc_ms) {
  const sys_time<milliseconds> utc{milliseconds(utc_ms)};
  return utc + hours(is_summer(utc) ? 2 : 1);
}

}  // namespace

DanishTime danish_time(int64_t utc_ms) {
  const auto here = local(utc_ms);
  const year_month_day date(floor<days>(here));
  const hh_mm_ss clock(here - floor<days>(here));
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count())};
}

int64_t danish_day(int64_t utc_ms) {
  return floor<days>(local(utc_ms)).time_since_epoch().count();
}

}  // namespace aktiv::casefile
