// The content that a kiosk is delivered with, read from the tree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "dialogue/content/content.h"
#include "dialogue/content/sentences.h"

namespace aktiv {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

std::vector<SourceFile> files_in(const std::string& folder, const std::string& extension) {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(AKTIV_SOURCE_DIR) / folder)) {
    if (entry.path().extension() != extension) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    files.push_back({fs::relative(entry.path(), AKTIV_SOURCE_DIR).string(), text.str()});
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

const Loaded& built_in() {
  static const Loaded loaded = [] {
    auto tools = files_in("dialogue/tools", ".toml");
    for (auto& file : files_in("dialogue/frames", ".toml")) tools.push_back(std::move(file));
    return load_content(files_in("assets/decks", ".toml"), tools, files_in("locales", ".po"));
  }();
  return loaded;
}

TEST(BuiltIn, HasNoFault) {
  for (const auto& fault : built_in().faults) ADD_FAILURE() << to_text(fault);
}

TEST(BuiltIn, HoldsEveryCardOfTheTwoTools) {
  const auto& content = built_in().content;

  EXPECT_THAT(content.deck("jobs")->cards, SizeIs(36));
  EXPECT_THAT(content.deck("themes")->cards, SizeIs(9));
  EXPECT_THAT(content.deck("forms")->cards, SizeIs(8));
  EXPECT_THAT(content.deck("conds")->cards, SizeIs(24));
  EXPECT_THAT(content.deck("people")->cards, SizeIs(10));
  EXPECT_THAT(content.deck("signs")->cards, SizeIs(24));
  EXPECT_THAT(content.way_limits, ElementsAre(Pair(1, 2), Pair(2, 6), Pair(3, 10), Pair(4, 12)));
}

TEST(BuiltIn, EveryThemeHasJobsToSort) {
  const auto& content = built_in().content;
  for (const auto& theme : content.deck("themes")->cards) {
    const auto& jobs = content.deck("jobs")->cards;
    const auto count = std::count_if(jobs.begin(), jobs.end(),
                                     [&](const Card& job) { return job.theme == theme.ref.id; });
    EXPECT_GE(count, 3) << theme.ref.text();
  }
}

TEST(BuiltIn, ThePracticeIsElevenItemsInOrder) {
  const auto& practice = built_in().content.practice;

  ASSERT_THAT(practice, SizeIs(11));
  for (size_t i = 0; i < practice.size(); ++i)
    EXPECT_EQ(practice[i].id, "p" + std::to_string(i + 1));
  EXPECT_TRUE(practice[7].is_read_alone);
  EXPECT_TRUE(practice[8].is_free);
  EXPECT_TRUE(std::equal(practice[8].options.begin(), practice[8].options.end(),
                         practice[9].options.rbegin()));
  EXPECT_EQ(practice[10].right, (CardRef{"buttons", "ved_ikke"}));
}

// By chance alone, so many on one side happen in at most one set of twenty, and one fewer would not
// hold.
TEST(BuiltIn, SideFlagsStandWhereChanceEnds) {
  const auto& numbers = built_in().content.tool(ToolId("to_billeder"))->numbers;
  const auto two_sided = [](int most, int of) {
    double tail = 0;
    for (int k = most; k <= of; ++k) {
      double ways = 1;
      for (int i = 0; i < k; ++i) ways = ways * (of - i) / (i + 1);
      tail += ways;
    }
    for (int i = 0; i < of; ++i) tail /= 2;
    return 2 * tail;
  };
  for (const int of : {6, 8, 10, 12, 15, 18, 24}) {
    const int most = numbers.at("side_flag_" + std::to_string(of));
    EXPECT_LE(two_sided(most, of), 0.05) << most << " of " << of;
    EXPECT_GT(two_sided(most - 1, of), 0.05) << most - 1 << " of " << of;
  }
}

TEST(BuiltIn, EveryPairOfCardsMakesASentenceInBothLanguages) {
  const auto& texts = built_in().content.texts;
  const auto ask = [&](const std::string& lang, const std::string& a, const std::string& b) {
    return fill(texts.get(lang, "t1_q.spoken"),
                {{"a.inf", texts.get(lang, a + ".inf")}, {"b.inf", texts.get(lang, b + ".inf")}});
  };

  EXPECT_EQ(ask("da", "jobs.bage", "jobs.passe_dyr"), "Hvad vil du helst? Bage eller passe dyr?");
  EXPECT_EQ(ask("en", "jobs.have", "jobs.passe_dyr"),
            "What would you rather do? Work in a garden or look after animals?");
  EXPECT_EQ(ask("da", "conds.kendte_a", "conds.kendte_b"),
            "Hvad vil du helst? Være med dem, du kender, eller møde nye folk?");
  EXPECT_EQ(ask("en", "forms.loentilskud", "forms.hjemme"),
            "What would you rather do? Have a job with pay or get support at home?");
}

// What a citizen hears of one tool, one frame or one deck, as one text.
std::string heard(const std::vector<std::string>& stems) {
  const auto& texts = built_in().content.texts;
  std::string all;
  for (const auto& stem : stems) all += texts.get("da", stem + ".spoken") + "\n";
  return all;
}

// LIX under 25 is a children's book; measured on what is heard, block by block.
TEST(BuiltIn, EveryBlockIsEasyToFollow) {
  const auto& content = built_in().content;
  const auto is_easy = [](const std::string& block, const std::string& text) {
    EXPECT_GT(lix(text), 0) << block << " has no words";
    EXPECT_LT(lix(text), 25) << block << ": " << text;
  };
  for (const auto& tool : content.tools) is_easy(tool.id.value, heard(tool.screens));
  for (const auto& deck : content.decks) {
    std::vector<std::string> cards;
    for (const auto& card : deck.cards) cards.push_back(deck.id + "." + card.ref.id);
    is_easy(deck.id, heard(cards));
  }
  is_easy("F1", heard({"f1_hej", "f1_rolig", "f1_slut"}));
  is_easy("F2", heard({"f2_1", "f2_2", "f2_3", "f2_4", "f2_5", "f2_6"}));
  is_easy("F4", heard({"f4_1", "f4_2", "f4_3", "f4_4"}));
  std::vector<std::string> practice;
  for (const auto& item : content.practice) practice.push_back("practice." + item.id);
  is_easy("practice", heard(practice));
}

TEST(BuiltIn, EveryFlagAndCertaintyHasWordsForStaff) {
  const auto& texts = built_in().content.texts;
  for (const auto* flag :
       {"side_habit", "last_heard_habit", "mirror_remark", "mirror_disagrees", "same_throughout",
        "card_moved_far", "half_a_set", "three_dont_know", "perhaps_side_habit"})
    EXPECT_NE(texts.find("da", std::string("flag.") + flag), nullptr) << flag;
  for (const auto* certainty : {"tentative", "repeated", "tried", "uncertain"})
    EXPECT_NE(texts.find("da", std::string("certainty.") + certainty), nullptr) << certainty;
}

// A disk that fills up while content is copied must not become a smaller conversation.
TEST(BuiltIn, AFileCutAnywhereIsRefused) {
  auto tools = files_in("dialogue/tools", ".toml");
  const auto decks = files_in("assets/decks", ".toml");
  const auto locales = files_in("locales", ".po");
  for (auto& file : files_in("dialogue/frames", ".toml")) tools.push_back(std::move(file));
  for (size_t which = 0; which < decks.size(); ++which) {
    for (const size_t tenths : {0, 4, 9}) {
      auto cut = decks;
      cut[which].text.resize(cut[which].text.size() * tenths / 10);
      EXPECT_FALSE(load_content(cut, tools, locales).faults.empty())
          << cut[which].name << " " << tenths;
    }
  }
  for (size_t which = 0; which < locales.size(); ++which) {
    for (const size_t tenths : {0, 4, 9}) {
      auto cut = locales;
      cut[which].text.resize(cut[which].text.size() * tenths / 10);
      EXPECT_FALSE(load_content(decks, tools, cut).faults.empty())
          << cut[which].name << " " << tenths;
    }
  }
}

TEST(BuiltIn, GettextReadsTheSameFiles) {
  for (const auto& file : files_in("locales", ".po")) {
    const auto command =
        "msgfmt --check -o /dev/null '" + std::string(AKTIV_SOURCE_DIR) + "/" + file.name + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << file.name;
  }
}

}  // namespace
}  // namespace aktiv
