// A sheet from what was said to the printer's queue.
#include "kiosk/app/sheet_press.h"

#include <gmock/gmock.h>

#include <condition_variable>
#include <cstdlib>
#include <fstream>

#include "kiosk/files/content_files.h"

namespace aktiv::app {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::filesystem::path share = AKTIV_BINARY_DIR "/share/aktiv";

class Tray final : public report::Printer {
 public:
  Tray(std::string& paper, Status answer) : paper_(paper), answer_(std::move(answer)) {}
  Status print(const std::string& pdf) override {
    paper_ = pdf;
    return answer_;
  }

 private:
  std::string& paper_;
  Status answer_;
};

// Takes nothing until it is asked to stop.
class Deaf final : public report::Printer {
 public:
  explicit Deaf(std::stop_token stop) : stop_(std::move(stop)) {}
  Status print(const std::string&) override {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any().wait(lock, stop_, [] { return false; });
    return Fault{"stopped", "", ""};
  }

 private:
  std::stop_token stop_;
};

struct Pressing : ::testing::Test {
  SheetPress::Parts with(MakePrinter printer) {
    return {share, content, std::move(printer), [this] {
              const std::lock_guard lock(mutex);
              is_rung = true;
              bell.notify_all();
            }};
  }

  // What is answered once the bell has rung.
  Pressed pressed(SheetPress& press) {
    report::SheetFacts facts;
    facts.language = "da";
    facts.signs = {PictureId("signs/sunflower")};
    facts.chosen = {{ToolId("kan_lide"), {{"jobs", "bage"}}}};
    Pressed answer{Fault{"no answer", "", ""}, ""};
    press.print(facts, {}, [&](Pressed pressed) { answer = std::move(pressed); });
    std::unique_lock lock(mutex);
    bell.wait(lock, [this] { return is_rung; });
    press.drain();
    return answer;
  }

  Content content = read_content(share).content;
  std::mutex mutex;
  std::condition_variable bell;
  bool is_rung = false;
};

TEST_F(Pressing, TheSheetReachesThePrinterAsAPage) {
  std::string paper;
  SheetPress press(with([&](std::stop_token) { return std::make_unique<Tray>(paper, Status()); }));
  EXPECT_TRUE(pressed(press).on_paper);
  EXPECT_THAT(paper, StartsWith("%PDF"));
}

TEST_F(Pressing, WhyItIsNotOnPaperComesBackWithThePage) {
  std::string paper;
  SheetPress press(with([&](std::stop_token) {
    return std::make_unique<Tray>(paper, Fault{"there is no printer", "", ""});
  }));
  const Pressed page = pressed(press);
  ASSERT_FALSE(page.on_paper);
  EXPECT_EQ(page.on_paper.error().what, "there is no printer");
  EXPECT_EQ(page.pdf, paper);
}

TEST_F(Pressing, AKioskThatClosesDoesNotWaitForADeafPrinter) {
  SheetPress press(with([](std::stop_token stop) { return std::make_unique<Deaf>(stop); }));
  press.print(report::SheetFacts{"da", {}, {}, "", ""}, {},
              [](Pressed) { FAIL() << "nobody is there any more"; });
}

// lpstat and lp, played by two small programs in a folder of their own.
TEST_F(Pressing, ThroughTheRealPipe) {
  const std::filesystem::path office = ::testing::TempDir() + "aktiv_print_office";
  std::filesystem::create_directories(office);
  std::ofstream(office / "lpstat") << "#!/bin/sh\necho \"system default destination: Stuen\"\n";
  std::ofstream(office / "lp") << "#!/bin/sh\ncat > " << (office / "paper").string() << "\n";
  for (const char* program : {"lpstat", "lp"})
    std::filesystem::permissions(office / program, std::filesystem::perms::owner_all);
  const std::string path = std::getenv("PATH");
  setenv("PATH", (office.string() + ":" + path).c_str(), 1);
  SheetPress press(with(cups_printer));
  const Status status = pressed(press).on_paper;
  setenv("PATH", path.c_str(), 1);
  EXPECT_TRUE(status) << to_text(status.error());
  std::ifstream in(office / "paper", std::ios::binary);
  const std::string paper((std::istreambuf_iterator<char>(in)), {});
  EXPECT_THAT(paper, StartsWith("%PDF"));
  EXPECT_THAT(paper, HasSubstr("%%EOF")) << "all of it";
}

}  // namespace
}  // namespace aktiv::app
