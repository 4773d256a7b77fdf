#include "kiosk/casefile/endpoint/validate_answers.h"

#include <cstring>

#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"

namespace aktiv::casefile {
namespace {

struct ValueKind {
  const char* member;
  bool (*fits)(const Json& value);
};

bool is_text(const Json& value) {
  return value.is_string() && !value.get_ref<const std::string&>().empty();
}
bool is_object(const Json& value) {
  return value.is_object();
}
bool is_number(const Json& value) {
  return value.is_number();
}
bool is_whole(const Json& value) {
  return value.is_number_integer();
}
bool is_truth(const Json& value) {
  return value.is_boolean();
}
bool is_date(const Json& value) {
  return value.is_string() && parse_date_time(value.get_ref<const std::string&>());
}

constexpr ValueKind kinds[] = {
    {"valueBoolean", is_truth}, {"valueDecimal", is_number},  {"valueInteger", is_whole},
    {"valueDate", is_date},     {"valueDateTime", is_date},   {"valueTime", is_text},
    {"valueString", is_text},   {"valueUri", is_text},        {"valueAttachment", is_object},
    {"valueCoding", is_object}, {"valueQuantity", is_object}, {"valueReference", is_object},
};

Problem broken(std::string what, std::string where, std::string expected) {
  return {400, "invalid", std::move(what), std::move(where), std::move(expected)};
}

MaybeProblem check_items(const Json& owner, const std::string& where);

MaybeProblem check_answer(const Json& answer, const std::string& where) {
  if (!answer.is_object()) return broken("not an object", where, "an answer");
  int values = 0;
  for (const auto& [name, value] : answer.items()) {
    if (name.rfind("value", 0) != 0) continue;
    ++values;
    const ValueKind* kind = nullptr;
    for (const auto& candidate : kinds)
      if (name == candidate.member) kind = &candidate;
    if (kind == nullptr)
      return broken("not a kind of value that an answer has", where,
                    "valueCoding, valueString, valueBoolean, valueInteger, …");
    if (!kind->fits(value))
      return broken("the value is not of its kind", where + "." + kind->member,
                    std::string(kind->member + std::strlen("value")));
  }
  if (values != 1)
    return broken(std::to_string(values) + " values in one answer", where, "exactly one value[x]");
  return check_items(answer, where);
}

MaybeProblem check_item(const Json& item, const std::string& where) {
  if (!item.is_object()) return broken("not an object", where, "an item");
  if (text_of(item, "linkId").empty()) return broken("no linkId", where + ".linkId", "a text");
  if (item.contains("answer")) {
    const Json& answers = item["answer"];
    if (!answers.is_array() || answers.empty())
      return broken("not a list", where + ".answer", "a list with one answer or more");
    for (size_t i = 0; i < answers.size(); ++i)
      if (auto problem = check_answer(answers[i], where + ".answer[" + std::to_string(i) + "]"))
        return problem;
  }
  return check_items(item, where);
}

MaybeProblem check_items(const Json& owner, const std::string& where) {
  if (!owner.contains("item")) return std::nullopt;
  const Json& items = owner["item"];
  if (!items.is_array() || items.empty())
    return broken("not a list", where + ".item", "a list with one item or more");
  for (size_t i = 0; i < items.size(); ++i)
    if (auto problem = check_item(items[i], where + ".item[" + std::to_string(i) + "]"))
      return problem;
  return std::nullopt;
}

}  // namespace

MaybeProblem validate_response(const Json& response) {
  const std::string type = "QuestionnaireResponse";
  if (response.contains("authored") && !parse_date_time(text_of(response, "authored")))
    return broken("not a time", type + ".authored", "YYYY-MM-DDThh:mm:ss+zz:zz");
  if (response.contains("questionnaire") && text_of(response, "questionnaire").empty())
    return broken("not a canonical address", type + ".questionnaire", "address|version");
  return check_items(response, type);
}

}  // namespace aktiv::casefile
