// HTTPS through libcurl: TLS 1.2 or later, nothing but https, no redirect ever followed (the
// credential goes to one server only), an answer of bounded size. Trust is the server's public key
// that enrolment pinned, or, where none was pinned, the certificate authorities of the system (or
// of a file) with the host's name and dates.
//
// One thread at a time; abort() from any thread ends a request that is under way.
#pragma once

#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/sync/http.h"

namespace aktiv::sync {

struct ServerAddress {
  std::string origin;       // "https://host:port", nothing behind it
  std::string spki_sha256;  // 32 bytes; empty: trust authorities
  std::string ca_file;      // empty: the system's
  std::string credential;   // sent as Bearer; empty: none
  std::string proxy;        // empty: none
  long connect_timeout_ms = 10'000;
  long timeout_ms = 60'000;
};

// "https://host[:port]" with nothing behind it, or a Fault that says what would be right.
Status is_origin(const std::string& origin);

class CurlTransport : public HttpTransport {
 public:
  explicit CurlTransport(ServerAddress address);
  ~CurlTransport() override;
  CurlTransport(const CurlTransport&) = delete;
  CurlTransport& operator=(const CurlTransport&) = delete;

  HttpResult send(const HttpRequest& request) override;
  void abort();  // now and for ever: the kiosk is closing

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// The SHA-256 of the key that the server shows, 32 bytes. Nothing is sent; nothing is trusted.
Result<std::string> read_server_key(const ServerAddress& address);

}  // namespace aktiv::sync
