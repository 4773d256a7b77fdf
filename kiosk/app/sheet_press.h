// Draws a citizen's sheet and hands it to the printer, each on a thread of its own, so that neither
// a slow print server nor a large page holds the loop. Nothing touches the disk: the page lives in
// memory until the printer's queue has it. Thread: the loop's; answers come in drain().
#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "dialogue/content/content.h"
#include "kiosk/report/compose.h"
#include "kiosk/report/printer.h"
#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::app {

// A printer that gives up when it is asked to stop.
using MakePrinter = std::function<std::unique_ptr<report::Printer>(std::stop_token)>;

// CUPS, by programs that are ended when they take too long.
std::unique_ptr<report::Printer> cups_printer(std::stop_token stop);

class SheetPress {
 public:
  struct Parts {
    std::filesystem::path share;
    const Content& content;  // outlives it
    MakePrinter printer = cups_printer;
    std::function<void()> wake;  // from any thread: drain() has something
  };
  using Then = std::function<void(Status)>;
  // What stands for drawings on this sheet, as it did on the glass.
  struct Photos {
    ui::PhotoFiles files = {};
    ui::OwnPhotos own = {};
  };

  explicit SheetPress(Parts parts) : parts_(std::move(parts)) {}

  // Returns at once. A Fault says why it is not on paper, for staff; it holds nothing of the sheet.
  void print(report::SheetFacts facts, Photos photos, Then then);
  void drain();

 private:
  struct Job {
    Then then;
    std::optional<Status> ended;  // guarded by mutex_
    std::jthread thread;
  };

  Parts parts_;
  std::mutex mutex_;
  std::list<Job> jobs_;  // ended and waited for before the mutex goes
};

}  // namespace aktiv::app
