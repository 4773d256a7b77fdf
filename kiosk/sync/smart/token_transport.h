// Puts an access token on each request, and gets one when there is none or it is about to end. A
// request that is refused with a token from before is sent once more with a new one. Same thread as
// the transports under it; keeps the token in memory only.
#pragma once

#include <functional>
#include <string>

#include "kiosk/sync/http.h"
#include "kiosk/sync/waits.h"

namespace aktiv::sync::smart {

// How a server knows this kiosk.
struct Client {
  std::string id;         // given by whoever registered the kiosk
  std::string token_url;  // the whole address of the token endpoint
  std::string scope;      // what is asked for
  std::string key_pem;    // device_key.h

  bool operator==(const Client&) const = default;
};

// What a kiosk writes and looks for, as SMART App Launch 2 names it: nothing is ever deleted.
extern const char* const kiosk_scope;

class TokenTransport : public HttpTransport {
 public:
  // Both transports must outlive it; `tokens` goes to the token endpoint's origin. `fresh_id`: a
  // name never used before.
  TokenTransport(HttpTransport& server, HttpTransport& tokens, Client client, UtcClock clock,
                 std::function<std::string()> fresh_id);

  // Without a token, the token endpoint's own answer stands for the server's: its silence, its
  // Retry-After; where it refuses this kiosk, 401.
  HttpResult send(const HttpRequest& request) override;

 private:
  HttpResult send_with_token(HttpRequest request);
  HttpResult ask(int64_t now_ms);
  bool has_token(int64_t now_ms) const { return !token_.empty() && now_ms < renew_at_ms_; }
  bool take_token(const HttpReply& reply, int64_t now_ms);
  HttpResult renew(int64_t now_ms);

  HttpTransport& server_;
  HttpTransport& tokens_;
  Client client_;
  UtcClock clock_;
  std::function<std::string()> fresh_id_;
  std::string token_;
  int64_t renew_at_ms_ = 0;
};

}  // namespace aktiv::sync::smart
