// Tables for spreadsheets: rows to text and back, through libcsv. UTF-8 with a byte order mark; ";"
// between cells as spreadsheets in Denmark write it, "," read as well. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aktiv::casefile {

using CsvRow = std::vector<std::string>;

inline constexpr std::string_view csv_begin = "\xEF\xBB\xBF";

// A cell that begins like a formula stands behind an apostrophe, which keeps it text.
std::string csv_line(const CsvRow& row);
// Without the apostrophes of csv_line. What is no UTF-8 gives no rows.
std::vector<CsvRow> csv_rows(std::string_view text);

}  // namespace aktiv::casefile
