#include "kiosk/casefile/store/squeezed.h"

#include <gtest/gtest.h>

namespace aktiv::casefile {
namespace {

std::string many_times(const std::string& text) {
  std::string all;
  for (int i = 0; i < 200; ++i) all += text + std::to_string(i);
  return all;
}

TEST(Squeezed, ComesBackLetterByLetterAndTakesLess) {
  const std::string text = many_times(R"({"valueCoding":{"display":"Bage brød og kager"}})");
  const std::string bytes = squeezed(text);
  EXPECT_LT(bytes.size() * 6, text.size());
  EXPECT_EQ(*unsqueezed(bytes), text);
  EXPECT_EQ(*unsqueezed(squeezed("")), "");
}

TEST(Squeezed, WhatWasKeptBeforeIsReadAsItIs) {
  EXPECT_EQ(*unsqueezed(R"({"resourceType":"Patient"})"), R"({"resourceType":"Patient"})");
  EXPECT_EQ(*unsqueezed(""), "");
}

TEST(Squeezed, AFrameThatIsCutOffIsAFault) {
  const std::string whole = squeezed(many_times("bage "));
  for (size_t kept = 4; kept < whole.size(); ++kept)
    EXPECT_FALSE(unsqueezed(whole.substr(0, kept))) << kept;
}

}  // namespace
}  // namespace aktiv::casefile
