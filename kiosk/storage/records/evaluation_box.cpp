#include "kiosk/storage/records/evaluation_box.h"

#include <algorithm>

#include "kiosk/storage/records/bytes.h"

namespace aktiv::storage {

std::string bytes_of(const EvaluationBox& box) {
  std::vector<std::string> lines;
  for (const auto& evaluation : box.waiting) lines.push_back(to_json(evaluation));
  std::ranges::sort(lines);
  Writer writer;
  writer.number(lines.size());
  for (const auto& line : lines) writer.text(line);
  writer.text(box.under_way ? box.under_way->id : "");
  writer.text(box.under_way ? box.under_way->bytes : "");
  std::string bytes = writer.take();
  bytes.resize((bytes.size() / box_step_bytes + 1) * box_step_bytes, '\0');
  return bytes;
}

EvaluationBox box_of(const std::string& bytes) {
  Reader reader(bytes);
  EvaluationBox box;
  for (uint64_t left = reader.number(); left > 0; --left) {
    auto evaluation = evaluation_from_json(reader.text());
    if (!evaluation) throw Trouble{evaluation.error()};
    box.waiting.push_back(std::move(*evaluation));
  }
  EvaluationsToSend under_way;
  under_way.id = reader.text();
  under_way.bytes = reader.text();
  if (!under_way.id.empty()) box.under_way = std::move(under_way);
  return box;
}

}  // namespace aktiv::storage
