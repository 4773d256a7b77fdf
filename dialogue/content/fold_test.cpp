#include "dialogue/content/fold.h"

#include <gtest/gtest.h>

namespace aktiv {
namespace {

TEST(Folding, ALetterIsTheSameLargeOrSmall) {
  EXPECT_EQ(folded("SØLV på Ærø"), folded("sølv PÅ ærø"));
}

TEST(Folding, AnAccentIsTheSameWrittenAsOneLetterOrAsTwo) {
  EXPECT_EQ(folded("caf\u00e9"), folded("cafe\u0301"));
}

TEST(Folding, WhatIsNoTextComesBackAsItWas) {
  EXPECT_EQ(folded("\xff"), "\xff");
  EXPECT_EQ(folded(""), "");
}

}  // namespace
}  // namespace aktiv
