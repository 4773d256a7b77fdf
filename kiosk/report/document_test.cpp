// What is handed on, page by page.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "kiosk/files/content_files.h"
#include "kiosk/report/compose.h"
#include "kiosk/report/document_layout.h"
#include "kiosk/report/samples.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::report {
namespace {

using ::testing::HasSubstr;

const std::filesystem::path share = AKTIV_BINARY_DIR "/share/aktiv";

struct Documents : ::testing::Test {
  Document document_of(size_t sections, size_t lines, const std::string& text) const {
    Document document{"Grundlag", {"Borger 1234", "Lavet 22. nov. 2026"}, {}, "Ikke noget her."};
    for (size_t section = 0; section < sections; ++section) {
      DocumentSection& made = document.sections.emplace_back();
      made.heading = "Overskrift " + std::to_string(section);
      for (size_t line = 0; line < lines; ++line)
        made.lines.push_back({"Spurgt " + std::to_string(line), text, "Valg på skærmen."});
    }
    return document;
  }
  std::vector<DocumentPage> laid(const Document& document) const {
    return lay_document(document, look, ui::make_measure(typeface));
  }
  std::string heard(const Document& document, const std::optional<Sheet>& sheet,
                    const std::string& command, const char* out_to = " -") const {
    const auto pdf = document_pdf(document, sheet, look, typeface, book);
    EXPECT_TRUE(pdf) << to_text(pdf.error());
    const std::string file = ::testing::TempDir() + "aktiv_document.pdf";
    std::ofstream(file, std::ios::binary) << (pdf ? *pdf : std::string());
    std::string out;
    FILE* pipe = popen((command + " " + file + out_to).c_str(), "r");
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) out += static_cast<char>(c);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return out;
  }

  std::shared_ptr<const ui::Typeface> typeface = *ui::Typeface::open(share / "fonts");
  SheetLook look = *read_sheet_look(share);
  ui::PictureBook book = *ui::PictureBook::open(share);
};

TEST_F(Documents, StandWithinTheirPagesWhichAreNumbered) {
  const auto pages = laid(document_of(6, 8, "Bage, Have og Lager"));
  ASSERT_GT(pages.size(), 2U);
  for (const DocumentPage& page : pages)
    for (const DocumentText& text : page.texts) {
      EXPECT_GE(text.text.box.y, look.page.margin);
      EXPECT_LE(text.text.box.bottom(), page.number.box.y) << text.text.text;
    }
  EXPECT_EQ(pages.back().number.text,
            std::to_string(pages.size()) + " / " + std::to_string(pages.size()));
}

TEST_F(Documents, NoHeadingIsTheLastOnItsPage) {
  for (size_t lines = 1; lines < 12; ++lines)
    for (const DocumentPage& page : laid(document_of(9, lines, "Bage")))
      EXPECT_NE(page.texts.back().role, TextRole::heading) << lines;
}

TEST_F(Documents, ATextLongerThanAPageLosesNoWord) {
  std::string text;
  for (int word = 0; word < 2000; ++word) text += "ord" + std::to_string(word) + " ";
  const auto pages = laid(document_of(1, 1, text));
  EXPECT_GT(pages.size(), 2U);
  std::string all;
  for (const DocumentPage& page : pages)
    for (const DocumentText& one : page.texts) all += one.text.text + " ";
  for (int word = 0; word < 2000; ++word)
    ASSERT_THAT(all, HasSubstr("ord" + std::to_string(word) + " "));
}

TEST_F(Documents, AnEmptySectionSaysSo) {
  const std::string words = heard(document_of(1, 0, ""), std::nullopt, "pdftotext");
  EXPECT_THAT(words, HasSubstr("Overskrift 0"));
  EXPECT_THAT(words, HasSubstr("Ikke noget her."));
}

TEST_F(Documents, HeadingsAreTaggedForWhoeverHearsThem) {
  const std::string structure =
      heard(document_of(2, 1, "Bage"), std::nullopt, "pdfinfo -struct-text", "");
  EXPECT_THAT(structure, HasSubstr("H1"));
  EXPECT_THAT(structure, HasSubstr("Overskrift 1"));
}

TEST_F(Documents, BeginWithTheCitizensSheet) {
  const Content content = read_content(share).content;
  const Sheet sheet = compose(samples().begin()->second, content);
  const std::string words = heard(document_of(1, 1, "Bage"), sheet, "pdftotext");
  EXPECT_LT(words.find(sheet.title), words.find("Overskrift 0"));
}

}  // namespace
}  // namespace aktiv::report
