// Content that is a list of tables ([[form]], [[export]]), read from TOML with faults that say
// where.
#pragma once

#include <toml++/toml.h>

#include <functional>
#include <string>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

using TakeTable = std::function<Status(const toml::table&)>;

// Each [[list]] of the text in order, until one is a fault; no list at all is one. `name` is what a
// fault points at.
Status each_table(const std::string& text, const std::string& name, const std::string& list,
                  const TakeTable& take);
// Each [[list]] within a table, as above; `where` is what a fault points at.
Status each_table(const toml::table& outer, const std::string& where, const std::string& list,
                  const TakeTable& take);
// share/casefile/<file>, as text.
Result<std::string> casefile_content(const std::string& share, const std::string& file);

}  // namespace aktiv::casefile
