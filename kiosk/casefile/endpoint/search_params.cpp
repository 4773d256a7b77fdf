#include "kiosk/casefile/endpoint/search_params.h"

#include <algorithm>
#include <charconv>

#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/validate.h"

namespace aktiv::casefile {
namespace {

Problem wrong_value(const std::string& name, std::string what, std::string expected) {
  return {400, "value", std::move(what), name, std::move(expected)};
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  size_t start = 0;
  while (start <= text.size()) {
    const size_t end = std::min(text.find(separator, start), text.size());
    if (end > start) parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

Token parse_token(const std::string& text) {
  const size_t bar = text.find('|');
  if (bar == std::string::npos) return {"", text};
  return {text.substr(0, bar), text.substr(bar + 1)};
}

Checked<std::vector<Token>> parse_tokens(const std::string& name, const std::string& value) {
  std::vector<Token> tokens;
  for (const auto& part : split(value, ',')) {
    tokens.push_back(parse_token(part));
    if (tokens.back().value.empty())
      return wrong_value(name, "no value after the bar", "system|value");
  }
  if (tokens.empty()) return wrong_value(name, "empty", "system|value");
  return tokens;
}

Checked<std::vector<std::string>> parse_patients(const std::string& name,
                                                 const std::string& value) {
  std::vector<std::string> ids;
  for (auto part : split(value, ',')) {
    if (part.rfind("Patient/", 0) == 0) part.erase(0, std::string("Patient/").size());
    if (part.empty() || part.find('/') != std::string::npos)
      return wrong_value(name, "not a Patient", "Patient/<id>");
    ids.push_back(part);
  }
  if (ids.empty()) return wrong_value(name, "empty", "Patient/<id>");
  return ids;
}

Checked<TimeBound> parse_time(const std::string& name, std::string value) {
  static const std::pair<const char*, Compare> prefixes[] = {{"eq", Compare::equal},
                                                             {"ge", Compare::at_least},
                                                             {"le", Compare::at_most},
                                                             {"gt", Compare::after},
                                                             {"lt", Compare::before}};
  TimeBound bound;
  for (const auto& [prefix, compare] : prefixes) {
    if (value.rfind(prefix, 0) != 0) continue;
    bound.compare = compare;
    value.erase(0, 2);
    break;
  }
  const auto period = parse_date_time(value);
  if (!period)
    return wrong_value(name, "not a time",
                       "ge, le, gt, lt or nothing, then YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ");
  bound.from_ms = period->from_ms;
  bound.to_ms = period->to_ms;
  return bound;
}

Checked<int> parse_count(const std::string& value) {
  int count = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
  if (error != std::errc() || end != value.data() + value.size() || count < 0)
    return wrong_value("_count", "not a number", "0 to " + std::to_string(most_a_page));
  return std::min(count, most_a_page);
}

Checked<std::pair<int64_t, std::string>> parse_page_mark(const std::string& value) {
  int64_t ms = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), ms);
  if (error != std::errc() || end == value.data() + value.size() || *end != '.')
    return wrong_value("_after", "not a place to go on from", "the next link of a page, unchanged");
  return std::pair(ms, std::string(end + 1, value.data() + value.size()));
}

// Moves a checked value to where it belongs, or hands the problem on.
template <class T, class Keep>
MaybeProblem keep(Checked<T> value, Keep&& to) {
  if (!value) return value.problem();
  to(std::move(*value));
  return std::nullopt;
}

bool is_about_citizen(const ResourceType& type) {
  return !type.subject.empty() || type.name == "Provenance";
}

Problem unknown_word(const ResourceType& type, const std::string& name) {
  std::string expected = "identifier, _id, _lastUpdated, _tag, _count";
  if (is_about_citizen(type)) expected += ", patient, subject";
  if (type.name == "Questionnaire") expected += ", url, version";
  return {400, "not-supported", "not something that can be asked of " + type.name,
          name.substr(0, 40), expected};
}

MaybeProblem add_word(const ResourceType& type, const std::string& name, const std::string& value,
                      ResourceQuery& query) {
  const auto add_to = [](auto& list) {
    return [&list](auto&& parsed) { list.push_back(std::forward<decltype(parsed)>(parsed)); };
  };
  if (name == "_id") {
    query.ids.push_back(split(value, ','));
    return std::nullopt;
  }
  if (name == "identifier") return keep(parse_tokens(name, value), add_to(query.identifiers));
  if (name == "_tag") return keep(parse_tokens(name, value), add_to(query.tags));
  if (name == "_lastUpdated") return keep(parse_time(name, value), add_to(query.updated));
  if (name == "_count") return keep(parse_count(value), [&](int count) { query.count = count; });
  if (name == "_after")
    return keep(parse_page_mark(value), [&](auto mark) { query.after = std::move(mark); });
  const bool is_canonical = type.name == "Questionnaire" && (name == "url" || name == "version");
  if (is_canonical) {
    if (value.empty()) return wrong_value(name, "empty", "a canonical url, or a version");
    query.tags.push_back({{name == "url" ? canonical_url : canonical_version, value}});
    return std::nullopt;
  }
  const bool asks_for_citizen = name == "patient" || name == "subject";
  if (asks_for_citizen && is_about_citizen(type))
    return keep(parse_patients(name, value), add_to(query.patients));
  if (name == "_format") {
    if (value.find("json") != std::string::npos) return std::nullopt;
    return Problem{406, "not-supported", "only JSON is spoken here", name, "json"};
  }
  return unknown_word(type, name);
}

}  // namespace

Checked<ResourceQuery> parse_search(const ResourceType& type, const Fields& words) {
  ResourceQuery query;
  query.type = type.name;
  for (const auto& [name, value] : words)
    if (auto problem = add_word(type, name, value, query)) return *problem;
  return query;
}

Checked<CreateCondition> parse_condition(const std::string& query, const std::string& where) {
  const Fields words = decode_fields(query);
  const Problem refused{400, "invalid", "not a condition that can be kept", where,
                        "identifier=system|value or _tag=system|code, once"};
  if (words.size() != 1) return refused;
  const auto& [name, value] = words.front();
  const Token token = parse_token(value);
  if ((name != "identifier" && name != "_tag") || token.system.empty() || token.value.empty())
    return refused;
  return CreateCondition{name == "_tag", token};
}

std::string page_mark(const StoredResource& last) {
  return std::to_string(last.updated_ms) + "." + last.key.id;
}

}  // namespace aktiv::casefile
