#include "kiosk/app/sheet_press.h"

#include "kiosk/report/sheet.h"
#include "kiosk/speech/child.h"

namespace aktiv::app {
namespace {

constexpr int kLongestMs = 15000;  // of one program: a print server on a slow network
constexpr size_t kLargestAnswer = 65536;

// Letters and pictures of its own: neither is shared between threads.
Result<std::string> draw(const std::filesystem::path& share, SheetPress::Photos photos,
                         const Content& content, const report::SheetFacts& facts) {
  const auto look = report::read_sheet_look(share);
  if (!look) return look.error();
  const auto typeface = ui::Typeface::open(share / "fonts");
  if (!typeface) return typeface.error();
  auto pictures = ui::PictureBook::open(share, std::move(photos.files));
  if (!pictures) return pictures.error();
  pictures->lay_over(std::move(photos.own));
  return report::sheet_pdf(report::compose(facts, content), *look, *typeface, *pictures);
}

}  // namespace

std::unique_ptr<report::Printer> cups_printer(std::stop_token stop) {
  return std::make_unique<report::CupsPrinter>(
      [stop](const std::vector<std::string>& words, const std::string& in) -> Result<std::string> {
        const speech::ChildJob job{words, {{"LC_ALL", "C"}}, in, kLongestMs, kLargestAnswer};
        const auto answer = speech::run_child(job, [&stop] { return stop.stop_requested(); });
        if (!answer) return answer.error();
        return std::string(answer->begin(), answer->end());
      });
}

void SheetPress::print(report::SheetFacts facts, Photos photos, Then then) {
  begin([this, facts = std::move(facts),
         photos = std::move(photos)] { return draw(parts_.share, photos, parts_.content, facts); },
        std::move(then));
}

void SheetPress::print(std::string pdf, Then then) {
  begin([pdf = std::move(pdf)] { return Result(pdf); }, std::move(then));
}

void SheetPress::begin(Draw draw, Then then) {
  Job& job = jobs_.emplace_back();
  job.then = std::move(then);
  job.thread = std::jthread([this, &job, draw = std::move(draw)](std::stop_token stop) {
    auto pdf = draw();
    Status on_paper = pdf ? parts_.printer(stop)->print(*pdf) : Status(pdf.error());
    {
      const std::lock_guard lock(mutex_);
      job.ended = Pressed{std::move(on_paper), pdf ? std::move(*pdf) : ""};
    }
    parts_.wake();
  });
}

void SheetPress::drain() {
  std::list<Job> done;
  {
    const std::lock_guard lock(mutex_);
    for (auto job = jobs_.begin(); job != jobs_.end();) {
      const auto next = std::next(job);
      if (job->ended) done.splice(done.end(), jobs_, job);
      job = next;
    }
  }
  for (Job& job : done) {
    job.thread.join();
    job.then(std::move(*job.ended));
  }
}

}  // namespace aktiv::app
