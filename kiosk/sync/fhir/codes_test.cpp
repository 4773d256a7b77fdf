#include "kiosk/sync/fhir/codes.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "kiosk/sync/fhir/example.h"

namespace aktiv::fhir {
namespace {

std::string shipped_file() {
  std::ifstream file(std::string(AKTIV_SOURCE_DIR) + "/assets/fhir/codes.toml");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Codes, TheShippedFileHoldsTheCodesOfTheDanishModel) {
  const auto codes = parse_codes(shipped_file(), "codes.toml");
  ASSERT_TRUE(codes) << to_text(codes.error());
  EXPECT_EQ(*codes, example_codes());
}

TEST(Codes, EachMissingCodeIsNamed) {
  const std::string whole = shipped_file();
  for (const std::string name :
       {"url = ", "citizen = ", "supported_by_staff = ", "interests = ", "wish = "}) {
    std::string broken = whole;
    broken.replace(broken.find("\n" + name), name.size() + 1, "\nother_" + name);
    const auto codes = parse_codes(broken, "town.toml");
    ASSERT_FALSE(codes) << name;
    EXPECT_NE(codes.error().where.find(name.substr(0, name.find(' '))), std::string::npos);
    EXPECT_EQ(codes.error().where.substr(0, 9), "town.toml");
  }
}

TEST(Codes, BrokenTomlIsNamedWithItsLine) {
  const auto codes = parse_codes("[informer]\nurl = ", "town.toml");
  ASSERT_FALSE(codes);
  EXPECT_EQ(codes.error().where.substr(0, 11), "town.toml:2");
}

}  // namespace
}  // namespace aktiv::fhir
