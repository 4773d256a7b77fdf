// A citizen says that something in a talk was not so.
#include <gtest/gtest.h>

#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

class CorrectionsTest : public HeldTalksTest {
 protected:
  CorrectionsTest() {
    said_ = hold_and_send("to_billeder", 1, now_ms_ - day_ms);
    enter_as_mentor();
  }
  std::string session() const { return at("/sessions/" + said_.id.value); }
  HttpResponse correct(const std::string& instead) {
    get(at("/write/correction?about=" + said_.id.value));
    return post(at("/write/correction"), {{"about", said_.id.value},
                                          {"day", "2026-11-22"},
                                          {"wrong", "Trykkede ved siden af"},
                                          {"instead", instead},
                                          {"how", "pegede på haven to gange"}});
  }
  Submission said_;
};

TEST_F(CorrectionsTest, StandsBesideTheTalkAndOnTheOverviewAndChangesNothingThatWasSaid) {
  const std::string before = get(session()).body;
  const std::string answers = before.substr(before.find("data-submission"));
  EXPECT_FALSE(says(get(at()), "Rettelser"));
  EXPECT_EQ(correct("Vil hellere i haven").status, 303);
  const std::string after = get(session()).body;
  EXPECT_NE(after.find("Vil hellere i haven"), std::string::npos);
  EXPECT_EQ(after.substr(after.find("data-submission")), answers);
  const auto overview = get(at());
  EXPECT_TRUE(says(overview, "Rettelser"));
  EXPECT_TRUE(says(overview, "Vil hellere i haven"));
  expect_whole_html(session());
  expect_whole_html(at());
}

TEST_F(CorrectionsTest, WithoutWhatItShouldBeOrHowItWasSaidNothingIsKept) {
  get(at("/write/correction"));
  EXPECT_EQ(post(at("/write/correction"),
                 {{"about", said_.id.value}, {"day", "2026-11-22"}, {"wrong", "x"}})
                .status,
            422);
  EXPECT_FALSE(says(get(at()), "Rettelser"));
}

TEST_F(CorrectionsTest, TwoWhoChangeTheSameOneBothSeeBothTexts) {
  correct("Vil hellere i haven");
  const std::string page = get(session()).body;
  const std::string mark = "/records/";
  const std::string record = page.substr(page.find(mark) + mark.size(), 36);
  const auto change = [&](const std::string& instead) {
    get(at("/records/" + record));
    return post(
        at("/records/" + record + "/change"),
        {{"version", "1"}, {"day", "2026-11-22"}, {"instead", instead}, {"how", "sagde det"}});
  };
  EXPECT_EQ(change("Vil i køkkenet").status, 303);
  const auto conflict = change("Vil på lageret");
  EXPECT_EQ(conflict.status, 409);
  EXPECT_TRUE(says(conflict, "Vil i køkkenet"));
  EXPECT_TRUE(says(conflict, "Vil på lageret"));
}

TEST_F(CorrectionsTest, GoesOnWithTheTalkThatItIsAbout) {
  Submission shared = held("to_billeder", 1, now_ms_ - day_ms, 2);
  shared.readers = {"raadgiver"};
  send_talk(shared);
  correct("kun til mentoren");
  said_ = shared;
  correct("Vil hellere i haven");
  get(at("/exports/basis"));
  const auto paper = post(at("/exports/basis"), {{"talk", shared.id.value}, {"yes", "sagde ja"}});
  EXPECT_EQ(paper.status, 200) << paper.body;
  EXPECT_TRUE(says(paper, "Vil hellere i haven")) << paper.body;
  EXPECT_FALSE(says(paper, "kun til mentoren"));
}

}  // namespace
}  // namespace aktiv::casefile
