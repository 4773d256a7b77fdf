#include "kiosk/sync/enrolment_code.h"

#include <gtest/gtest.h>

namespace aktiv::sync {
namespace {

// Bytes 00 01 … 18 in Crockford's base32.
constexpr char code[] = "000G4-0R40M-30E20-9185G-R38E1-W8124-GK2GA-HC5RR";

TEST(EnrolmentCode, HoldsTheSecretAndTheStartOfTheKey) {
  const auto read = read_code(code);
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(read->secret, std::string("\x00\x01\x02\x03\x04\x05\x06\x07\x08", 9));
  EXPECT_EQ(read->key_start,
            std::string("\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18"));
}

TEST(EnrolmentCode, ForgivesHowPeopleType) {
  const auto exact = read_code(code);
  ASSERT_TRUE(exact);
  for (const char* typed : {"000g4 0r40m 30e20 9185g r38e1 w8124 gk2ga hc5rr",
                            "OooG40R40M30E2O9I85GR38ElW8L24GK2GAHC5RR"}) {
    const auto read = read_code(typed);
    ASSERT_TRUE(read) << typed;
    EXPECT_EQ(*read, *exact);
  }
}

TEST(EnrolmentCode, RefusesWhatIsNoCode) {
  const std::string whole(code);
  for (const std::string& typed : {std::string(), whole.substr(0, whole.size() - 1), whole + "0",
                                   "U" + whole.substr(1), "ø" + whole.substr(2)}) {
    EXPECT_FALSE(read_code(typed)) << typed;
  }
}

}  // namespace
}  // namespace aktiv::sync
