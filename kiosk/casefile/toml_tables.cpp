#include "kiosk/casefile/toml_tables.h"

#include <fstream>
#include <iterator>

namespace aktiv::casefile {

Status each_table(const toml::table& outer, const std::string& where, const std::string& list,
                  const TakeTable& take) {
  const auto* tables = outer[list].as_array();
  if (tables == nullptr || tables->empty())
    return Fault{"there is no " + list, where, "[[" + list + "]]"};
  for (const auto& one : *tables) {
    const auto* table = one.as_table();
    if (table == nullptr) return Fault{"not a table", where, "[[" + list + "]]"};
    if (Status taken = take(*table); !taken) return taken;
  }
  return {};
}

Status each_table(const std::string& text, const std::string& name, const std::string& list,
                  const TakeTable& take) {
  try {
    return each_table(toml::parse(text, name), name, list, take);
  } catch (const toml::parse_error& fault) {
    return Fault{std::string(fault.description()),
                 name + ":" + std::to_string(fault.source().begin.line), "TOML"};
  }
}

Result<std::string> casefile_content(const std::string& share, const std::string& file) {
  const std::string path = share + "/casefile/" + file;
  std::ifstream in(path);
  if (!in) return Fault{"the content cannot be read", path, "the file as it was laid there"};
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace aktiv::casefile
