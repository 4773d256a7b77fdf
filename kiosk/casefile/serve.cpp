#include "kiosk/casefile/serve.h"

#include <charconv>
#include <filesystem>
#include <optional>
#include <ostream>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/enrol/certificate.h"
#include "kiosk/casefile/questionnaires.h"
#include "kiosk/casefile/store/accounts.h"
#include "kiosk/casefile/store/files.h"
#include "kiosk/casefile/store/kiosks.h"

namespace aktiv::casefile {
namespace {

constexpr const char* first_sign_in = "administrator";

struct Listen {
  std::string host;
  int port = 0;
};

Result<Listen> parse_listen(const std::string& text) {
  const Fault fault{"not an address to listen at", "--listen " + text,
                    "HOST:PORT, as in 127.0.0.1:8443"};
  const size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return fault;
  Listen listen{text.substr(0, colon), -1};
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + colon + 1, end, listen.port);
  if (error != std::errc() || stopped != end || listen.port < 0 || listen.port > 65535)
    return fault;
  if (listen.host.front() == '[' && listen.host.back() == ']')
    listen.host = listen.host.substr(1, listen.host.size() - 2);
  return listen;
}

// `code` runs as a process of its own and must know which certificate is served: its public key's
// hash.
std::string pin_file(const std::string& directory) {
  return directory + "/tls/served-key.sha256";
}

Result<std::string> served_key_hash(const std::string& directory) {
  if (std::filesystem::exists(pin_file(directory))) {
    const auto text = read_file(pin_file(directory));
    if (!text) return text.error();
    const std::string hash = from_hex(*text);
    if (hash.size() != 32)
      return Fault{"not a fingerprint", pin_file(directory),
                   "64 hexadecimal digits; start serve again"};
    return hash;
  }
  const auto files = own_certificate(directory, "localhost");
  if (!files) return files.error();
  return public_key_hash(files->certificate);
}

Result<Centre> centre_of(CaseFile& casefile, const std::string& name) {
  return casefile.database().write([&](Connection& db) -> Result<Centre> {
    if (const auto known = centre_named(db, name)) return *known;
    return *create_centre(db, name, casefile.now_ms());
  });
}

// The first administrator of a new case file; nothing where somebody can sign in already.
Result<std::optional<std::string>> first_password(CaseFile& casefile,
                                                  const std::string& centre_name) {
  const auto is_known =
      casefile.database().read([](Connection& db) -> Result<bool> { return has_accounts(db); });
  if (!is_known) return is_known.error();
  if (*is_known) return std::optional<std::string>();
  Account account;
  account.sign_in = first_sign_in;
  account.name = first_sign_in;
  account.is_administrator = true;
  account.is_leader = true;  // alone at first: to be given away on the administrator's page
  if (!centre_name.empty()) {
    const auto centre = centre_of(casefile, centre_name);
    if (!centre) return centre.error();
    account.centre = centre->id;
    account.role = StaffRole::mentor;
  }
  bool is_taken = false;
  const auto password = casefile.door().create(account, is_taken);
  if (!password) return password.error();
  return is_taken ? std::optional<std::string>() : std::optional(*password);
}

Furnishing furnishing_of(const Provisions& provisions, const std::string& language,
                         const std::string& key_hash,
                         SecondStep second_step = SecondStep::required) {
  return {provisions.content, provisions.share, provisions.pictures, language,
          key_hash,           provisions.work,  provisions.papers,   second_step};
}

void print_start(std::ostream& out, const Listen& listen, int port, const std::string& key_hash) {
  const bool has_colon = listen.host.find(':') != std::string::npos;
  const std::string host = has_colon ? "[" + listen.host + "]" : listen.host;
  out << "certificate sha256/" << to_hex(key_hash) << "\n";
  out << "case file https://" << host << ":" << port << "/" << std::endl;
}

Result<CertificateFiles> certificate_of(const ServeOptions& options, const std::string& host) {
  if (!options.certificate.empty()) return CertificateFiles{options.certificate, options.key};
  return own_certificate(options.directory, host);
}

}  // namespace

Result<std::unique_ptr<Service>> Service::start(const ServeOptions& options,
                                                const Provisions& provisions, Clock clock,
                                                std::ostream& out) {
  const auto listen = parse_listen(options.listen);
  if (!listen) return listen.error();
  const auto files = certificate_of(options, listen->host);
  if (!files) return files.error();
  const auto key_hash = public_key_hash(files->certificate);
  if (!key_hash) return key_hash.error();
  auto casefile =
      CaseFile::open(options.directory, std::move(clock),
                     furnishing_of(provisions, options.language, *key_hash, options.second_step));
  if (!casefile) return casefile.error();
  const auto published =
      publish_questionnaires((*casefile)->database(), (*casefile)->vault(), provisions.content,
                             provisions.pictures, (*casefile)->now_ms());
  if (!published) return published.error();
  if (const auto kept = write_private_file(pin_file(options.directory), to_hex(*key_hash)); !kept)
    return kept.error();

  ServerOptions server_options;
  server_options.host = listen->host;
  server_options.port = listen->port;
  server_options.certificate = files->certificate;
  server_options.key = files->key;
  CaseFile* handler = casefile->get();
  auto server = Server::start(
      server_options, [handler](const HttpRequest& request) { return handler->handle(request); },
      refusal_response);
  if (!server) return server.error();
  const auto password = first_password(**casefile, options.first_centre);
  if (!password) return password.error();
  if (*password) out << "first sign-in " << first_sign_in << " " << **password << "\n";
  print_start(out, *listen, (*server)->port(), *key_hash);
  return std::unique_ptr<Service>(new Service(std::move(*casefile), std::move(*server)));
}

Result<std::string> code_for_centre(const Command& command, const Provisions& provisions,
                                    const Clock& clock) {
  auto casefile = CaseFile::open(command.directory, clock, furnishing_of(provisions, "da", ""));
  if (!casefile) return casefile.error();
  const auto centre = centre_of(**casefile, command.centre);
  if (!centre) return centre.error();
  const auto key_hash = served_key_hash(command.directory);
  if (!key_hash) return key_hash.error();
  return new_enrolment_code((*casefile)->database(), centre->id, *key_hash, clock());
}

Result<std::string> password_for_account(const Command& command, const Provisions& provisions,
                                         const Clock& clock) {
  auto casefile = CaseFile::open(command.directory, clock, furnishing_of(provisions, "da", ""));
  if (!casefile) return casefile.error();
  const auto known = (*casefile)->database().read([&](Connection& db) {
    return account_signing_in(db, (*casefile)->vault(), command.sign_in);
  });
  if (!known) return known.error();
  if (*known) return (*casefile)->door().reset_password((**known).id);
  Account account;
  account.sign_in = command.sign_in;
  account.name = command.name.empty() ? command.sign_in : command.name;
  account.is_administrator = command.centre.empty();
  if (!command.centre.empty()) {
    const auto centre = centre_of(**casefile, command.centre);
    if (!centre) return centre.error();
    account.centre = centre->id;
    account.role = StaffRole::mentor;
  }
  bool is_taken = false;
  auto password = (*casefile)->door().create(account, is_taken);
  if (password && is_taken)
    return Fault{"the sign-in name belonged to an account that was closed", command.sign_in,
                 "another name"};
  return password;
}

}  // namespace aktiv::casefile
