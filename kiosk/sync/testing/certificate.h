// Within tests only: certificates made for one test, right or wrong in one way.
#pragma once

#include <string>

namespace aktiv::sync {

struct TestCertificate {
  std::string certificate_file;  // PEM, its own authority
  std::string key_file;
  std::string spki_sha256;  // 32 bytes
};

// Valid from now + `from_days` to now + `to_days`, for `hosts`. Files lie in `folder`. With
// `key_of`, the key is that certificate's: renewed, not another server.
TestCertificate make_certificate(const std::string& folder, const std::string& name,
                                 int from_days = -1, int to_days = 2,
                                 const TestCertificate* key_of = nullptr,
                                 const char* hosts = "DNS:localhost,IP:127.0.0.1");

}  // namespace aktiv::sync
