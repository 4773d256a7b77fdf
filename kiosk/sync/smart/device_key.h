// This kiosk's own key at somebody else's FHIR server: P-384 for ES384, or RSA of 3072 bits for
// RS384, the two that SMART App Launch 2 asks servers to know. Any thread.
#pragma once

#include <string>

#include "dialogue/model/result.h"

namespace aktiv::sync::smart {

enum class Algorithm { es384, rs384 };

// "ES384", "RS384": as JSON Web Algorithms (RFC 7518) name them.
std::string name_of(Algorithm algorithm);

// The private key as PEM (PKCS #8), of the system's chance. RSA takes up to a second.
Result<std::string> make_device_key(Algorithm algorithm);

// Which of the two a key is for. A Fault where the text is no such key; it never quotes it.
Result<Algorithm> algorithm_of(const std::string& pem);

// The key's thumbprint (RFC 7638), under which the server finds it.
Result<std::string> key_id(const std::string& pem);

// The public half as a JWK Set (RFC 7517), for the person who registers this kiosk.
Result<std::string> public_key_set(const std::string& pem);

}  // namespace aktiv::sync::smart
