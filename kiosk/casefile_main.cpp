// aktiv-casefile: the one place that names its parts, files, signals and the wall clock.
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "kiosk/casefile/log.h"
#include "kiosk/casefile/serve.h"
#include "kiosk/casefile_brushes.h"
#include "kiosk/files/content_files.h"
#include "kiosk/files/share_dir.h"
#include "kiosk/ui/pictures/pictures.h"

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

int print(const Result<std::string>& line) {
  if (!line) return fail(line.error());
  std::cout << *line << "\n";
  return 0;
}

// A book is not shared between threads, and the server has several.
PictureSource drawn_from(ui::PictureBook& book) {
  auto mutex = std::make_shared<std::mutex>();
  return [&book, mutex](const std::string& id, int size_px) {
    const std::lock_guard lock(*mutex);
    return book.png(PictureId(id), size_px);
  };
}

// Each thread would have an arena of its own, and each would keep what its largest page took: some
// hundred megabytes that nobody uses. Fewer, and what a page took stays for the next one.
void keep_memory_small() {
  mallopt(M_ARENA_MAX, 4);
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}

int run_serve(const ServeOptions& options, const Provisions& provisions) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals,
                  nullptr);  // before any thread begins, so that all inherit it
  std::signal(SIGPIPE, SIG_IGN);
  log_to_standard_error();
  keep_memory_small();

  auto service = Service::start(options, provisions, wall_clock_ms, std::cout);
  if (!service) return fail(service.error());
  std::thread serving([&] { (*service)->run(); });
  int received = 0;
  sigwait(&signals, &received);
  (*service)->stop();
  serving.join();
  return 0;
}

struct Asked {
  ServeOptions serve;
  Command command;
  CLI::App* serving = nullptr;
  CLI::App* code = nullptr;
};

void describe_serve(CLI::App& app, Asked& asked) {
  asked.serving = app.add_subcommand("serve", "Serve the FHIR end point and the pages over HTTPS");
  asked.serving->add_option("--data", asked.serve.directory, "Folder of the database and keys")
      ->required();
  asked.serving->add_option("--listen", asked.serve.listen, "HOST:PORT; port 0 takes any free one")
      ->capture_default_str();
  auto* certificate = asked.serving->add_option("--cert", asked.serve.certificate,
                                                "Certificate of your own (PEM); else one is made");
  auto* key = asked.serving->add_option("--key", asked.serve.key, "Its key (PEM)");
  certificate->needs(key);
  key->needs(certificate);
  asked.serving
      ->add_option("--lang", asked.serve.language, "Language of the pages at first: da or en")
      ->check(CLI::IsMember({"da", "en"}))
      ->capture_default_str();
  static const std::map<std::string, SecondStep> steps = {{"required", SecondStep::required},
                                                          {"offered", SecondStep::offered}};
  asked.serving
      ->add_option("--second-step", asked.serve.second_step,
                   "A code from a telephone at sign-in: required (as without this), or offered")
      ->transform(CLI::CheckedTransformer(steps, CLI::ignore_case));
  asked.serving->add_option(
      "--centre", asked.serve.first_centre,
      "At the first start: make this centre and the first administrator its mentor");
}

void describe_commands(CLI::App& app, Asked& asked) {
  const auto add = [&](const char* name, const char* what) {
    auto* command = app.add_subcommand(name, what);
    command->add_option("--data", asked.command.directory, "Folder of the database and keys")
        ->required();
    return command;
  };
  asked.code = add("code", "Print a new one-time enrolment code for a kiosk (24 hours)");
  asked.code
      ->add_option("--centre", asked.command.centre, "Name of the centre; made when it is new")
      ->required();
  auto* administrator = add("admin", "Make an administrator, or give one a new one-time password");
  administrator->add_option("--sign-in", asked.command.sign_in, "Sign-in name")->required();
  auto* mentor = add("mentor", "Make a mentor of a centre, or give one a new one-time password");
  mentor->add_option("--sign-in", asked.command.sign_in, "Sign-in name")->required();
  mentor->add_option("--name", asked.command.name, "The mentor's own name");
  mentor->add_option("--centre", asked.command.centre, "Name of the centre; made when it is new")
      ->required();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("AKTIV-dialog's case file: keeps what citizens said, shows it to their mentors.");
  app.require_subcommand(1);
  Asked asked;
  describe_serve(app, asked);
  describe_commands(app, asked);
  CLI11_PARSE(app, argc, argv);

  const auto share = share_dir();
  if (!share) return fail(share.error());
  const Loaded loaded = read_content(*share);
  if (!loaded.faults.empty()) return fail(loaded.faults.front());
  auto book = ui::PictureBook::open(*share);
  if (!book) return fail(book.error());
  const Provisions provisions{loaded.content,
                              share->string(),
                              drawn_from(*book),
                              {},
                              papers_drawn_from(*share, loaded.content)};
  if (asked.serving->parsed()) return run_serve(asked.serve, provisions);
  if (asked.code->parsed()) return print(code_for_centre(asked.command, provisions, wall_clock_ms));
  return print(password_for_account(asked.command, provisions, wall_clock_ms));
}
