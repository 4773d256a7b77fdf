// The sheet that a citizen takes home, as it lies on the table.
#include <gmock/gmock.h>

#include <cstdio>
#include <fstream>
#include <map>

#include "dialogue/tools/catalogue.h"
#include "kiosk/files/content_files.h"
#include "kiosk/report/card_grid.h"
#include "kiosk/report/samples.h"
#include "kiosk/report/sheet_layout.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path share = AKTIV_BINARY_DIR "/share/aktiv";

std::string heard(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) out += static_cast<char>(c);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return out;
}

// Words, whatever lines they stand in.
std::string in_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\f';
    if (!is_space || (!line.empty() && line.back() != ' ')) line += is_space ? ' ' : c;
  }
  return line;
}

// How often each letter of two bytes stands: Arabic ones, and no marks of direction or quotation.
std::map<std::string, int> letters_in(const std::string& text) {
  std::map<std::string, int> letters;
  for (size_t at = 0; at + 1 < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xE0) == 0xC0) ++letters[text.substr(at, 2)];
  return letters;
}

struct Paper : ::testing::Test {
  Paper() : content(read_content(share).content), typeface(*ui::Typeface::open(share / "fonts")) {}

  Sheet sheet_of(const SheetFacts& facts) const { return compose(facts, content); }

  std::string pdf_of(const Sheet& sheet) const {
    const auto pdf = sheet_pdf(sheet, look, typeface, book);
    EXPECT_TRUE(pdf) << to_text(pdf.error());
    return pdf ? *pdf : std::string();
  }

  std::string file_of(const Sheet& sheet) const {
    const std::string file = ::testing::TempDir() + "aktiv_sheet_" +
                             ::testing::UnitTest::GetInstance()->current_test_info()->name() +
                             ".pdf";
    std::ofstream(file, std::ios::binary) << pdf_of(sheet);
    return file;
  }

  std::string words_of(const Sheet& sheet) const {
    return in_one_line(heard("pdftotext -raw " + file_of(sheet) + " -"));
  }

  SheetLayout laid(const Sheet& sheet) const {
    const auto layout = lay_sheet(sheet, look, ui::make_measure(typeface));
    EXPECT_TRUE(layout) << to_text(layout.error());
    return layout ? *layout : SheetLayout{};
  }

  Content content;
  std::shared_ptr<const ui::Typeface> typeface;
  SheetLook look = *read_sheet_look(share);
  ui::PictureBook book = *ui::PictureBook::open(share);
};

TEST_F(Paper, HoldsEveryWordThatWasSaidBack) {
  for (const auto& [name, facts] : samples()) {
    const Sheet sheet = sheet_of(facts);
    if (sheet.runs_from_right) continue;  // HoldsEveryLetterThatIsReadFromTheRight
    const std::string words = words_of(sheet);
    EXPECT_THAT(words, HasSubstr(sheet.title)) << name;
    for (const SheetGroup& group : sheet.groups) {
      EXPECT_THAT(words, HasSubstr(group.heading)) << name;
      for (const SheetCard& card : group.cards) EXPECT_THAT(words, HasSubstr(card.words)) << name;
    }
    for (const std::string& said : sheet.own_words) EXPECT_THAT(words, HasSubstr(said)) << name;
    EXPECT_THAT(words, HasSubstr(facts.mentor)) << name;
    EXPECT_THAT(words, HasSubstr(facts.next_meeting)) << name;
  }
}

// pdftotext gives back the letters of joined scripts, and neither their order nor their words.
TEST_F(Paper, HoldsEveryLetterThatIsReadFromTheRight) {
  for (const auto& [name, facts] : samples()) {
    const Sheet sheet = sheet_of(facts);
    if (!sheet.runs_from_right) continue;
    std::string written = sheet.title;
    for (const SheetGroup& group : sheet.groups) {
      written += group.heading;
      for (const SheetCard& card : group.cards) written += card.words;
    }
    if (!sheet.own_words.empty()) written += sheet.own_words_heading;
    for (const std::string& said : sheet.own_words) written += said;
    for (const SheetLine* line : {&sheet.next_meeting, &sheet.mentor})
      if (!line->words.empty()) written += line->heading + line->words;
    EXPECT_EQ(letters_in(words_of(sheet)), letters_in(written)) << name;
  }
}

TEST_F(Paper, AnArabicSheetStandsMirrored) {
  const Sheet sheet = sheet_of(sample("ar", 3));
  Sheet other = sheet;
  other.runs_from_right = false;
  const SheetLayout arabic = laid(sheet), mirrored = laid(other);
  ASSERT_EQ(arabic.cards.size(), 3u);
  for (size_t i = 0; i < arabic.cards.size(); ++i)
    EXPECT_NEAR(arabic.cards[i].x, look.page.width - mirrored.cards[i].right(), 1e-6);
  for (size_t i = 0; i < arabic.texts.size(); ++i) {
    EXPECT_NEAR(arabic.texts[i].box.x, look.page.width - mirrored.texts[i].box.right(), 1e-6);
    EXPECT_TRUE(arabic.texts[i].runs_from_right);
  }
}

TEST_F(Paper, IsAlwaysOnePageOfA4) {
  for (const auto& [name, facts] : samples()) {
    const std::string about = heard("pdfinfo " + file_of(sheet_of(facts)));
    EXPECT_THAT(about, ::testing::ContainsRegex("Pages: +1\n")) << name;
    EXPECT_THAT(about, HasSubstr("(A4)")) << name;
  }
}

TEST_F(Paper, ShowsEveryPicture) {
  const Sheet sheet = sheet_of(samples().at("da-talks"));
  const std::string page = heard("pdftoppm -gray -r 72 -singlefile " + file_of(sheet));
  int width = 0, height = 0, start = 0;
  ASSERT_EQ(std::sscanf(page.c_str(), "P5 %d %d 255%n", &width, &height, &start), 2);
  const SheetLayout layout = laid(sheet);
  EXPECT_EQ(layout.pictures.size(), 2u + 7u + 2u) << "signs, cards, next meeting and mentor";
  for (const PlacedPicture& picture : layout.pictures) {
    int dark = 0;
    const double px = 72 / 25.4;
    for (int y = int(picture.where.y * px); y < int(picture.where.bottom() * px); ++y)
      for (int x = int(picture.where.x * px); x < int(picture.where.right() * px); ++x)
        dark += static_cast<unsigned char>(page[size_t(start + 1 + y * width + x)]) < 128;
    EXPECT_GT(dark, 40) << picture.id.value;
  }
}

TEST_F(Paper, HoldsNoNumberAndNoCode) {
  for (const auto& [name, facts] : samples()) {
    const std::string words = words_of(sheet_of(facts));
    EXPECT_EQ(words.find_first_of("0123456789_/"), std::string::npos) << name << ": " << words;
  }
}

TEST_F(Paper, LosesNoLetterOfALongWord) {
  const std::string longest = "Speciallægepraksisplanlægningsstabiliseringsperiodeforberedelse";
  Sheet sheet = sheet_of(sample("da", 12));
  sheet.groups[0].cards[3].words = longest;
  sheet.own_words = {longest + longest + longest};
  std::string words = words_of(sheet);
  std::erase(words, ' ');
  EXPECT_THAT(words, HasSubstr(longest + longest + longest));
  const SheetLayout layout = laid(sheet);
  for (const PlacedText& text : layout.texts)
    EXPECT_LE(typeface->measure(text.text, text.em, text.weight, text.box.w).w, text.box.w + 0.01)
        << text.text;
}

TEST_F(Paper, CutsNothingAndLaysNothingOverAnother) {
  for (const auto& [name, facts] : samples()) {
    const SheetLayout layout = laid(sheet_of(facts));
    std::vector<RectMm> boxes;
    for (const PlacedText& text : layout.texts) boxes.push_back(text.box);
    for (const PlacedPicture& picture : layout.pictures) boxes.push_back(picture.where);
    const double left = look.page.margin - 0.01, right = look.page.width - left;
    const double bottom = look.page.height - left;
    for (size_t i = 0; i < boxes.size(); ++i) {
      const RectMm& a = boxes[i];
      EXPECT_TRUE(a.x >= left && a.y >= left && a.right() <= right && a.bottom() <= bottom)
          << name << " " << i;
      for (size_t j = 0; j < i; ++j) {
        const RectMm& b = boxes[j];
        const bool is_apart = a.x >= b.right() - 0.01 || b.x >= a.right() - 0.01 ||
                              a.y >= b.bottom() - 0.01 || b.y >= a.bottom() - 0.01;
        EXPECT_TRUE(is_apart) << name << " " << i << " over " << j;
      }
    }
  }
}

TEST_F(Paper, AFewCardsAreLargeAndTwelveAreStillRead) {
  double before = 1e9;
  for (const size_t cards : {1, 3, 6, 9, 12}) {
    const SheetLayout layout = laid(sheet_of(sample("da", cards)));
    ASSERT_EQ(layout.cards.size(), cards);
    const double area = layout.cards[0].w * layout.cards[0].h;
    EXPECT_LT(area, before);
    before = area;
    for (const PlacedText& text : layout.texts) EXPECT_GE(text.em, look.text.label_least);
  }
}

TEST(Rows, LeaveNoCardAloneAndLookAlikeFromAboveAndBelow) {
  using ::testing::ElementsAre;
  EXPECT_THAT(rows_of(7, 3), ElementsAre(2, 3, 2));
  EXPECT_THAT(rows_of(8, 3), ElementsAre(3, 2, 3));
  EXPECT_THAT(rows_of(5, 3), ElementsAre(3, 2));
  EXPECT_THAT(rows_of(4, 3), ElementsAre(2, 2));
  EXPECT_THAT(rows_of(1, 4), ElementsAre(1));
}

TEST_F(Paper, AGroupWithoutCardsLeavesNoHeadingBehind) {
  SheetFacts facts = sample("da", 3);
  facts.chosen.push_back({ToolId("to_billeder"), {}});
  const Sheet sheet = sheet_of(facts);
  EXPECT_THAT(words_of(sheet), Not(HasSubstr(sheet.groups[1].heading)));
  facts.mentor.clear();
  EXPECT_THAT(words_of(sheet_of(facts)), Not(HasSubstr(sheet.mentor.heading)));
}

TEST_F(Paper, TheSameCardInTheSameTalkStandsOnce) {
  SheetFacts facts = sample("da", 3);
  facts.chosen.push_back(facts.chosen[0]);
  const Sheet sheet = sheet_of(facts);
  ASSERT_EQ(sheet.groups.size(), 1u);
  EXPECT_EQ(sheet.groups[0].cards.size(), 3u);
}

TEST_F(Paper, QuotesWhatWasSaidInOwnWordsAndTellsOfTheNextMeeting) {
  SheetFacts facts = sample("da", 3);
  facts.chosen.push_back({ToolId("min_droem"), {}, {"Jeg vil bo ved havet"}});
  facts.next_meeting = "Tirsdag kl. ti";
  const Sheet sheet = sheet_of(facts);
  EXPECT_EQ(sheet.own_words.back(), "»Jeg vil bo ved havet«");
  EXPECT_THAT(words_of(sheet), HasSubstr("Jeg vil bo ved havet"));
  EXPECT_THAT(words_of(sheet), HasSubstr("Tirsdag kl. ti"));
}

TEST_F(Paper, TheFileSaysNeitherWhoNorWhen) {
  const Sheet sheet = sheet_of(sample("da", 3));
  const std::string pdf = pdf_of(sheet);
  for (const char* field :
       {"/CreationDate", "/ModDate", "/Title", "/Author", "/Subject", "/Keywords"})
    EXPECT_THAT(pdf, Not(HasSubstr(field)));
  EXPECT_EQ(pdf, pdf_of(sheet)) << "the same sheet gives the same bytes";
}

TEST_F(Paper, PicturesStayVectors) {
  EXPECT_THAT(pdf_of(sheet_of(samples().at("da-12"))), Not(HasSubstr("/Subtype /Image")));
}

TEST_F(Paper, ManyWordsAreSetSmallerAndTooManyAreRefusedRatherThanCut) {
  Sheet sheet = sheet_of(sample("en", 6));
  std::string said;
  for (int i = 0; i < 120; ++i) said += "I like the smell of bread. ";
  sheet.own_words = {said};
  std::string expected = said;
  expected.pop_back();
  EXPECT_THAT(words_of(sheet), HasSubstr(expected));
  for (int i = 0; i < 5; ++i) sheet.own_words[0] += sheet.own_words[0];
  EXPECT_FALSE(sheet_pdf(sheet, look, typeface, book));
}

TEST_F(Paper, EveryTalkHasItsHeading) {
  const Catalogue catalogue;
  for (const ToolDefinition& tool : content.tools) {
    if (catalogue.find(tool.id) == nullptr || tool.id.value == "hvad_synes_du") continue;
    for (const char* language : {"da", "en"})
      EXPECT_NE(content.texts.find(language, "sheet." + tool.id.value + ".shown"), nullptr)
          << tool.id.value;
  }
}

TEST(SheetLook, AMissingFileIsAFault) {
  EXPECT_FALSE(read_sheet_look("/nowhere"));
}

}  // namespace
}  // namespace aktiv::report
