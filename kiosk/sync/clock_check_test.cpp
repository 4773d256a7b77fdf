// A kiosk whose clock is wrong says so to staff, whatever else is well.
#include "kiosk/sync/testing/sync_fixture.h"

namespace aktiv::sync {
namespace {

using fhir::example_pairs;

Line::What well_at(const char* date) {
  return [date](FakeServer& server, const HttpRequest& request) {
    HttpReply reply = server.answer(request);
    reply.headers.emplace_back("date", date);
    return reply;
  };
}

class ClockTrouble : public Sync {
 protected:
  ClockTrouble() { now = http_date_ms("Sun, 29 Nov 2026 10:00:00 GMT"); }

  int64_t ahead_when_the_server_says(const char* date) {
    outbox.keep(example_pairs(++number));
    for (int i = 0; i < 20; ++i) line.next.push_back(well_at(date));
    settle();
    line.next.clear();
    return worker.state().clock_ahead_ms;
  }

  unsigned number = 0;
};

TEST_F(ClockTrouble, IsToldInWholeMinutesEitherWay) {
  EXPECT_EQ(ahead_when_the_server_says("Sun, 29 Nov 2026 09:47:30 GMT"), 12 * 60'000);
  EXPECT_EQ(ahead_when_the_server_says("Sun, 06 Dec 2026 10:00:40 GMT"), -7 * 24 * 3600'000ll);
}

TEST_F(ClockTrouble, IsNoneWithinTwoMinutes) {
  EXPECT_EQ(ahead_when_the_server_says("Sun, 29 Nov 2026 10:01:59 GMT"), 0);
  EXPECT_EQ(ahead_when_the_server_says("Sun, 29 Nov 2026 09:58:01 GMT"), 0);
  EXPECT_EQ(ahead_when_the_server_says("Sun, 29 Nov 2026 09:58:00 GMT"), 2 * 60'000);
}

TEST_F(ClockTrouble, IsOverWhenTheClockIsSet) {
  EXPECT_NE(ahead_when_the_server_says("Sun, 29 Nov 2026 09:00:00 GMT"), 0);
  now -= 3600'000;
  EXPECT_EQ(ahead_when_the_server_says("Sun, 29 Nov 2026 09:00:00 GMT"), 0);
}

TEST_F(ClockTrouble, IsNotGuessedFromAServerThatSaysNothing) {
  EXPECT_EQ(ahead_when_the_server_says("yesterday"), 0);
  outbox.keep(example_pairs(++number));
  settle();
  EXPECT_EQ(worker.state().clock_ahead_ms, 0);
}

TEST_F(ClockTrouble, HoldsNothingBack) {
  (void)ahead_when_the_server_says("Sun, 29 Nov 2020 09:00:00 GMT");
  EXPECT_EQ(server.count("QuestionnaireResponse"), 1);
  EXPECT_TRUE(outbox.is_settled());
}

}  // namespace
}  // namespace aktiv::sync
