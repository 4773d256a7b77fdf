#include "kiosk/casefile/endpoint/references.h"

#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/validate.h"

namespace aktiv::casefile {
namespace {

constexpr std::string_view urn_prefix = "urn:uuid:";

// "Patient/12" or "Patient/12/_history/3" -> {Patient, 12}; nothing for other kinds.
std::optional<ResourceKey> literal_key(const std::string& reference) {
  const auto parts = path_segments(reference);
  const bool has_version = parts.size() == 4 && parts[2] == "_history";
  if (parts.size() != 2 && !has_version) return std::nullopt;
  return ResourceKey{parts[0], parts[1]};
}

bool is_elsewhere(const std::string& reference) {
  return reference.rfind("#", 0) == 0 || reference.rfind("http://", 0) == 0 ||
         reference.rfind("https://", 0) == 0 || reference.rfind("urn:oid:", 0) == 0;
}

bool is_within_reach(WriteContext& context, const ResourceKey& key) {
  if (context.coming.count(key) > 0) return true;
  const ResourceType* type = find_type(key.type);
  if (type == nullptr) return false;
  Statement found(context.db, "SELECT centre FROM resource WHERE type = ? AND id = ?", key.type,
                  key.id);
  return found.step() && (type->is_shared || found.text(0) == context.centre);
}

MaybeProblem check_reference(WriteContext& context, const std::string& reference,
                             const std::string& where) {
  if (is_elsewhere(reference)) return std::nullopt;
  const Problem problem{422, "not-found", "the reference leads nowhere within this centre", where,
                        "Type/<id> of something that is kept here, not a search"};
  if (reference.find('?') != std::string::npos) return problem;
  const auto key = literal_key(reference);
  if (!key || !is_within_reach(context, *key)) return problem;
  return std::nullopt;
}

// Visits every member named "reference" that is text.
template <class Node, class Visit>
MaybeProblem for_each_reference(Node& node, const std::string& where, const Visit& visit) {
  if (node.is_array()) {
    for (size_t i = 0; i < node.size(); ++i)
      if (auto problem = for_each_reference(node[i], where + "[" + std::to_string(i) + "]", visit))
        return problem;
  }
  if (!node.is_object()) return std::nullopt;
  for (auto& [name, value] : node.items()) {
    const std::string inner = where + "." + name.substr(0, 40);
    if (name == "reference" && value.is_string()) {
      if (auto problem = visit(value, inner)) return problem;
    } else if (auto problem = for_each_reference(value, inner, visit)) {
      return problem;
    }
  }
  return std::nullopt;
}

}  // namespace

MaybeProblem resolve_references(Json& resource,
                                const std::map<std::string, std::string>& addresses) {
  const auto visit = [&](Json& value, const std::string& where) -> MaybeProblem {
    const auto& reference = value.get_ref<const std::string&>();
    if (reference.rfind(urn_prefix, 0) != 0) return std::nullopt;
    const auto found = addresses.find(reference);
    if (found == addresses.end())
      return Problem{422, "not-found", "the reference leads to no entry of this Bundle", where,
                     "the fullUrl of an entry"};
    value = found->second;
    return std::nullopt;
  };
  return for_each_reference(resource, text_of(resource, "resourceType"), visit);
}

MaybeProblem check_references(WriteContext& context, const Json& resource) {
  const auto visit = [&](const Json& value, const std::string& where) {
    return check_reference(context, value.get_ref<const std::string&>(), where);
  };
  if (auto problem = for_each_reference(resource, text_of(resource, "resourceType"), visit))
    return problem;
  const ResourceType* type = find_type(text_of(resource, "resourceType"));
  if (type == nullptr || type->subject.empty()) return std::nullopt;
  const auto subject =
      literal_key(text_of(member_of(resource, type->subject.c_str()), "reference"));
  if (!subject || subject->type != "Patient")
    return Problem{422, "business-rule", "not a Patient of this centre",
                   type->name + "." + type->subject + ".reference", "Patient/<id>"};
  Statement erased(context.db,
                   "SELECT 1 FROM resource WHERE type = 'Patient' AND id = ? AND is_withdrawn = 1",
                   subject->id);
  if (erased.step())
    return Problem{410, "deleted", "everything about the citizen was erased",
                   type->name + "." + type->subject + ".reference", "nothing about them any more"};
  return std::nullopt;
}

std::string patient_of(WriteContext& context, const Json& resource) {
  const std::string name = text_of(resource, "resourceType");
  const ResourceType* type = find_type(name);
  if (type == nullptr) return {};
  if (!type->subject.empty()) {
    const auto key = literal_key(text_of(member_of(resource, type->subject.c_str()), "reference"));
    return key ? key->id : std::string();
  }
  if (name != "Provenance") return {};
  // A Provenance is about the citizen of its first target.
  for (const Json& target : member_of(resource, "target")) {
    const auto key = literal_key(text_of(target, "reference"));
    if (!key) continue;
    if (key->type == "Patient") return key->id;
    Statement found(context.db, "SELECT patient FROM resource WHERE type = ? AND id = ?", key->type,
                    key->id);
    if (found.step() && !found.is_null(0)) return found.text(0);
  }
  return {};
}

}  // namespace aktiv::casefile
