// Sheets of invented people as PDF files, for the eyes of whoever draws.
//   aktiv-sample-papers OUT_DIR
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "kiosk/files/content_files.h"
#include "kiosk/report/samples.h"

int main(int count, char** words) {
  using namespace aktiv;
  if (count != 2) {
    std::fputs("aktiv-sample-papers OUT_DIR\n", stderr);
    return 2;
  }
  const std::filesystem::path share = AKTIV_BINARY_DIR "/share/aktiv", out = words[1];
  const auto look = report::read_sheet_look(share);
  const auto typeface = ui::Typeface::open(share / "fonts");
  const auto book = ui::PictureBook::open(share);
  const Loaded loaded = read_content(share, {});
  if (!look || !typeface || !book || !loaded.faults.empty()) return 1;
  for (const auto& [name, facts] : report::samples()) {
    const auto sheet = report::compose(facts, loaded.content);
    const auto pdf = report::sheet_pdf(sheet, *look, *typeface, *book);
    if (!pdf) {
      std::fprintf(stderr, "%s: %s\n", name.c_str(), to_text(pdf.error()).c_str());
      return 1;
    }
    std::ofstream(out / (name + ".pdf"), std::ios::binary) << *pdf;
  }
  return 0;
}
