// An update that is cut off at any statement leaves the shape before it, or the one after, and
// loses nothing.
#include "kiosk/storage/disk/migrations.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/storage/disk/open.h"
#include "kiosk/storage/records/trouble.h"
#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

namespace fs = std::filesystem;
using testing::fast_place;
using testing::TempDir;

OpenOptions options_for(const fs::path& dir) {
  OpenOptions options;
  options.data_dir = dir;
  return options;
}

// A store as an older program left it.
void make_older(const fs::path& dir, int newest) {
  Seams older;
  older.newest = newest;
  (void)open_store(options_for(dir), older);
  ASSERT_TRUE(fs::exists(dir / "store" / "journal.db"));
}

struct Shape {
  int version = 0;
  std::string tables;
  bool operator==(const Shape&) const = default;
};

Shape shape_of(const fs::path& dir) {
  Database database(dir / "store" / "journal.db", "");
  Shape shape;
  shape.version = static_cast<int>(database.number("PRAGMA user_version"));
  auto statement = database.prepare("SELECT name FROM sqlite_schema ORDER BY name");
  while (statement.step()) shape.tables += statement.text_at(0) + " ";
  return shape;
}

// The power goes before this statement: the process ends at once, without any tidying.
void update_and_die(const fs::path& dir, int migration, int statement) {
  const pid_t child = ::fork();
  if (child == 0) {
    Seams seams;
    seams.before_statement = [=](int at_migration, int at_statement) {
      if (at_migration == migration && at_statement == statement) ::_exit(9);
    };
    (void)open_store(options_for(dir), seams);
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
}

int statements_in(int migration) {
  const TempDir dir(fast_place());
  int count = 0;
  Seams counting;
  counting.before_statement = [&](int at, int) { count += at == migration; };
  EXPECT_TRUE(open_store(options_for(dir.path()), counting));
  return count;
}

TEST(Migrations, CutOffAnywhereLeaveTheOldShapeOrTheNew) {
  for (int from = 1; from < newest_migration; ++from) {
    const TempDir old_store(fast_place());
    make_older(old_store.path(), from);
    const Shape old_shape = shape_of(old_store.path());
    ASSERT_EQ(old_shape.version, from);
    const TempDir next_store(fast_place());
    make_older(next_store.path(), from + 1);
    const Shape next_shape = shape_of(next_store.path());
    const int statements = statements_in(from + 1);
    ASSERT_GT(statements, 3);
    for (int cut = 0; cut < statements; ++cut) {
      const TempDir copy(fast_place());
      fs::copy(old_store.path(), copy.path(), fs::copy_options::recursive);
      update_and_die(copy.path(), from + 1, cut);
      const Shape left = shape_of(copy.path());
      EXPECT_TRUE(left == old_shape || left == next_shape) << "from " << from << ", cut at " << cut;
      const auto store = open_store(options_for(copy.path()));
      ASSERT_TRUE(store) << to_text(store.error());
      EXPECT_TRUE((*store)->house().kiosk_id());
    }
  }
}

TEST(Migrations, AFaultInTheMiddleIsToldAndTheNextStartGoesOn) {
  const TempDir dir(fast_place());
  make_older(dir.path(), 2);
  Seams failing;
  failing.before_statement = [](int migration, int statement) {
    if (migration == 3 && statement == 2) trouble("the disk failed", "here", "");
  };
  const auto failed = open_store(options_for(dir.path()), failing);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().what, "the disk failed");
  EXPECT_EQ(shape_of(dir.path()).version, 2);
  EXPECT_TRUE(open_store(options_for(dir.path())));
  EXPECT_EQ(shape_of(dir.path()).version, newest_migration);
}

TEST(Migrations, RunOnceAndThenNoMore) {
  const TempDir dir(fast_place());
  ASSERT_TRUE(open_store(options_for(dir.path())));
  int ran = 0;
  Seams counting;
  counting.before_statement = [&](int, int) { ++ran; };
  ASSERT_TRUE(open_store(options_for(dir.path()), counting));
  EXPECT_EQ(ran, 0);
}

}  // namespace
}  // namespace aktiv::storage
