// aktiv-casefile: serve, code. The one place that names files, sockets, signals and the wall clock.
#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <iostream>
#include <thread>

#include "kiosk/casefile/casefile.h"
#include "kiosk/casefile/log.h"
#include "kiosk/casefile/serve.h"
#include "kiosk/casefile/store/kiosks.h"

namespace {

using namespace aktiv;
using namespace aktiv::casefile;

int64_t wall_clock_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

int fail(const Fault& fault) {
  std::cerr << "aktiv-casefile: " << to_text(fault) << "\n";
  return 1;
}

int print_code(const std::string& directory, const std::string& centre_name) {
  const auto code = code_for_centre(directory, centre_name, wall_clock_ms);
  if (!code) return fail(code.error());
  std::cout << *code << "\n";
  return 0;
}

int run_serve(const ServeOptions& options) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals,
                  nullptr);  // before any thread begins, so that all inherit it
  std::signal(SIGPIPE, SIG_IGN);
  log_to_standard_error();

  auto service = Service::start(options, wall_clock_ms, std::cout);
  if (!service) return fail(service.error());
  std::thread serving([&] { (*service)->run(); });
  int received = 0;
  sigwait(&signals, &received);
  (*service)->stop();
  serving.join();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("AKTIV-dialog's case file: keeps what citizens said, shows it to their mentors.");
  app.require_subcommand(1);

  ServeOptions serve_options;
  auto* serve = app.add_subcommand("serve", "Serve the FHIR end point and the pages over HTTPS");
  serve->add_option("--data", serve_options.directory, "Folder of the database and keys")
      ->required();
  serve->add_option("--listen", serve_options.listen, "HOST:PORT; port 0 takes any free one")
      ->capture_default_str();
  auto* certificate = serve->add_option("--cert", serve_options.certificate,
                                        "Certificate of your own (PEM); else one is made");
  auto* key = serve->add_option("--key", serve_options.key, "Its key (PEM)");
  certificate->needs(key);
  key->needs(certificate);
  serve->add_option("--lang", serve_options.language, "Language of the pages at first: da or en")
      ->check(CLI::IsMember({"da", "en"}))
      ->capture_default_str();

  std::string directory;
  std::string centre;
  auto* code = app.add_subcommand("code", "Print a new one-time enrolment code for a kiosk");
  code->add_option("--data", directory, "Folder of the database and keys")->required();
  code->add_option("--centre", centre, "Name of the centre; made when it is new")->required();

  CLI11_PARSE(app, argc, argv);
  if (serve->parsed()) return run_serve(serve_options);
  return print_code(directory, centre);
}
