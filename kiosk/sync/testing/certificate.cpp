#include "kiosk/sync/testing/certificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <stdexcept>

namespace aktiv::sync {
namespace {

void must(bool is_done, const char* what) {
  if (!is_done) throw std::runtime_error(what);
}

EVP_PKEY* key_from(const std::string& file) {
  FILE* in = std::fopen(file.c_str(), "r");
  must(in != nullptr, "key file");
  EVP_PKEY* key = PEM_read_PrivateKey(in, nullptr, nullptr, nullptr);
  std::fclose(in);
  must(key != nullptr, "key");
  return key;
}

void add(X509* certificate, int nid, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
  must(extension && X509_add_ext(certificate, extension, -1) == 1, "extension");
  X509_EXTENSION_free(extension);
}

std::string key_hash(X509* certificate) {
  unsigned char* der = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
  std::string hash(SHA256_DIGEST_LENGTH, '\0');
  SHA256(der, static_cast<size_t>(size), reinterpret_cast<unsigned char*>(hash.data()));
  OPENSSL_free(der);
  return hash;
}

}  // namespace

TestCertificate make_certificate(const std::string& folder, const std::string& name, int from_days,
                                 int to_days, const TestCertificate* key_of, const char* hosts) {
  TestCertificate made{folder + "/" + name + ".pem", folder + "/" + name + ".key", ""};
  EVP_PKEY* key = key_of ? key_from(key_of->key_file) : EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  must(key && certificate, "key and certificate");
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1 + from_days * 1000 + to_days + 100'000);
  X509_time_adj_ex(X509_getm_notBefore(certificate), from_days, 0, nullptr);
  X509_time_adj_ex(X509_getm_notAfter(certificate), to_days, 0, nullptr);
  X509_set_pubkey(certificate, key);
  X509_NAME* subject = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate, subject);
  add(certificate, NID_subject_alt_name, hosts);
  add(certificate, NID_basic_constraints, "critical,CA:TRUE");
  must(X509_sign(certificate, key, EVP_sha256()) > 0, "sign");
  made.spki_sha256 = key_hash(certificate);

  FILE* out = std::fopen(made.certificate_file.c_str(), "w");
  must(out && PEM_write_X509(out, certificate) == 1, "write certificate");
  std::fclose(out);
  out = std::fopen(made.key_file.c_str(), "w");
  must(out && PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
       "write key");
  std::fclose(out);
  X509_free(certificate);
  EVP_PKEY_free(key);
  return made;
}

}  // namespace aktiv::sync
