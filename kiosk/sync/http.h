// One request to one server, as values. The transport is injected: curl on a kiosk, a fake in
// tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace aktiv::sync {

struct HttpRequest {
  std::string method;  // "GET", "POST", "PUT"
  std::string path;    // from the server's root, query included and percent-encoded
  std::string body;
  std::string content_type;  // empty where there is no body
  std::vector<std::pair<std::string, std::string>> headers;
};

struct HttpReply {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;

  std::string header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
      if (key == name) return value;
    }
    return {};
  }
};

enum class NoReply {
  unreachable,  // nothing left this machine
  timed_out,    // it may have arrived
  cut_off,      // it may have arrived
  certificate,  // refused before anything was sent
};

using HttpResult = std::variant<HttpReply, NoReply>;

// Owned by its maker; used from one thread. Adds the kiosk's credential itself; never follows a
// redirect.
class HttpTransport {
 public:
  virtual ~HttpTransport() = default;
  virtual HttpResult send(const HttpRequest& request) = 0;
};

// Everything but letters, digits and "-._~" as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace aktiv::sync
