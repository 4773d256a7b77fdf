#include "kiosk/sync/fhir/digest.h"

#include <gtest/gtest.h>

#include "kiosk/sync/fhir/instant.h"

namespace aktiv::fhir {
namespace {

std::string hex(const std::array<uint8_t, 20>& sum) {
  std::string text;
  for (const uint8_t byte : sum) {
    char pair[3];
    std::snprintf(pair, sizeof pair, "%02x", byte);
    text += pair;
  }
  return text;
}

TEST(Digest, Sha1AgreesWithThePublishedExamples) {
  EXPECT_EQ(hex(sha1("")), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  EXPECT_EQ(hex(sha1("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(hex(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  EXPECT_EQ(hex(sha1(std::string(1'000'000, 'a'))), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST(Digest, Base64AgreesWithThePublishedExamplesAndComesBack) {
  EXPECT_EQ(to_base64("f"), "Zg==");
  EXPECT_EQ(to_base64("fo"), "Zm8=");
  EXPECT_EQ(to_base64("foobar"), "Zm9vYmFy");
  std::string bytes;
  for (int length = 0; length < 300; ++length) {
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
    bytes += static_cast<char>(length * 37);
  }
}

TEST(Digest, HalfABase64IsNotTaken) {
  EXPECT_FALSE(from_base64("Zg="));
  EXPECT_FALSE(from_base64("Z==="));
  EXPECT_FALSE(from_base64("Zg=v"));
  EXPECT_FALSE(from_base64("Z!=="));
}

TEST(Digest, UuidOfANameAgreesWithOtherImplementations) {
  EXPECT_EQ(uuid_from_name("https://www.rfc-editor.org/"), "e4cd1b71-27d2-515b-bb0b-7937ccd22d10");
}

TEST(Instant, TimesComeBackToTheMillisecond) {
  for (const int64_t ms :
       {int64_t{0}, int64_t{-1}, int64_t{1'795'350'000'123}, int64_t{951'782'399'999},
        int64_t{-62'135'596'800'000}, int64_t{253'402'300'799'999}}) {
    const auto text = to_instant(ms);
    ASSERT_TRUE(text);
    EXPECT_EQ(from_instant(*text), ms) << *text;
  }
  EXPECT_EQ(to_instant(1'582'934'400'007), "2020-02-29T00:00:00.007Z");
}

TEST(Instant, OtherZonesAndDecimalsAreRead) {
  EXPECT_EQ(from_instant("1970-01-01T01:00:00+01:00"), 0);
  EXPECT_EQ(from_instant("1969-12-31T19:00:00.25-05:00"), 250);
  EXPECT_EQ(from_instant("1970-01-01T00:00:00.123456Z"), 123);
}

TEST(Instant, WhatIsNoTimeIsRefused) {
  for (const char* text :
       {"", "1970", "1970-02-30T00:00:00Z", "1970-01-01T00:00:00", "1970-01-01T24:00:00Z",
        "1970-01-01T00:00:00.Z", "1970-01-01T00:00:00Z ", "1970-1-01T00:00:00Z"}) {
    EXPECT_FALSE(from_instant(text)) << text;
  }
  EXPECT_FALSE(to_instant(253'402'300'800'000));
  EXPECT_FALSE(to_instant(-62'135'596'800'001));
}

}  // namespace
}  // namespace aktiv::fhir
