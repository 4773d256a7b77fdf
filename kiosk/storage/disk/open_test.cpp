// Opening: what is refused, with which words, and that it stays untouched.
#include "kiosk/storage/disk/open.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "kiosk/storage/records/trouble.h"
#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

OpenOptions options_for(const fs::path& dir) {
  OpenOptions options;
  options.data_dir = dir;
  return options;
}

std::string fault_of(const OpenOptions& options, const Seams& seams = {}) {
  const auto opened = open_store(options, seams);
  return opened ? "" : to_text(opened.error());
}

std::map<std::string, std::string> contents(const fs::path& dir) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(dir))
    if (entry.is_regular_file()) all[entry.path().string()] = read_whole(entry.path());
  return all;
}

void run_sql(const fs::path& file, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(db);
  sqlite3_exec(db, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
  sqlite3_close(db);
}

class Opening : public ::testing::Test {
 protected:
  // A store with one answered conversation, closed.
  void SetUp() override {
    auto store = open_store(options());
    ASSERT_TRUE(store) << to_text(store.error());
    sun_ = citizen(**store, "signs/sun");
    talk_ = conversation(**store, sun_);
    ASSERT_TRUE(append(**store, event(talk_, "jeg vil bage")));
    ASSERT_TRUE((*store)->journal().leave_unfinished(talk_));
  }
  OpenOptions options() const { return options_for(dir_.path()); }
  fs::path in_store(const char* name) const { return dir_.path() / "store" / name; }

  // Refused with these words, and every file as it was.
  void expect_refused(const std::string& words) {
    const auto before = contents(dir_.path());
    EXPECT_THAT(fault_of(options()), HasSubstr(words));
    EXPECT_TRUE(contents(dir_.path()) == before) << words << ": a file was changed";
  }

  TempDir dir_;
  CitizenId sun_;
  ConversationId talk_;
};

TEST_F(Opening, FindsWhatWasKept) {
  const auto store = open_store(options());
  ASSERT_TRUE(store);
  EXPECT_THAT(said(**store, talk_), ElementsAre("jeg vil bage"));
  EXPECT_THAT((*store)->damage(), IsEmpty());
}

TEST_F(Opening, IsForOneProgramAtATime) {
  const auto store = open_store(options());
  ASSERT_TRUE(store);
  EXPECT_THAT(fault_of(options()), HasSubstr("another program"));
}

TEST_F(Opening, LeavesFilesToTheirOwnerOnly) {
  for (const auto& entry : fs::recursive_directory_iterator(dir_.path())) {
    struct stat about {};
    ASSERT_EQ(::stat(entry.path().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 077, 0u) << entry.path();
  }
}

TEST_F(Opening, RefusesANewerDatabaseUntouched) {
  run_sql(in_store("journal.db"), "PRAGMA user_version = " + std::to_string(newest_migration + 1));
  expect_refused("newer program");
}

TEST_F(Opening, RefusesANewerDatabaseWhoseShapeIsOnlyInItsLog) {
  const fs::path db = in_store("journal.db");
  sqlite3* newer = nullptr;
  ASSERT_EQ(sqlite3_open(db.c_str(), &newer), SQLITE_OK);
  sqlite3_db_config(newer, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  const std::string version = "PRAGMA user_version = " + std::to_string(newest_migration + 1);
  ASSERT_EQ(sqlite3_exec(newer, version.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(newer);
  ASSERT_GT(fs::file_size(in_store("journal.db-wal")), 0u);
  fs::remove(in_store("journal.db-shm"));
  expect_refused("newer program");
}

TEST_F(Opening, NeverMakesANewJournalWhereOneIsMissing) {
  fs::remove(in_store("journal.db"));
  expect_refused("journal is missing");
}

TEST_F(Opening, NeverMakesANewJournalOfAnEmptyFile) {
  fs::resize_file(in_store("journal.db"), 0);
  expect_refused("damaged or cut off");
}

TEST_F(Opening, NeverMakesNewKeysWhereTheyAreMissing) {
  fs::remove(in_store("keys.bin"));
  expect_refused("cannot be read");
}

TEST_F(Opening, NeverMakesANewKioskKeyForAnOldStore) {
  fs::remove(dir_.path() / "kiosk.key");
  expect_refused("key is missing");
}

TEST_F(Opening, RefusesAnotherKiosksKey) {
  write_durably(dir_.path() / "kiosk.key", std::string(32, 'x'), {});
  expect_refused("does not open with this kiosk's key");
}

TEST_F(Opening, RefusesAKeyFileThatOthersMayRead) {
  ::chmod((dir_.path() / "kiosk.key").c_str(), 0644);
  expect_refused("read by others");
}

TEST_F(Opening, RefusesGarbageForAJournal) {
  write_durably(in_store("journal.db"), std::string(8192, 'g'), {});
  expect_refused("damaged or cut off");
}

TEST_F(Opening, RefusesAnotherProgramsDatabase) {
  run_sql(in_store("journal.db"), "PRAGMA application_id = 7");
  expect_refused("not a journal of this program");
}

TEST_F(Opening, RefusesTheKeysOfAnotherFolder) {
  const TempDir other;
  ASSERT_EQ(fault_of(options_for(other.path())), "");
  fs::copy_file(other.path() / "store" / "keys.bin", in_store("keys.bin"),
                fs::copy_options::overwrite_existing);
  fs::copy_file(other.path() / "store" / "layer-1.key", in_store("layer-1.key"),
                fs::copy_options::overwrite_existing);
  fs::copy_file(other.path() / "kiosk.key", dir_.path() / "kiosk.key",
                fs::copy_options::overwrite_existing);
  expect_refused("belongs to another journal");
}

TEST_F(Opening, TellsThatARestoredJournalIsOlderThanWhatWasKept) {
  fs::copy_file(in_store("journal.db"), dir_.path() / "backup");
  {
    const auto store = open_store(options());
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->journal().take_up_again(talk_));
    ASSERT_TRUE(append(**store, event(talk_, "later")));
  }
  fs::copy_file(dir_.path() / "backup", in_store("journal.db"),
                fs::copy_options::overwrite_existing);
  expect_refused("things that were kept are missing");
  fs::remove(in_store("witness"));
  EXPECT_EQ(fault_of(options()), "") << "as the words say";
}

TEST_F(Opening, BeginsAgainAfterACutInTheMiddleOfTheFirstStart) {
  const TempDir fresh;
  Seams cut;
  cut.before_statement = [](int migration, int) {
    if (migration == 3) throw std::runtime_error("cut off");
  };
  EXPECT_NE(fault_of(options_for(fresh.path()), cut), "");
  EXPECT_FALSE(fs::exists(fresh.path() / "store"));
  EXPECT_EQ(fault_of(options_for(fresh.path())), "");
}

TEST_F(Opening, LeavesNoWordOfACitizenReadable) {
  {
    const auto store = open_store(options());
    ASSERT_TRUE(store);
    const auto secret = conversation(**store, std::nullopt);
    ASSERT_TRUE(append(**store, event(secret, "hemmelige ord")));
    ASSERT_TRUE((*store)->people().put_profile(sun_, "profilens ord"));
    ASSERT_TRUE((*store)->people().put_photo(sun_, PictureId("people/soesk"), "Billedfilen"));
    ASSERT_TRUE((*store)->people().add_mentor(
        {MentorId("m"), PictureId("signs/key"), "Mentornavn", "c"}, "1357"));
    for (const auto& [file, bytes] : contents(dir_.path()))
      for (const char* word : {"jeg vil bage", "hemmelige", "profilens", "Billedfilen", "people/",
                               "Mentornavn", "1357", "signs/"})
        EXPECT_EQ(bytes.find(word), std::string::npos) << word << " in " << file;
  }
  const auto again = open_store(options());
  ASSERT_TRUE(again);
}

TEST_F(Opening, AThrownAwayConversationLeavesNoByteOfItsRows) {
  const auto store = open_store(options());
  ASSERT_TRUE(store);
  ASSERT_TRUE((*store)->journal().take_up_again(talk_));
  ASSERT_TRUE((*store)->journal().throw_away(talk_));
  for (const auto& [file, bytes] : contents(dir_.path()))
    EXPECT_EQ(bytes.find(talk_.value), std::string::npos) << file;
}

TEST_F(Opening, AnErasingCutOffBeforeItsKeyWasDestroyedIsFinishedAtTheNextStart) {
  const auto keys_before = fs::file_size(in_store("keys.bin"));
  Seams cut;
  bool is_cut = false;
  cut.before_sync = [&] {
    if (is_cut) trouble("cut off", "here", "");
  };
  {
    const auto store = open_store(options(), cut);
    ASSERT_TRUE(store);
    is_cut = true;
    EXPECT_FALSE((*store)->journal().throw_away(talk_)) << "not erased, so not said to be";
  }
  EXPECT_EQ(fs::file_size(in_store("keys.bin")), keys_before);
  EXPECT_EQ(fault_of(options()), "");
  EXPECT_LT(fs::file_size(in_store("keys.bin")), keys_before);
}

TEST_F(Opening, AKeyWithoutARowIsDestroyedAtTheNextStart) {
  const auto keys_before = fs::file_size(in_store("keys.bin"));
  {
    const auto store = open_store(options());
    ASSERT_TRUE(store);
    // A citizen whose row is refused after the key was made: both pictures empty twice.
    ASSERT_TRUE((*store)->journal().start(ConversationId("c"), sun_));
    EXPECT_GT(fs::file_size(in_store("keys.bin")), keys_before);
  }
  run_sql(in_store("journal.db"), "DELETE FROM conversations WHERE id = 'c'");
  EXPECT_EQ(fault_of(options()), "");
  EXPECT_EQ(fs::file_size(in_store("keys.bin")), keys_before);
}

// A small disk of its own; what is mounted is unmounted.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& size, const fs::path& at) : at_(at) {
    make_private_dir(at);
    is_mounted_ = ::mount("tmpfs", at.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (is_mounted_) ::umount2(at_.c_str(), MNT_DETACH);
  }
  bool is_mounted() const { return is_mounted_; }
  bool make_larger() const {
    return ::mount(nullptr, at_.c_str(), nullptr, MS_REMOUNT, "size=16m") == 0;
  }
  bool make_read_only() {
    return ::mount(nullptr, at_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  }

 private:
  fs::path at_;
  bool is_mounted_ = false;
};

constexpr const char* no_mount = "a small disk can only be mounted as root";

TEST(FullDisk, KeepsTheEarlierAnswersAndSaysWhatToDo) {
  for (const char* size : {"896k", "1m", "1200k", "2m"}) {
    const TempDir dir;
    const SmallDisk disk(size, dir.path());
    if (!disk.is_mounted()) GTEST_SKIP() << no_mount;
    ConversationId talk;
    size_t kept = 0;
    std::ofstream filler(dir.path() / "filler");
    filler << std::string(256 * 1024, 'f') << std::flush;
    {
      const auto store = open_store(options_for(dir.path()));
      ASSERT_TRUE(store) << size << " " << to_text(store.error());
      talk = conversation(**store, citizen(**store, "signs/sun"));
      Status status;
      while ((status = append(**store, event(talk, std::string(900, 'a'))))) ++kept;
      EXPECT_THAT(to_text(status.error()), HasSubstr("free space")) << size;
      EXPECT_EQ(said(**store, talk).size(), kept) << size;
      fs::remove(dir.path() / "filler");
      filler.close();
      EXPECT_TRUE(append(**store, event(talk, "after space was freed"))) << size;
    }
    if (const std::string told = fault_of(options_for(dir.path())); !told.empty()) {
      EXPECT_THAT(told, HasSubstr("free space")) << size;
    }
    ASSERT_TRUE(disk.make_larger());
    const auto again = open_store(options_for(dir.path()));
    ASSERT_TRUE(again) << size << " " << to_text(again.error());
    EXPECT_EQ(said(**again, talk).size(), kept + 1) << size;
    EXPECT_GT(kept, 0u) << size;
  }
}

// Until not one byte more goes on to the disk.
void fill(const fs::path& dir) {
  const int fd = ::open((dir / "filler").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const std::string bytes(1 << 16, 'f');
  for (size_t size = bytes.size(); size > 0; size /= 2)
    while (::write(fd, bytes.data(), size) > 0) {
    }
  ::close(fd);
}

// The rows and the key of a long conversation, thrown away when nothing more goes on to the disk.
TEST(FullDisk, LetsACitizenThrowAwayWhatTheySaid) {
  for (const int said_before : {1, 40, 1'000}) {
    const TempDir dir;
    const SmallDisk disk("24m", dir.path());
    if (!disk.is_mounted()) GTEST_SKIP() << no_mount;
    ConversationId talk;
    ConversationId other;
    {
      const auto store = open_store(options_for(dir.path()));
      ASSERT_TRUE(store) << to_text(store.error());
      const auto sun = citizen(**store, "signs/sun");
      talk = conversation(**store, sun);
      other = conversation(**store, sun);
      ASSERT_TRUE(append(**store, event(other, "stays")));
      for (int i = 0; i < said_before; ++i)
        ASSERT_TRUE(append(**store, event(talk, std::string(900, 'a'))));
      fill(dir.path());
      Status status;
      while ((status = append(**store, event(talk, std::string(900, 'a'))))) {
      }
      EXPECT_THAT(to_text(status.error()), HasSubstr("free space"));
      const auto keys_before = fs::file_size(dir.path() / "store" / "keys.bin");
      const Status erased = (*store)->journal().throw_away(talk);
      ASSERT_TRUE(erased) << said_before << " " << to_text(erased.error());
      EXPECT_LT(fs::file_size(dir.path() / "store" / "keys.bin"), keys_before);
      EXPECT_FALSE((*store)->journal().find(talk)->has_value());
      EXPECT_THAT(said(**store, other), ElementsAre("stays"));
      // Its rows go too, at the latest with the next that is erased when there is room.
      fs::remove(dir.path() / "filler");
      ASSERT_TRUE((*store)->journal().throw_away(conversation(**store, sun)));
      for (const auto& [file, bytes] : contents(dir.path()))
        EXPECT_EQ(bytes.find(talk.value), std::string::npos) << said_before << " " << file;
    }
    const auto again = open_store(options_for(dir.path()));
    ASSERT_TRUE(again) << to_text(again.error());
    EXPECT_THAT((*again)->damage(), IsEmpty());
    EXPECT_FALSE((*again)->journal().find(talk)->has_value());
    EXPECT_THAT(said(**again, other), ElementsAre("stays"));
  }
}

TEST(FullDisk, LetsThrowAwayOneConversationAfterAnother) {
  const TempDir dir;
  const SmallDisk disk("8m", dir.path());
  if (!disk.is_mounted()) GTEST_SKIP() << no_mount;
  const auto store = open_store(options_for(dir.path()));
  ASSERT_TRUE(store) << to_text(store.error());
  const auto sun = citizen(**store, "signs/sun");
  std::vector<ConversationId> talks;
  for (int i = 0; i < 8; ++i) {
    talks.push_back(conversation(**store, sun));
    for (int k = 0; k < 20; ++k)
      ASSERT_TRUE(append(**store, event(talks.back(), std::string(900, 'a'))));
  }
  for (const ConversationId& talk : talks) {
    fill(dir.path());
    const Status erased = (*store)->journal().throw_away(talk);
    EXPECT_TRUE(erased) << to_text(erased.error());
  }
}

TEST(FullDisk, TooSmallForAStoreIsToldAndLeavesNoHalfOfOne) {
  const TempDir dir;
  const SmallDisk disk("40k", dir.path());
  if (!disk.is_mounted()) GTEST_SKIP() << no_mount;
  EXPECT_THAT(fault_of(options_for(dir.path())), HasSubstr("free space"));
  EXPECT_FALSE(fs::exists(dir.path() / "store"));
}

TEST(ReadOnlyDisk, IsToldAtTheStart) {
  const TempDir dir;
  SmallDisk disk("2m", dir.path());
  if (!disk.is_mounted()) GTEST_SKIP() << no_mount;
  ASSERT_EQ(fault_of(options_for(dir.path())), "");
  ASSERT_TRUE(disk.make_read_only());
  EXPECT_THAT(fault_of(options_for(dir.path())), HasSubstr("read-only"));
}

}  // namespace
}  // namespace aktiv::storage
