// Clock and calendar in Denmark, whatever the machine's time zone is: CET, and CEST from the last
// Sunday of March to the last Sunday of October, changing at 01:00 UTC (Directive 2000/84/EC).
// Pure; any thread.
#pragma once

#include <cstdint>

namespace aktiv::casefile {

struct DanishTime {
  int year = 1970;
  int month = 1;  // 1–12
  int day = 1;
  int hour = 0;
  int minute = 0;
};

DanishTime danish_time(int64_t utc_ms);
int64_t danish_day(int64_t utc_ms);  // a number that is the same for all moments of one Danish day

}  // namespace aktiv::casefile
