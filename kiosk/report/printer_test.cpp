// A sheet on its way to paper. The programs of the print system are played by a table of answers.
#include "kiosk/report/printer.h"

#include <gmock/gmock.h>

#include <map>

namespace aktiv::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

struct Office {
  std::map<std::string, std::string> answers;  // by the words of the command
  std::vector<std::vector<std::string>> asked;
  std::string printed;

  RunProgram run() {
    return [this](const std::vector<std::string>& words, const std::string& in) {
      asked.push_back(words);
      if (words[0] == "lp") printed = in;
      std::string command;
      for (const std::string& word : words) command += (command.empty() ? "" : " ") + word;
      const auto answer = answers.find(words[0] == "lp" ? "lp" : command);
      return answer == answers.end() ? Result<std::string>(Fault{"code 1", words[0], "code 0"})
                                     : Result<std::string>(answer->second);
    };
  }
};

TEST(Printing, GoesToTheDefaultPrinterThroughAPipe) {
  Office office{{{"lpstat -d", "system default destination: Stuen\n"},
                 {"lpstat -p Stuen", "printer Stuen is idle.  enabled since Monday\n"},
                 {"lp", ""}},
                {},
                ""};
  EXPECT_TRUE(CupsPrinter(office.run()).print("%PDF the sheet"));
  EXPECT_EQ(office.printed, "%PDF the sheet");
  EXPECT_THAT(office.asked.back(), ElementsAre("lp", "-s", "-d", "Stuen", "-t", "AKTIV-dialog",
                                               "-o", "media=A4", "-o", "sides=one-sided"))
      << "no file is named, and the title says nothing of anybody";
}

TEST(Printing, GoesToNoPrinterThatNobodyChose) {
  Office office{{{"lpstat -d", "no system default destination\n"}, {"lp", ""}}, {}, ""};
  const Status printed = CupsPrinter(office.run()).print("x");
  ASSERT_FALSE(printed);
  EXPECT_EQ(printed.error().what, "there is no printer");
  EXPECT_EQ(office.asked.size(), 1u);
}

TEST(Printing, AStoppedPrinterIsNotToldThatItIsOnItsWay) {
  Office office{{{"lpstat -d", "system default destination: Stuen/small\n"},
                 {"lpstat -p Stuen", "printer Stuen disabled since Monday -\n\tPaused\n"},
                 {"lp", ""}},
                {},
                ""};
  const Status printed = CupsPrinter(office.run()).print("x");
  ASSERT_FALSE(printed);
  EXPECT_THAT(printed.error().expected, HasSubstr("cupsenable Stuen"));
  EXPECT_EQ(office.printed, "");
}

TEST(Printing, WithoutAPrintSystemItIsAFaultThatHoldsNothingOfTheSheet) {
  Office office;
  const Status printed = CupsPrinter(office.run()).print("what was said");
  ASSERT_FALSE(printed);
  EXPECT_THAT(to_text(printed.error()), Not(HasSubstr("said")));
}

TEST(Printing, ARefusedJobIsAFault) {
  Office office{{{"lpstat -d", "system default destination: Stuen\n"}}, {}, ""};
  EXPECT_FALSE(CupsPrinter(office.run()).print("x"));
}

}  // namespace
}  // namespace aktiv::report
