#include "kiosk/casefile/endpoint/validate.h"

#include <algorithm>

#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/validate_answers.h"

namespace aktiv::casefile {
namespace {

constexpr const char* cpr_system = "urn:oid:1.2.208.176.1.2";

Problem broken(std::string what, std::string where, std::string expected) {
  return {400, "invalid", std::move(what), std::move(where), std::move(expected)};
}

MaybeProblem check_identifier(const Json& identifier, const std::string& where) {
  if (!identifier.is_object()) return broken("not an object", where, "an Identifier");
  for (const char* member : {"system", "value"})
    if (identifier.contains(member) && text_of(identifier, member).empty())
      return broken("not a text", where + "." + member, "a text with at least one character");
  if (text_of(identifier, "system") == cpr_system)
    return Problem{422, "business-rule", "a CPR number may not leave a kiosk", where,
                   "the pseudonym; the mentor links the person in the case file"};
  return std::nullopt;
}

MaybeProblem check_identifiers(const Json& resource, const std::string& type) {
  if (!resource.contains("identifier")) {
    const bool must_have = type == "Patient" || type == "Practitioner" || type == "Device";
    if (must_have) return broken("no identifier", type + ".identifier", "one identifier or more");
    return std::nullopt;
  }
  const Json& identifier = resource["identifier"];
  // R4: QuestionnaireResponse has one identifier, an object; the others have arrays.
  if (type == "QuestionnaireResponse") return check_identifier(identifier, type + ".identifier");
  if (!identifier.is_array() || identifier.empty())
    return broken("not a list of identifiers", type + ".identifier", "a list with one or more");
  for (size_t i = 0; i < identifier.size(); ++i)
    if (auto problem =
            check_identifier(identifier[i], type + ".identifier[" + std::to_string(i) + "]"))
      return problem;
  return std::nullopt;
}

MaybeProblem check_status(const Json& resource, const ResourceType& type) {
  if (type.status.empty()) return std::nullopt;
  const std::string status = text_of(resource, type.status.c_str());
  if (std::find(type.statuses.begin(), type.statuses.end(), status) != type.statuses.end())
    return std::nullopt;
  std::string expected = "one of";
  for (const auto& known : type.statuses) expected += " " + known;
  return broken(resource.contains(type.status) ? "not a status of this resource" : "no status",
                type.name + "." + type.status, expected);
}

MaybeProblem check_subject(const Json& resource, const ResourceType& type) {
  if (type.subject.empty()) return std::nullopt;
  if (text_of(member_of(resource, type.subject.c_str()), "reference").empty())
    return broken("no citizen", type.name + "." + type.subject + ".reference",
                  "Patient/<id>, or the urn:uuid of a Patient in the same Bundle");
  return std::nullopt;
}

MaybeProblem check_list(const Json& resource, const char* type, const char* member) {
  const Json& list = member_of(resource, member);
  const std::string where = std::string(type) + "." + member;
  if (!list.is_array() || list.empty())
    return broken("nothing here", where, "a list with one or more");
  for (const Json& element : list)
    if (!element.is_object()) return broken("not an object in the list", where, "objects");
  return std::nullopt;
}

MaybeProblem check_goal(const Json& goal) {
  const Json& description = member_of(goal, "description");
  if (!description.is_object() ||
      (text_of(description, "text").empty() && !member_of(description, "coding").is_array()))
    return broken("no description", "Goal.description", "text or coding: the wish itself");
  return std::nullopt;
}

MaybeProblem check_document(const Json& document) {
  if (auto problem = check_list(document, "DocumentReference", "content")) return problem;
  for (const Json& content : document["content"])
    if (!member_of(content, "attachment").is_object())
      return broken("no attachment", "DocumentReference.content.attachment", "an Attachment");
  return std::nullopt;
}

MaybeProblem check_provenance(const Json& provenance) {
  if (auto problem = check_list(provenance, "Provenance", "target")) return problem;
  if (auto problem = check_list(provenance, "Provenance", "agent")) return problem;
  for (const Json& agent : provenance["agent"])
    if (!member_of(agent, "who").is_object())
      return broken("nobody", "Provenance.agent.who", "a Reference: who answered or helped");
  const auto recorded = parse_date_time(text_of(provenance, "recorded"));
  if (!recorded) return broken("no instant", "Provenance.recorded", "YYYY-MM-DDThh:mm:ssZ");
  return std::nullopt;
}

MaybeProblem check_own_rules(const Json& resource, const std::string& type) {
  if (type == "QuestionnaireResponse") return validate_response(resource);
  if (type == "Goal") return check_goal(resource);
  if (type == "DocumentReference") return check_document(resource);
  if (type == "Provenance") return check_provenance(resource);
  if (type == "Questionnaire" && text_of(resource, "url").empty())
    return broken("no url", "Questionnaire.url", "the canonical address of the tool");
  if (type == "Observation" && !member_of(resource, "code").is_object())
    return broken("no code", "Observation.code", "a CodeableConcept");
  return std::nullopt;
}

MaybeProblem check_meta(const Json& resource, const std::string& type) {
  if (!resource.contains("meta")) return std::nullopt;
  const Json& meta = resource["meta"];
  if (!meta.is_object()) return broken("not an object", type + ".meta", "a Meta");
  if (!meta.contains("tag")) return std::nullopt;
  const Json& tags = meta["tag"];
  if (!tags.is_array()) return broken("not a list", type + ".meta.tag", "a list of Coding");
  for (const Json& tag : tags)
    if (text_of(tag, "code").empty())
      return broken("no code", type + ".meta.tag", "system and code");
  return std::nullopt;
}

}  // namespace

Checked<const ResourceType*> type_of(const Json& resource) {
  if (!resource.is_object())
    return Problem{400, "structure", "the body is no object", "body", "one FHIR resource"};
  const ResourceType* type = find_type(text_of(resource, "resourceType"));
  if (type == nullptr)
    return Problem{400, "not-supported", "not a resource that the case file keeps", "resourceType",
                   names_of_types()};
  return type;
}

MaybeProblem validate(const Json& resource) {
  const auto type = type_of(resource);
  if (!type) return type.problem();
  const std::string& name = (*type)->name;
  if (auto problem = check_meta(resource, name)) return problem;
  if (auto problem = check_identifiers(resource, name)) return problem;
  if (auto problem = check_status(resource, **type)) return problem;
  if (auto problem = check_subject(resource, **type)) return problem;
  // What is taken back need not be whole: it only has to say which, whose and that it is taken
  // back.
  if (says_entered_in_error(resource)) return std::nullopt;
  return check_own_rules(resource, name);
}

std::vector<Token> identifiers_of(const Json& resource) {
  std::vector<Token> tokens;
  const Json& identifier = member_of(resource, "identifier");
  const auto add = [&](const Json& one) {
    if (const std::string value = text_of(one, "value"); !value.empty())
      tokens.push_back({text_of(one, "system"), value});
  };
  if (identifier.is_object()) add(identifier);
  if (identifier.is_array()) std::for_each(identifier.begin(), identifier.end(), add);
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

std::vector<Token> tags_of(const Json& resource) {
  std::vector<Token> tokens;
  const Json& tags = member_of(member_of(resource, "meta"), "tag");
  if (!tags.is_array()) return tokens;
  for (const Json& tag : tags) tokens.push_back({text_of(tag, "system"), text_of(tag, "code")});
  return tokens;
}

std::vector<Token> canonical_names_of(const Json& resource) {
  if (text_of(resource, "resourceType") != "Questionnaire") return {};
  const std::string url = text_of(resource, "url");
  const std::string version = text_of(resource, "version");
  std::vector<Token> names;
  if (!url.empty()) names.push_back({canonical_url, url});
  if (!url.empty() && !version.empty()) names.push_back({canonical_url, url + "|" + version});
  if (!version.empty()) names.push_back({canonical_version, version});
  return names;
}

bool says_entered_in_error(const Json& resource) {
  const ResourceType* type = find_type(text_of(resource, "resourceType"));
  return type != nullptr && !type->status.empty() &&
         text_of(resource, type->status.c_str()) == "entered-in-error";
}

}  // namespace aktiv::casefile
