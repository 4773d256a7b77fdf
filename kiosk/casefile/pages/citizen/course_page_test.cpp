// The course of one citizen: the way in, where it is, its parts, places that were asked.
#include <gmock/gmock.h>

#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class CoursePageTest : public HeldTalksTest {};

TEST_F(CoursePageTest, ACourseIsMadeOfPartsFromSeveralProviders) {
  enter_as_mentor();
  get(at("/write/course_part"));
  for (const auto& [days, place, provider] :
       {std::tuple("tirsdag", "Bageriet", "company"), std::tuple("fredag", "Haven", "centre")})
    EXPECT_EQ(header_of(post(at("/write/course_part"), {{"days", days},
                                                        {"place", place},
                                                        {"provider", provider},
                                                        {"support", "developing"}}),
                        "Location"),
              at("/course"));
  EXPECT_THAT(get(at("/course")).body,
              AllOf(HasSubstr("Bageriet"), HasSubstr("Fagcenter"), HasSubstr("Udviklende")));
}

TEST_F(CoursePageTest, ANoLeadsToTheCoreOfTheDream) {
  hold_and_send("min_droem", 3, now_ms_ - day_ms);
  enter_as_mentor();
  get(at("/write/contact"));
  post(at("/write/contact"), {{"day", "2026-11-20"}, {"place", "Bageriet"}, {"answer", "no"}});
  EXPECT_THAT(get(at("/course")).body, HasSubstr("Gå videre med det, drømmen handler om."));
  post(at("/write/contact"), {{"day", "2026-11-21"}, {"place", "Cafeen"}, {"answer", "yes"}});
  EXPECT_THAT(get(at("/course")).body, Not(HasSubstr("Gå videre med det, drømmen handler om.")));
}

TEST_F(CoursePageTest, IsWholeHtml) {
  enter_as_mentor();
  for (const char* form : {"course", "course_part", "contact", "referral", "checklist"})
    expect_whole_html(at(std::string("/write/") + form));
  expect_whole_html(at("/course"));
  expect_whole_html(at("/course?lang=en"));
}

}  // namespace
}  // namespace aktiv::casefile
