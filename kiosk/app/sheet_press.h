// Draws a citizen's sheet and hands it to the printer, each on a thread of its own, so that neither
// a slow print server nor a large page holds the loop. Nothing touches the disk here: the page
// lives in memory until the printer's queue has it, and comes back. Thread: the loop's; answers
// come in drain().
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

struct Pressed {
  Status on_paper;  // a Fault says why not, for staff; it holds nothing of the sheet
  std::string pdf;  // the page; empty where it could not be drawn
};

class SheetPress {
 public:
  struct Parts {
    std::filesystem::path share;
    const Content& content;  // outlives it
    MakePrinter printer = cups_printer;
    std::function<void()> wake;  // from any thread: drain() has something
  };
  using Then = std::function<void(Pressed)>;
  // What stands for drawings on this sheet, as it did on the glass.
  struct Photos {
    ui::PhotoFiles files = {};
    ui::OwnPhotos own = {};
  };

  explicit SheetPress(Parts parts) : parts_(std::move(parts)) {}

  // Both return at once.
  void print(report::SheetFacts facts, Photos photos, Then then);
  void print(std::string pdf, Then then);  // drawn before
  void drain();

 private:
  using Draw = std::function<Result<std::string>()>;
  void begin(Draw draw, Then then);

  struct Job {
    Then then;
    std::optional<Pressed> ended;  // guarded by mutex_
    std::jthread thread;
  };

  Parts parts_;
  std::mutex mutex_;
  std::list<Job> jobs_;  // ended and waited for before the mutex goes
};

}  // namespace aktiv::app
