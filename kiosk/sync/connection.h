// The way to one case file: TLS to it and, where it is somebody else's, tokens for it. One thread
// at a time; abort() from any thread.
#pragma once

#include <memory>
#include <optional>

#include "kiosk/sync/curl_transport.h"
#include "kiosk/sync/smart/token_transport.h"

namespace aktiv::sync {

struct Destination {
  ServerAddress server;
  std::optional<smart::Client> client = {};  // with one, the server's address has no credential
};

class Connection {
 public:
  Connection(Destination destination, UtcClock clock);

  HttpTransport& transport();
  void abort();  // now and for ever: the kiosk is closing

 private:
  CurlTransport server_;
  std::unique_ptr<CurlTransport> tokens_;
  std::unique_ptr<smart::TokenTransport> with_token_;
};

}  // namespace aktiv::sync
