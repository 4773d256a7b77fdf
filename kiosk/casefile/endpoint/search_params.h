// The words of a search, checked: what may be asked of a type, and nothing else. Pure; any thread.
#pragma once

#include <string>

#include "kiosk/casefile/endpoint/problem.h"
#include "kiosk/casefile/endpoint/resource_types.h"
#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/store/resources.h"

namespace aktiv::casefile {

inline constexpr int most_a_page = 100;

// identifier, patient/subject, _lastUpdated, _tag, _count, _id, _format, and _after (this server's
// place to page on from). An unknown word is refused: a filter that is ignored would answer another
// question.
Checked<ResourceQuery> parse_search(const ResourceType& type, const Fields& words);

// The condition of a conditional create: exactly one identifier or one _tag.
struct CreateCondition {
  bool is_tag = false;
  Token token;
};
Checked<CreateCondition> parse_condition(const std::string& query, const std::string& where);

std::string page_mark(const StoredResource& last);

}  // namespace aktiv::casefile
