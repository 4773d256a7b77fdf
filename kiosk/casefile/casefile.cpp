#include "kiosk/casefile/casefile.h"

#include "kiosk/casefile/endpoint/instant.h"

namespace aktiv::casefile {
namespace {

Problem early_problem(int status) {
  if (status == 413) return {413, "too-long", "the body is too large", "body", "at most 16 MiB"};
  if (status == 414)
    return {414, "too-long", "the address is too long", "address", "at most 2048 bytes"};
  if (status == 404)
    return {404, "not-found", "nothing is kept at this address", "address", "/fhir/…"};
  if (status >= 500)
    return {500, "exception", "the case file could not answer", "", "try again later"};
  return {status, "invalid", "the request cannot be read", "request", "HTTP/1.1"};
}

}  // namespace

HttpResponse refusal_response(int status, const std::string& path) {
  const Problem problem = early_problem(status);
  if (path.rfind("/fhir", 0) == 0 || path == "/") return problem_response(problem);
  return {status, "text/plain; charset=utf-8", problem.what + "\n", {}};
}

Result<std::unique_ptr<CaseFile>> CaseFile::open(const std::string& directory, Clock clock,
                                                 const Furnishing& furnishing) {
  auto database = Database::open(directory);
  if (!database) return database.error();
  auto vault = Vault::open(directory, **database);
  if (!vault) return vault.error();
  auto forms = read_forms(furnishing.share);
  if (!forms) return forms.error();
  auto exports = read_exports(furnishing.share);
  if (!exports) return exports.error();
  return std::unique_ptr<CaseFile>(new CaseFile(std::move(*database), std::move(*vault),
                                                std::move(clock), furnishing, std::move(*forms),
                                                std::move(*exports)));
}

CaseFile::CaseFile(std::unique_ptr<Database> database, Vault vault, Clock clock,
                   const Furnishing& furnishing, Forms forms, Exports exports)
    : database_(std::move(database)),
      vault_(std::move(vault)),
      clock_(std::move(clock)),
      gate_(*database_, clock_),
      endpoint_(*database_, vault_, gate_, clock_),
      enrolment_(*database_, vault_, gate_, clock_),
      evaluations_(*database_, vault_, gate_),
      files_(furnishing.share, furnishing.pictures),
      pages_(*database_, vault_, clock_,
             {furnishing.content, furnishing.language, furnishing.spki_hash, furnishing.work,
              furnishing.second_step, furnishing.papers, std::move(forms), std::move(exports)}) {}

HttpResponse CaseFile::dispatch(const HttpRequest& request) {
  if (request.path == "/fhir" || request.path.rfind("/fhir/", 0) == 0)
    return endpoint_.handle(request);
  if (request.path == "/enrol") return enrolment_.enrol(request);
  if (request.path == "/evaluations") return evaluations_.take(request);
  if (request.path == "/help") return enrolment_.help(request);
  if (auto file = files_.find(request)) return *file;
  return pages_.handle(request);
}

HttpResponse CaseFile::handle(const HttpRequest& request) {
  HttpResponse response = dispatch(request);
  const auto add = [&](const char* name, const std::string& value) {
    if (!field(response.headers, name)) response.headers.emplace_back(name, value);
  };
  add("Date", to_http_date(clock_()));  // by which a kiosk sees that its own clock is wrong
  add("X-Content-Type-Options", "nosniff");
  add("Cache-Control", "no-store");
  add("Strict-Transport-Security", "max-age=31536000");
  add("Referrer-Policy", "no-referrer");
  add("Content-Security-Policy",
      "default-src 'self'; img-src 'self' data:; media-src data:; base-uri 'none'; form-action "
      "'self'; "
      "frame-ancestors 'none'; object-src 'none'");
  add("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  add("Cross-Origin-Opener-Policy", "same-origin");
  return response;
}

}  // namespace aktiv::casefile
