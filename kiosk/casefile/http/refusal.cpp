#include "kiosk/casefile/http/refusal.h"

#include <nlohmann/json.hpp>

namespace aktiv::casefile {

HttpResponse refusal(int status, const std::string& what, const std::string& where,
                     const std::string& expected) {
  const nlohmann::ordered_json error = {
      {"error", {{"what", what}, {"where", where}, {"expected", expected}}}};
  return {status, "application/json; charset=utf-8", error.dump(), {}};
}

HttpResponse too_many(int wait_s) {
  auto response = refusal(429, "too many requests", "request", "a calmer pace");
  response.headers.emplace_back("Retry-After", std::to_string(wait_s));
  return response;
}

}  // namespace aktiv::casefile
