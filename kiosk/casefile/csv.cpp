#include "kiosk/casefile/csv.h"

#include <csv.h>

#include <algorithm>

#include "dialogue/content/utf8.h"

namespace aktiv::casefile {
namespace {

bool begins_like_a_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

std::string quoted(const std::string& cell) {
  const std::string text = begins_like_a_formula(cell) ? "'" + cell : cell;
  std::string out(2 * text.size() + 2, '\0');
  out.resize(csv_write(out.data(), out.size(), text.data(), text.size()));
  return out;
}

std::string plain(std::string cell) {
  if (cell.starts_with('\'') && begins_like_a_formula(std::string_view(cell).substr(1)))
    cell.erase(0, 1);
  return cell;
}

char delimiter_of(std::string_view text) {
  const std::string_view head = text.substr(0, text.find('\n'));
  return std::ranges::count(head, ';') >= std::ranges::count(head, ',') ? ';' : ',';
}

}  // namespace

std::string csv_line(const CsvRow& row) {
  std::string line;
  for (size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : ";") + quoted(row[i]);
  return line + "\r\n";
}

std::vector<CsvRow> csv_rows(std::string_view text) {
  if (text.starts_with(csv_begin)) text.remove_prefix(csv_begin.size());
  if (!is_utf8(text)) return {};
  struct Taken {
    std::vector<CsvRow> rows;
    CsvRow row;
  } taken;
  csv_parser parser;
  csv_init(&parser, 0);
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter_of(text)));
  // libcsv gives cells and ends of rows one by one.
  const auto on_cell = [](void* cell, size_t size, void* data) {
    static_cast<Taken*>(data)->row.push_back(plain({static_cast<const char*>(cell), size}));
  };
  const auto on_row = [](int, void* data) {
    auto& all = *static_cast<Taken*>(data);
    all.rows.push_back(std::move(all.row));
    all.row.clear();
  };
  csv_parse(&parser, text.data(), text.size(), on_cell, on_row, &taken);
  csv_fini(&parser, on_cell, on_row, &taken);
  csv_free(&parser);
  return taken.rows;
}

}  // namespace aktiv::casefile
