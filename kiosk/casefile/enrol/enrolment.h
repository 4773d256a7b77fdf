// How a kiosk comes to a centre: an administrator has a one-time code made (24 h), the kiosk trades
// its secret for a credential of its own at POST /enrol. And POST /help, by which an enrolled kiosk
// says that somebody asked for help. Any thread; what it is given must outlive it.
#pragma once

#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/auth/device.h"
#include "kiosk/casefile/auth/throttle.h"
#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

inline constexpr int64_t code_lifetime_ms = 24LL * 3'600'000;

// A new code for the centre. spki_hash: public_key_hash() of the certificate that is served.
Result<std::string> new_enrolment_code(Database& database, const std::string& centre,
                                       const std::string& spki_hash, int64_t now_ms);

class Enrolment {
 public:
  Enrolment(Database& database, const Vault& vault, DeviceGate& gate, Clock clock);
  HttpResponse enrol(const HttpRequest& request);  // POST /enrol
  HttpResponse help(const HttpRequest& request);   // POST /help

 private:
  Database& database_;
  const Vault& vault_;
  DeviceGate& gate_;
  Clock clock_;
  RateLimit refused_;  // wrong codes, an address
};

}  // namespace aktiv::casefile
