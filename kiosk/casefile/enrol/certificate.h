// The server's certificate: made at the first start (EC P-256, self-signed, key file 0600), or the
// municipality's own. Kiosks pin the public key, so its hash is what matters. OpenSSL ends here.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

struct CertificateFiles {
  std::string certificate;  // PEM
  std::string key;          // PEM
};

// DIR/tls/certificate.pem and key.pem; makes both when neither is there.
[[nodiscard]] Result<CertificateFiles> own_certificate(const std::string& directory,
                                                       const std::string& host);
// SHA-256 of the DER SubjectPublicKeyInfo of the (first) certificate in the file: 32 bytes.
[[nodiscard]] Result<std::string> public_key_hash(const std::string& certificate_path);

}  // namespace aktiv::casefile
