// The figures as Markdown. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/responders/reaches.h"

namespace aktiv {

std::string number(const char* format, double value);
std::string percent(double part);

std::string table_of(const Studied& studied);           // one day
std::string two_days_table_of(const Studied& studied);  // the same wishes on two days
// How often a remark would be a wrong flag, were it one; empty where there is none.
std::string remarks_of(const Studied& studied);
std::string list_of(const std::vector<DesignReach>& reaches);

}  // namespace aktiv
