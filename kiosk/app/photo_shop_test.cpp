// A mentor's photos from a stick to a card, over a real store in memory and real folders.
#include "kiosk/app/photo_shop.h"

#include <gmock/gmock.h>

#include <fstream>

#include "kiosk/photos/kept_photos.h"
#include "kiosk/photos/refusal.h"
#include "kiosk/photos/testing.h"

namespace aktiv::app {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const CitizenId sun("sun"), cat("cat");
const PictureId friends("people/ven");

struct Shop : testing::Test {
  fs::path dir = fs::path(::testing::TempDir()) /
                 ::testing::UnitTest::GetInstance()->current_test_info()->name();
  fs::path stick = dir / "MENTOR";
  fs::path data = dir / "pictures";
  std::mutex mutex;
  std::condition_variable bell;
  bool is_rung = false;
  std::vector<CitizenId> changed;
  std::vector<Fault> told;
  storage::StoreThread store{[] { return Result(storage::memory_store()); }, [] {}};
  std::unique_ptr<PhotoShop> shop;

  void SetUp() override {
    fs::remove_all(dir);
    fs::create_directories(stick);
    for (const CitizenId& id : {sun, cat})
      ASSERT_TRUE(*store.call<bool>([&](storage::Store& open) -> Result<bool> {
        return open.people().add_citizen({id, PictureId(id.value), {}, "", false}).has_value();
      }));
    shop = std::make_unique<PhotoShop>(
        PhotoShop::Parts{.store = store,
                         .rules = {128, 90},
                         .kept = data,
                         .folders = {stick, dir / "not there"},
                         .wake = [this] { ring(); },
                         .changed = [this](const CitizenId& whose) { changed.push_back(whose); },
                         .tell_staff = [this](const Fault& fault) { told.push_back(fault); },
                         .plugged = [] { return std::vector<photos::Place>{}; }});
  }
  void TearDown() override {
    shop.reset();
    fs::remove_all(dir);
  }

  void ring() {
    const std::lock_guard lock(mutex);
    is_rung = true;
    bell.notify_all();
  }

  fs::path lay(const char* name, const std::string& bytes) {
    std::ofstream(stick / name, std::ios::binary) << bytes;
    return stick / name;
  }

  // Asks, and waits for the answer of whichever thread it comes from.
  template <class T, class Ask>
  T answer(Ask ask) {
    std::optional<T> answered;
    ask([&](T given) { answered = std::move(given); });
    while (!answered) {
      (void)store.call<bool>([](storage::Store&) -> Result<bool> { return true; });
      store.drain([](const storage::Recorded&) {});
      if (answered) break;
      std::unique_lock lock(mutex);
      bell.wait_for(lock, std::chrono::milliseconds(20), [&] { return is_rung; });
      is_rung = false;
      lock.unlock();
      shop->drain();
    }
    return std::move(*answered);
  }

  Status keep(const CitizenId& whose, const fs::path& file, const PictureId& what = friends) {
    return answer<Status>([&](auto then) { shop->keep({whose, what}, file, {}, std::move(then)); });
  }
  mentor::SmallPhotos kept(const CitizenId& whose) {
    return *answer<Result<mentor::SmallPhotos>>(
        [&](auto then) { shop->kept(whose, std::move(then)); });
  }
};

TEST_F(Shop, FindsTheFolderThatItWasToldOfAndWhatIsInIt) {
  lay("ven.jpg", photos::testing_::jpeg(200));
  const auto sticks = *answer<Result<std::vector<photos::Place>>>(
      [&](auto then) { shop->sticks(std::move(then)); });
  ASSERT_THAT(sticks, SizeIs(1));
  EXPECT_EQ(sticks[0].name, "MENTOR");
  const auto places = *answer<Result<std::vector<photos::Place>>>(
      [&](auto then) { shop->open(sticks[0].path, std::move(then)); });
  ASSERT_THAT(places, SizeIs(1));
  const auto seen = *answer<Result<photos::Square>>(
      [&](auto then) { shop->look_at(places[0].path, 100, {}, std::move(then)); });
  EXPECT_EQ(seen.side_px, 100);
}

TEST_F(Shop, KeepsACitizensFriendForThatCitizenAlone) {
  const auto file = lay("ven.jpg", photos::testing_::camera_jpeg(200, 6));
  ASSERT_TRUE(keep(sun, file));
  EXPECT_THAT(changed, ElementsAre(sun));
  EXPECT_THAT(kept(sun), SizeIs(1));
  EXPECT_THAT(kept(cat), IsEmpty());
  EXPECT_THAT(kept({}), IsEmpty());
  EXPECT_FALSE(fs::exists(data)) << "a citizen's photo lies in no folder";
  const auto sealed = *store.call<std::map<PictureId, std::string>>(
      [](storage::Store& open) { return open.people().photos(sun); });
  EXPECT_THAT(sealed.at(friends), Not(HasSubstr("Ownersen"))) << "who took it is left behind";
  EXPECT_LT(sealed.at(friends).size(), 20'000U);
}

TEST_F(Shop, KeepsAPlaceOfTheDayCentreForEverybody) {
  ASSERT_TRUE(keep({}, lay("bageri.png", photos::testing_::png(300, 200)), PictureId("jobs/bage")));
  EXPECT_THAT(changed, ElementsAre(CitizenId()));
  EXPECT_TRUE(kept({}).contains(PictureId("jobs/bage")));
  EXPECT_THAT(photos::kept_photos(data), SizeIs(1));
  EXPECT_THAT(kept(sun), IsEmpty());
}

TEST_F(Shop, BringsTheDrawingBack) {
  const auto file = lay("ven.jpg", photos::testing_::jpeg(200));
  ASSERT_TRUE(keep(sun, file));
  ASSERT_TRUE(keep({}, file));
  for (const CitizenId& whose : {sun, CitizenId()})
    EXPECT_TRUE(answer<Status>([&](auto then) {
      shop->take_away({whose, friends}, std::move(then));
    }));
  EXPECT_THAT(kept(sun), IsEmpty());
  EXPECT_THAT(kept({}), IsEmpty());
}

TEST_F(Shop, RefusesWhatIsNoPhotoAndChangesNothing) {
  ASSERT_TRUE(keep(sun, lay("ven.jpg", photos::testing_::jpeg(200))));
  const auto whole = photos::testing_::jpeg(200);
  const auto cut = keep(sun, lay("cut.jpg", whole.substr(0, whole.size() / 2)));
  ASSERT_FALSE(cut);
  EXPECT_EQ(photos::refusal_of(cut.error()), photos::Refusal::broken);
  EXPECT_EQ(photos::refusal_of(keep(sun, lay("x.heic", "ftypheic")).error()),
            photos::Refusal::other_kind);
  EXPECT_THAT(kept(sun), SizeIs(1));
  EXPECT_THAT(told, IsEmpty()) << "the name of a file on a stick is not for the log";
}

TEST_F(Shop, TellsStaffWhenThisKioskCannotKeepIt) {
  std::ofstream(data) << "a file where the folder should be";
  const auto done = keep({}, lay("ven.jpg", photos::testing_::jpeg(200)));
  ASSERT_FALSE(done);
  EXPECT_EQ(photos::refusal_of(done.error()), photos::Refusal::not_kept);
  EXPECT_THAT(told, SizeIs(1));
  EXPECT_THAT(changed, IsEmpty());
}

TEST_F(Shop, ForgetsWhatNobodyLooksAtAnyMore) {
  const auto file = lay("ven.jpg", photos::testing_::jpeg(200));
  SideThread side([this] { ring(); });
  std::mutex gate;
  std::unique_lock held(gate);  // the first job is under way, and waits here
  int done = 0;
  const auto count = [&](Result<bool>) { ++done; };
  side.ask<bool>(
      [&gate]() -> Result<bool> {
        const std::lock_guard wait(gate);
        return true;
      },
      count);
  for (int i = 0; i < 20; ++i)
    side.ask<bool>([]() -> Result<bool> { return true; }, count,
                   SideThread::Wanted::while_looked_at);
  side.ask<bool>([]() -> Result<bool> { return true; }, count);
  side.drop_waiting();
  held.unlock();
  while (done < 2) {
    std::unique_lock lock(mutex);
    bell.wait_for(lock, std::chrono::milliseconds(20), [&] { return is_rung; });
    is_rung = false;
    lock.unlock();
    side.drain();
  }
  EXPECT_EQ(done, 2);
}

}  // namespace
}  // namespace aktiv::app
