// A request and its response as values, so that everything behind the socket is a plain function
// and can be tested without one. Any thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aktiv::casefile {

// Name and value pairs in the order they were sent; names may repeat.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method;                          // upper case; HEAD comes as GET
  std::string path;                            // decoded, without query: "/fhir/Patient/1"
  Fields query;                                // decoded
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  std::string remote;  // address of the other end

  std::string header(const std::string& lower_case_name) const {
    const auto found = headers.find(lower_case_name);
    return found == headers.end() ? std::string() : found->second;
  }
};

struct HttpResponse {
  int status = 200;
  std::string content_type;
  std::string body;
  Fields headers;
};

using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

// "a=b&c=d" with percent and plus decoded.
Fields decode_fields(std::string_view encoded);
std::string percent_decode(std::string_view text, bool is_plus_a_space);
std::string percent_encode(std::string_view text);
// The first value of that name.
std::optional<std::string> field(const Fields& fields, std::string_view name);
// "/a/b" -> {"a", "b"}
std::vector<std::string> path_segments(std::string_view path);

}  // namespace aktiv::casefile
