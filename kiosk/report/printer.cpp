#include "kiosk/report/printer.h"

#include <string_view>

namespace aktiv::report {
namespace {

constexpr const char* kTitle = "AKTIV-dialog";

}  // namespace

// No other than the one that somebody chose: a printer that is merely found on the network may
// stand in somebody else's room.
Result<std::string> CupsPrinter::chosen_queue() const {
  const auto preferred = run_({"lpstat", "-d"}, "");
  if (!preferred) return preferred.error();
  constexpr std::string_view before = "system default destination: ";
  if (!preferred->starts_with(before))
    return Fault{"there is no printer", "CUPS",
                 "lpadmin -d NAME, where sheets shall be printed here"};
  return preferred->substr(before.size(), preferred->find('\n') - before.size());
}

// A stopped printer takes the job and holds it, perhaps for weeks.
Status CupsPrinter::is_running(const std::string& queue) const {
  const std::string name = queue.substr(0, queue.find('/'));  // without its set of options
  const auto state = run_({"lpstat", "-p", name}, "");
  // One that is found on the network has no state here before its first job.
  if (!state || !state->starts_with("printer " + name + " disabled")) return {};
  return Fault{"the printer is stopped", name, "paper and ink in it, then: cupsenable " + name};
}

Status CupsPrinter::print(const std::string& pdf) {
  const auto queue = chosen_queue();
  if (!queue) return queue.error();
  if (Status running = is_running(*queue); !running) return running;
  const auto sent = run_(
      {"lp", "-s", "-d", *queue, "-t", kTitle, "-o", "media=A4", "-o", "sides=one-sided"}, pdf);
  return sent ? Status() : Status(sent.error());
}

}  // namespace aktiv::report
