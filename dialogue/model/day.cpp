#include "dialogue/model/day.h"

namespace aktiv {
namespace {

constexpr int64_t kDaysOfEra = 146'097;     // 400 years
constexpr int64_t kEpochFromEra = 719'468;  // 0000-03-01 to 1970-01-01

std::string two(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string Day::iso() const {
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

Day day_of(int64_t days) {
  const int64_t z = days + kEpochFromEra;
  const int64_t era = (z >= 0 ? z : z - (kDaysOfEra - 1)) / kDaysOfEra;
  const int64_t of_era = z - era * kDaysOfEra;
  const int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t month_from_march = (5 * of_year + 2) / 153;
  Day day;
  day.day = static_cast<int>(of_year - (153 * month_from_march + 2) / 5 + 1);
  day.month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  day.year = static_cast<int>(year_of_era + era * 400 + (day.month <= 2 ? 1 : 0));
  const int64_t from_monday = (days + 3) % 7;  // 1970-01-01 was a Thursday
  day.weekday = static_cast<int>(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
  return day;
}

}  // namespace aktiv
