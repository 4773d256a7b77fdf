// Every screen can be told in every language from what was walked in one.
#include "dialogue/engine/walk.h"

#include <gmock/gmock.h>

#include "dialogue/engine/testing/talk.h"

namespace aktiv {
namespace {

class Walks : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    engine = new Engine(built_in());
    WalkSettings settings;
    settings.most_a_page = 4;
    settings.most_steps = 24'000;  // all of 470 screens but 60; the audit goes to the end
    walked = new std::vector<ReachedScreen>(walk(*engine, settings));
  }
  static void TearDownTestSuite() {
    delete walked;
    delete engine;
  }

  static inline Engine* engine = nullptr;
  static inline std::vector<ReachedScreen>* walked = nullptr;
};

TEST_F(Walks, WhatIsToldInItsOwnLanguageIsTheSameScreen) {
  ASSERT_GT(walked->size(), 400u);
  for (const ReachedScreen& screen : *walked)
    EXPECT_EQ(engine->describe_in(screen.session, screen.scene.language), screen.scene)
        << screen.name;
}

TEST_F(Walks, InAnotherLanguageTheSameThingsAreThere) {
  for (const std::string& language : built_in().texts.languages())
    for (const ReachedScreen& screen : *walked) {
      const Scene told = engine->describe_in(screen.session, language);
      EXPECT_EQ(told.language, language);
      EXPECT_EQ(told.id, screen.scene.id);
      const bool has_letters = told.arrangement == Arrangement::typing;
      if (has_letters) continue;
      EXPECT_EQ(told.elements.size(), screen.scene.elements.size()) << screen.name;
    }
}

TEST_F(Walks, TwoCardsAreNamedOneByOneInEveryLanguage) {
  int asked = 0;
  for (const std::string& language : built_in().texts.languages())
    for (const ReachedScreen& screen : *walked) {
      if (screen.scene.id != "t1_q") continue;
      const Scene told = engine->describe_in(screen.session, language);
      ASSERT_EQ(told.speech.size(), 3u) << language << ": " << told.question.spoken;
      EXPECT_NE(told.speech[1].about, told.speech[2].about);
      ++asked;
    }
  EXPECT_GE(asked, 8);
}

}  // namespace
}  // namespace aktiv
