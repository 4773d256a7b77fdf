#include "kiosk/sync/curl_transport.h"

#include <curl/curl.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include <atomic>
#include <mutex>

#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/freed.h"

namespace aktiv::sync {
namespace {

constexpr size_t largest_answer = 16 * 1024 * 1024;

using Handle = std::unique_ptr<CURL, Freed<curl_easy_cleanup>>;
using Headers = std::unique_ptr<curl_slist, Freed<curl_slist_free_all>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

void start_curl_once() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

size_t take_body(char* data, size_t size, size_t count, void* into) {
  auto& reply = *static_cast<HttpReply*>(into);
  if (reply.body.size() + size * count > largest_answer) return 0;
  reply.body.append(data, size * count);
  return size * count;
}

size_t take_header(char* data, size_t size, size_t count, void* into) {
  auto& reply = *static_cast<HttpReply*>(into);
  std::string_view line(data, size * count);
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || reply.headers.size() > 200) return size * count;
  std::string name(line.substr(0, colon));
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  line.remove_prefix(colon + 1);
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  reply.headers.emplace_back(std::move(name), std::string(line));
  return size * count;
}

int is_aborted(void* flag, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<std::atomic<bool>*>(flag)->load() ? 1 : 0;
}

void set_limits(CURL* curl, const ServerAddress& address) {
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_PROXY, address.proxy.c_str());
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, address.connect_timeout_ms);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, address.timeout_ms);
}

// Pinned: the key alone is trusted, whatever name or date its certificate bears. A kiosk whose
// clock stopped must still find its case file; another key is refused before a byte is sent.
void set_trust(CURL* curl, const ServerAddress& address) {
  if (address.spki_sha256.empty()) {
    if (!address.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, address.ca_file.c_str());
    return;
  }
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
  const std::string pin = "sha256//" + fhir::to_base64(address.spki_sha256);
  curl_easy_setopt(curl, CURLOPT_PINNEDPUBLICKEY, pin.c_str());
}

NoReply no_reply_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return NoReply::unreachable;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return NoReply::certificate;
    case CURLE_OPERATION_TIMEDOUT:
      return NoReply::timed_out;
    default:  // curl's own list, which grows: whatever else happened, the request may have arrived
      return NoReply::cut_off;
  }
}

Result<std::string> key_of_certificate(const std::string& pem, const std::string& where) {
  const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  const Certificate certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
  if (!certificate) return Fault{"the server shows no certificate", where, "a TLS server"};
  unsigned char* der = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
  if (size <= 0) return Fault{"the server's key cannot be read", where, "an X.509 certificate"};
  std::string hash(SHA256_DIGEST_LENGTH, '\0');
  SHA256(der, static_cast<size_t>(size), reinterpret_cast<unsigned char*>(hash.data()));
  OPENSSL_free(der);
  return hash;
}

}  // namespace

struct CurlTransport::Inside {
  ServerAddress address;
  Handle curl;  // kept: connections are used again
  std::atomic<bool> is_aborted{false};

  Headers header_list(const HttpRequest& request) const {
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    if (!request.content_type.empty()) {
      list = curl_slist_append(list, ("Content-Type: " + request.content_type).c_str());
    }
    if (!address.credential.empty()) {
      list = curl_slist_append(list, ("Authorization: Bearer " + address.credential).c_str());
    }
    for (const auto& [name, value] : request.headers) {
      list = curl_slist_append(list, (name + ": " + value).c_str());
    }
    return Headers(list);
  }
};

Status is_origin(const std::string& origin) {
  constexpr std::string_view scheme = "https://";
  const Fault wrong{"not an address of a case file", origin, "https://host:port"};
  if (!origin.starts_with(scheme) || origin.size() == scheme.size()) return wrong;
  const auto rest = std::string_view(origin).substr(scheme.size());
  if (rest.find_first_of("/?#@ \t\r\n\\") != std::string_view::npos) return wrong;
  return {};
}

CurlTransport::CurlTransport(ServerAddress address) : inside_(std::make_unique<Inside>()) {
  start_curl_once();
  inside_->address = std::move(address);
  inside_->curl.reset(curl_easy_init());
}

CurlTransport::~CurlTransport() = default;

void CurlTransport::abort() {
  inside_->is_aborted = true;
}

HttpResult CurlTransport::send(const HttpRequest& request) {
  CURL* curl = inside_->curl.get();
  if (!curl || !is_origin(inside_->address.origin)) return NoReply::unreachable;
  curl_easy_reset(curl);
  HttpReply reply;
  const std::string url = inside_->address.origin + request.path;
  const Headers headers = inside_->header_list(request);
  set_limits(curl, inside_->address);
  set_trust(curl, inside_->address);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &reply);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, is_aborted);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &inside_->is_aborted);
  if (request.method != "GET") {
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
  }
  const CURLcode code = curl_easy_perform(curl);
  if (code != CURLE_OK) return no_reply_of(code);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  reply.status = static_cast<int>(status);
  return reply;
}

Result<std::string> read_server_key(const ServerAddress& address) {
  if (const auto origin = is_origin(address.origin); !origin) return origin.error();
  start_curl_once();
  const Handle curl(curl_easy_init());
  set_limits(curl.get(), address);
  curl_easy_setopt(curl.get(), CURLOPT_URL, address.origin.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_CONNECT_ONLY, 1L);  // the handshake and nothing more
  curl_easy_setopt(curl.get(), CURLOPT_CERTINFO, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_SSL_VERIFYHOST, 0L);
  const CURLcode code = curl_easy_perform(curl.get());
  if (code != CURLE_OK) {
    return Fault{curl_easy_strerror(code), address.origin, "a case file that answers there"};
  }
  curl_certinfo* shown = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_CERTINFO, &shown);
  if (shown && shown->num_of_certs > 0) {
    for (const curl_slist* line = shown->certinfo[0]; line; line = line->next) {
      const std::string text(line->data);
      if (text.starts_with("Cert:")) return key_of_certificate(text.substr(5), address.origin);
    }
  }
  return Fault{"the server shows no certificate", address.origin, "a TLS server"};
}

}  // namespace aktiv::sync
