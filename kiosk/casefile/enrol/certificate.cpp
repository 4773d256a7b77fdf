#include "kiosk/casefile/enrol/certificate.h"

#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "kiosk/casefile/store/files.h"

namespace aktiv::casefile {
namespace {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;

constexpr long ten_years_s = 3650L * 24 * 3600;
constexpr long day_s = 24L * 3600;

Fault failed(const std::string& step, const std::string& where) {
  return {"OpenSSL could not " + step, where, "a working OpenSSL"};
}

bool is_address(const std::string& host) {
  unsigned char bytes[16];
  return inet_pton(AF_INET, host.c_str(), bytes) == 1 ||
         inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

std::string alternative_names(const std::string& host) {
  std::string names = "DNS:localhost,IP:127.0.0.1,IP:::1";
  const bool is_anywhere = host == "0.0.0.0" || host == "::" || host == "localhost" ||
                           host == "127.0.0.1" || host.empty();
  if (!is_anywhere) names += (is_address(host) ? ",IP:" : ",DNS:") + host;
  char own[256] = {};
  if (::gethostname(own, sizeof own - 1) == 0 && own[0] != '\0' && std::string(own) != "localhost")
    names += std::string(",DNS:") + own;
  return names;
}

bool add_extension(X509* certificate, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  if (extension == nullptr) return false;
  const bool is_added = X509_add_ext(certificate, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  return is_added;
}

bool set_serial(X509* certificate) {
  unsigned char bytes[8];
  if (RAND_bytes(bytes, sizeof bytes) != 1) return false;
  uint64_t serial = 0;
  for (const unsigned char byte : bytes) serial = serial << 8 | byte;
  return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1;
}

Certificate self_signed(EVP_PKEY* key, const std::string& host) {
  Certificate certificate(X509_new());
  X509* raw = certificate.get();
  X509_NAME* name = X509_get_subject_name(raw);
  static const unsigned char common_name[] = "AKTIV case file";
  const bool is_made =
      X509_set_version(raw, 2) == 1 && set_serial(raw) &&
      X509_gmtime_adj(X509_getm_notBefore(raw), -day_s) !=
          nullptr &&  // a kiosk's clock may be behind
      X509_gmtime_adj(X509_getm_notAfter(raw), ten_years_s) != nullptr &&
      X509_set_pubkey(raw, key) == 1 &&
      X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, common_name, -1, -1, 0) == 1 &&
      X509_set_issuer_name(raw, name) == 1 &&
      add_extension(raw, NID_subject_alt_name, alternative_names(host)) &&
      add_extension(raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
      add_extension(raw, NID_ext_key_usage, "serverAuth") && X509_sign(raw, key, EVP_sha256()) > 0;
  return is_made ? std::move(certificate) : nullptr;
}

std::string text_of(const Memory& memory) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return std::string(data, static_cast<size_t>(size));
}

Status make_certificate(const CertificateFiles& files, const std::string& host) {
  const Key key(EVP_EC_gen("P-256"));
  if (!key) return failed("make a key", files.key);
  const Certificate certificate = self_signed(key.get(), host);
  if (!certificate) return failed("make a certificate", files.certificate);
  const Memory key_text(BIO_new(BIO_s_mem()));
  const Memory certificate_text(BIO_new(BIO_s_mem()));
  if (PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) !=
          1 ||
      PEM_write_bio_X509(certificate_text.get(), certificate.get()) != 1)
    return failed("write PEM", files.key);
  // The certificate last: with it in place, both are.
  if (const auto written = write_private_file(files.key, text_of(key_text)); !written)
    return written;
  return write_private_file(files.certificate, text_of(certificate_text));
}

}  // namespace

Result<CertificateFiles> own_certificate(const std::string& directory, const std::string& host) {
  const CertificateFiles files{directory + "/tls/certificate.pem", directory + "/tls/key.pem"};
  const bool has_certificate = std::filesystem::exists(files.certificate);
  if (has_certificate && std::filesystem::exists(files.key)) return files;
  if (has_certificate)
    return Fault{"the key of the certificate is missing; nothing was changed", files.key,
                 "the key that the kiosks have pinned; restore it"};
  if (const auto made = make_certificate(files, host); !made) return made.error();
  return files;
}

Result<std::string> public_key_hash(const std::string& certificate_path) {
  const Memory file(BIO_new_file(certificate_path.c_str(), "r"));
  if (!file) return Fault{"the certificate cannot be read", certificate_path, "a PEM file"};
  const Certificate certificate(PEM_read_bio_X509(file.get(), nullptr, nullptr, nullptr));
  if (!certificate)
    return Fault{"not a certificate", certificate_path, "PEM, -----BEGIN CERTIFICATE-----"};
  unsigned char* der = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
  if (size <= 0) return failed("read the public key", certificate_path);
  std::string hash(SHA256_DIGEST_LENGTH, '\0');
  SHA256(der, static_cast<size_t>(size), reinterpret_cast<unsigned char*>(hash.data()));
  OPENSSL_free(der);
  return hash;
}

}  // namespace aktiv::casefile
