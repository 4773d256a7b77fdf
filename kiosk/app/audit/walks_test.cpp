// Every screen can be told in every language from what was walked in one.
#include "kiosk/app/audit/walks.h"

#include <gmock/gmock.h>

#include "kiosk/files/content_files.h"

namespace aktiv::app {
namespace {

class Walks : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    loaded = new Loaded(read_content(AKTIV_BINARY_DIR "/share/aktiv"));
    engine = new Engine(loaded->content);
    walked = new Walked(walk_through(*engine, {}, 4));
  }
  static void TearDownTestSuite() {
    delete walked;
    delete engine;
    delete loaded;
  }

  static inline Loaded* loaded = nullptr;
  static inline Engine* engine = nullptr;
  static inline Walked* walked = nullptr;
};

TEST_F(Walks, WhatIsToldInItsOwnLanguageIsTheSameScreen) {
  ASSERT_GT(walked->screens.size(), 400u);
  for (const ReachedScreen& screen : walked->screens)
    EXPECT_EQ(engine->describe_in(screen.session, screen.scene.language), screen.scene)
        << screen.name;
}

TEST_F(Walks, InAnotherLanguageTheSameThingsAreThere) {
  for (const std::string& language : loaded->content.texts.languages())
    for (const ReachedScreen& screen : walked->screens) {
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
  for (const std::string& language : loaded->content.texts.languages())
    for (const ReachedScreen& screen : walked->screens) {
      if (screen.scene.id != "t1_q") continue;
      const Scene told = engine->describe_in(screen.session, language);
      ASSERT_EQ(told.speech.size(), 3u) << language << ": " << told.question.spoken;
      EXPECT_NE(told.speech[1].about, told.speech[2].about);
      ++asked;
    }
  EXPECT_GE(asked, 8);
}

}  // namespace
}  // namespace aktiv::app
