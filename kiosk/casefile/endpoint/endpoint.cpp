#include "kiosk/casefile/endpoint/endpoint.h"

#include <algorithm>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/capability.h"
#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/resource_types.h"
#include "kiosk/casefile/endpoint/search_params.h"
#include "kiosk/casefile/endpoint/search_result.h"
#include "kiosk/casefile/endpoint/transaction.h"
#include "kiosk/casefile/endpoint/validate.h"
#include "kiosk/casefile/endpoint/write.h"

namespace aktiv::casefile {
namespace {

constexpr const char* fhir_json = "application/fhir+json; charset=utf-8";

HttpResponse json_response(int status, std::string body) {
  return {status, fhir_json, std::move(body), {}};
}

HttpResponse method_problem(const std::string& allowed) {
  auto response = problem_response(
      {405, "not-supported", "this address does not know the method", "request", allowed});
  response.headers.emplace_back("Allow", allowed);
  return response;
}

Problem unknown_type() {
  return {404, "not-supported", "not a resource that the case file keeps", "address",
          names_of_types()};
}

HttpResponse written_response(const HttpRequest& request, const Written& written) {
  const std::string path = "/fhir/" + written.key.type + "/" + written.key.id;
  HttpResponse response = json_response(written.is_created ? 201 : 200, written.body);
  if (request.header("prefer").find("return=minimal") != std::string::npos) response.body.clear();
  response.headers.emplace_back("ETag", etag_of(written.version));
  response.headers.emplace_back("Location", path + "/_history/" + std::to_string(written.version));
  return response;
}

MaybeProblem check_media(const HttpRequest& request) {
  if (request.method != "POST" && request.method != "PUT") return std::nullopt;
  const std::string type = request.header("content-type");
  if (type.find("json") != std::string::npos || request.path.ends_with("/_search"))
    return std::nullopt;
  return Problem{415, "not-supported", "the body is not announced as JSON", "Content-Type",
                 "application/fhir+json"};
}

MaybeProblem check_accept(const HttpRequest& request) {
  const std::string accept = request.header("accept");
  const bool is_fine = accept.empty() || accept.find("json") != std::string::npos ||
                       accept.find("*/*") != std::string::npos ||
                       accept.find("application/*") != std::string::npos;
  if (is_fine) return std::nullopt;
  return Problem{406, "not-supported", "only JSON is spoken here", "Accept",
                 "application/fhir+json"};
}

HttpResponse slow_down(int wait_s) {
  auto response = problem_response({429, "throttled", "too many requests", "request",
                                    "another try after " + std::to_string(wait_s) + " s"});
  response.headers.emplace_back("Retry-After", std::to_string(wait_s));
  return response;
}

HttpResponse stranger() {
  auto response = problem_response({401, "login", "no kiosk of this case file", "Authorization",
                                    "Bearer and the credential that enrolment gave"});
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

std::string base_of(const HttpRequest& request) {
  return "https://" + request.header("host") + "/fhir";
}

}  // namespace

HttpResponse problem_response(const Problem& problem) {
  return json_response(problem.status, operation_outcome(problem));
}

HttpResponse FhirEndpoint::handle(const HttpRequest& request) {
  if (auto problem = check_accept(request)) return problem_response(*problem);
  if (request.path == "/fhir/metadata") {
    if (request.method != "GET") return method_problem("GET");
    return json_response(200, capability_statement(base_of(request)));
  }
  const auto checked = gate_.check(request);
  if (!checked) return problem_response(internal_problem(checked.error()));
  if (checked->wait_s > 0) return slow_down(checked->wait_s);
  if (!checked->kiosk) return stranger();
  if (auto problem = check_media(request)) return problem_response(*problem);
  return route(request, *checked->kiosk);
}

HttpResponse FhirEndpoint::route(const HttpRequest& request, const Kiosk& caller) {
  const auto parts = path_segments(request.path);
  if (parts.size() == 1) {
    if (request.method != "POST") return method_problem("POST");
    return transaction(request, caller);
  }
  if (find_type(parts[1]) == nullptr) return problem_response(unknown_type());
  if (parts.size() == 2) return on_type(request, caller, parts[1]);
  if (parts.size() == 3 && parts[2] == "_search") {
    if (request.method != "POST") return method_problem("POST");
    Fields words = request.query;
    for (auto& word : decode_fields(request.body)) words.push_back(std::move(word));
    return search(request, caller, parts[1], words);
  }
  if (parts.size() == 3) return on_resource(request, caller, parts[1], parts[2]);
  if (parts.size() == 5 && parts[3] == "_history") {
    if (request.method != "GET") return method_problem("GET");
    return read(caller, parts[1], parts[2], parts[4]);
  }
  return problem_response(
      {404, "not-found", "nothing is kept at this address", "address",
       "/fhir/<type>, /fhir/<type>/<id> or /fhir/<type>/<id>/_history/<version>"});
}

HttpResponse FhirEndpoint::on_type(const HttpRequest& request, const Kiosk& caller,
                                   const std::string& type) {
  if (request.method == "GET") return search(request, caller, type, request.query);
  if (request.method == "POST") return create(request, caller, type);
  return method_problem("GET, POST");
}

HttpResponse FhirEndpoint::on_resource(const HttpRequest& request, const Kiosk& caller,
                                       const std::string& type, const std::string& id) {
  if (request.method == "GET") return read(caller, type, id, std::nullopt);
  if (request.method == "PUT") return update(request, caller, type, id);
  return method_problem("GET, PUT");
}

namespace {

// Runs a writing step in one transaction; a Problem rolls it back and becomes the response.
template <class T, class Body>
Checked<T> in_transaction(Database& database, Body&& body) {
  std::optional<Problem> problem;
  const auto result = database.write([&](Connection& db) -> Result<T> {
    Checked<T> value = body(db);
    if (value) return std::move(*value);
    problem = value.problem();
    return Fault{problem->what, "", ""};
  });
  if (problem) return *problem;
  if (!result) return internal_problem(result.error());
  return *result;
}

}  // namespace

HttpResponse FhirEndpoint::transaction(const HttpRequest& request, const Kiosk& caller) {
  const auto bundle = parse_json(request.body);
  if (!bundle) return problem_response(bundle.problem());
  const auto reply = in_transaction<TransactionReply>(database_, [&](Connection& db) {
    WriteContext context{db, vault_, caller.centre, caller.id, clock_(), {}};
    return run_transaction(context, *bundle);
  });
  if (!reply) return problem_response(reply.problem());
  if (reply->has_withdrawn) database_.truncate_log();
  return json_response(200, reply->body);
}

HttpResponse FhirEndpoint::create(const HttpRequest& request, const Kiosk& caller,
                                  const std::string& type) {
  const auto resource = parse_json(request.body);
  if (!resource) return problem_response(resource.problem());
  if (text_of(*resource, "resourceType") != type)
    return problem_response(
        {400, "invalid", "the resource is of another type than the address", "resourceType", type});
  const auto written = in_transaction<Written>(database_, [&](Connection& db) -> Checked<Written> {
    WriteContext context{db, vault_, caller.centre, caller.id, clock_(), {}};
    if (const std::string condition_text = request.header("if-none-exist");
        !condition_text.empty()) {
      const auto condition = parse_condition(condition_text, "If-None-Exist");
      if (!condition) return condition.problem();
      if (auto problem = check_condition_fits(*resource, *condition, "If-None-Exist"))
        return *problem;
      auto existing = find_existing(context, *find_type(type), *condition);
      if (!existing) return existing.problem();
      if (*existing) return **existing;
    }
    return create_resource(context, *resource, random_uuid());
  });
  if (!written) return problem_response(written.problem());
  return written_response(request, *written);
}

HttpResponse FhirEndpoint::update(const HttpRequest& request, const Kiosk& caller,
                                  const std::string& type, const std::string& id) {
  const auto resource = parse_json(request.body);
  if (!resource) return problem_response(resource.problem());
  const auto written = in_transaction<Written>(database_, [&](Connection& db) {
    WriteContext context{db, vault_, caller.centre, caller.id, clock_(), {}};
    return update_resource(context, {type, id}, *resource, request.header("if-match"));
  });
  if (!written) return problem_response(written.problem());
  if (written->is_withdrawn) database_.truncate_log();
  return written_response(request, *written);
}

HttpResponse FhirEndpoint::read(const Kiosk& caller, const std::string& type, const std::string& id,
                                const std::optional<std::string>& version) {
  const Problem unknown{404, "not-found", "there is no such " + type + " in this centre", type,
                        "an id that this centre's kiosks were given"};
  const auto number = version ? parse_etag("\"" + *version + "\"") : std::nullopt;
  if (version && !number) return problem_response(unknown);
  const auto found = database_.read([&](Connection& db) {
    return number ? find_version(db, vault_, {type, id}, *number)
                  : find_resource(db, vault_, {type, id});
  });
  if (!found) return problem_response(internal_problem(found.error()));
  if (!*found) return problem_response(unknown);
  const StoredResource& stored = **found;
  const bool is_within = stored.centre == caller.centre || find_type(type)->is_shared;
  if (!is_within || stored.is_for_staff) return problem_response(unknown);
  if (stored.is_withdrawn || stored.body.empty())
    return problem_response({410, "deleted", "it was taken back", type, "nothing: it is gone"});
  HttpResponse response = json_response(200, stored.body);
  response.headers.emplace_back("ETag", etag_of(stored.version));
  return response;
}

HttpResponse FhirEndpoint::search(const HttpRequest& request, const Kiosk& caller,
                                  const std::string& type, const Fields& words) {
  auto query = parse_search(*find_type(type), words);
  if (!query) return problem_response(query.problem());
  if (!find_type(type)->is_shared) query->centre = caller.centre;
  const auto page =
      database_.read([&](Connection& db) { return search_resources(db, vault_, *query); });
  if (!page) return problem_response(internal_problem(page.error()));
  return json_response(200, search_bundle(base_of(request), type, words, *page));
}

}  // namespace aktiv::casefile
