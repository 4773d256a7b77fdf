#include "kiosk/sync/connection.h"

#include "kiosk/sync/smart/assertion.h"
#include "kiosk/sync/smart/configuration.h"

namespace aktiv::sync {
namespace {

// Tokens often come from another machine, which no pinned key vouches for.
ServerAddress token_address(const Destination& destination) {
  ServerAddress address = destination.server;
  const auto url = smart::read_url(destination.client->token_url);
  const std::string origin = url ? url->origin : "";
  if (origin != address.origin) address.spki_sha256.clear();
  address.origin = origin;
  return address;
}

}  // namespace

Connection::Connection(Destination destination, UtcClock clock) : server_(destination.server) {
  if (!destination.client) return;
  tokens_ = std::make_unique<CurlTransport>(token_address(destination));
  with_token_ = std::make_unique<smart::TokenTransport>(
      server_, *tokens_, *destination.client, std::move(clock), smart::fresh_assertion_id);
}

HttpTransport& Connection::transport() {
  if (with_token_) return *with_token_;
  return server_;
}

void Connection::abort() {
  server_.abort();
  if (tokens_) tokens_->abort();
}

}  // namespace aktiv::sync
