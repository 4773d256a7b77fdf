// The disk itself: power that goes between two writes, writes that are refused, syncs that fail.
//
// Power loss: every write and sync to the journal and its log is recorded. From every boundary,
// disks are made as they could be found: what was synced is there; of what was not, nothing,
// everything, some of it, or a part of the last write. A few of them in the ordinary run, every one
// with AKTIV_POWER=all.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include <fstream>
#include <map>
#include <random>

#include "kiosk/storage/disk/open.h"
#include "kiosk/storage/disk/test_vfs.h"
#include "kiosk/storage/disk/witness.h"
#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

namespace fs = std::filesystem;
using namespace testing;

struct Step {
  enum class Kind { write, truncate, sync } kind;
  std::string file;  // its name within the store
  int64_t at = 0;    // offset, or size
  std::string bytes;
  size_t acknowledged = 0;  // answers, when it was done
  uint64_t commits = 0;     // acknowledged to the witness by then
};

class Recorder : public DiskListener {
 public:
  int on_write(const std::string& file, int64_t offset, std::string_view bytes) override {
    return note(Step::Kind::write, file, offset, std::string(bytes));
  }
  int on_truncate(const std::string& file, int64_t size) override {
    return note(Step::Kind::truncate, file, size, "");
  }
  int on_sync(const std::string& file) override { return note(Step::Kind::sync, file, 0, ""); }

  bool is_recording = false;
  size_t acknowledged = 0;
  fs::path witness;
  std::vector<Step> steps;

 private:
  int note(Step::Kind kind, const std::string& file, int64_t at, std::string bytes) {
    if (is_recording)
      steps.push_back({kind, fs::path(file).filename().string(), at, std::move(bytes), acknowledged,
                       Witness(witness).seen()});
    return SQLITE_OK;
  }
};

using Disk = std::map<std::string, std::string>;

void apply(Disk& disk, const Step& step, size_t part = std::string::npos) {
  std::string& file = disk[step.file];
  const auto at = static_cast<size_t>(step.at);
  if (step.kind == Step::Kind::truncate) file.resize(at);
  if (step.kind != Step::Kind::write) return;
  const std::string_view bytes = std::string_view(step.bytes).substr(0, part);
  if (file.size() < at + bytes.size()) file.resize(at + bytes.size());
  file.replace(at, bytes.size(), bytes);
}

enum class Fate { nothing, everything, some, torn };

// The disk as it could be found after the power went behind steps[0 … boundary).
Disk after_power_loss(const Disk& start, const std::vector<Step>& steps, size_t boundary, Fate fate,
                      std::mt19937& random) {
  std::map<std::string, size_t> synced;
  for (size_t i = 0; i < boundary; ++i)
    if (steps[i].kind == Step::Kind::sync) synced[steps[i].file] = i;
  Disk disk = start;
  for (size_t i = 0; i < boundary; ++i) {
    const Step& step = steps[i];
    const auto sync = synced.find(step.file);
    const bool is_safe = sync != synced.end() && i < sync->second;
    const bool is_last = i + 1 == boundary;
    if (is_safe || fate == Fate::everything || (fate == Fate::torn && !is_last))
      apply(disk, step);
    else if (fate == Fate::torn)
      apply(disk, step, step.bytes.size() / 1024 * 512);
    else if (fate == Fate::some && random() % 2 == 0)
      apply(disk, step);
  }
  return disk;
}

class PowerLoss : public ::testing::Test {
 protected:
  static constexpr int answers = 24;

  OpenOptions options_for(const fs::path& dir) const {
    OpenOptions options;
    options.data_dir = dir;
    options.clock = MovedClock{}.clock();
    return options;
  }

  // A conversation held, finished, another begun; with the disk recorded from the first answer on.
  void SetUp() override {
    register_test_vfs("aktiv-recording", recorder_);
    Seams seams;
    seams.vfs = "aktiv-recording";
    recorder_.witness = dir_.path() / "store" / "witness";
    auto store = open_store(options_for(dir_.path()), seams);
    ASSERT_TRUE(store) << to_text(store.error());
    const auto sun = citizen(**store, "signs/sun");
    talk_ = conversation(**store, sun);
    for (const char* name : {"journal.db", "journal.db-wal"})
      start_[name] = read_whole(dir_.path() / "store" / name);
    recorder_.is_recording = true;
    for (int i = 1; i <= answers; ++i) {
      ASSERT_TRUE(append(**store, event(talk_, "answer " + std::to_string(i))));
      recorder_.acknowledged = static_cast<size_t>(i);
    }
    ASSERT_TRUE((*store)->journal().leave_unfinished(talk_));
    store->reset();  // the log is emptied into the database
    recorder_.is_recording = false;
  }

  void expect_whole(const Disk& disk, const Step& last, const std::string& what) {
    const TempDir found(fast_place());
    fs::copy(dir_.path(), found.path(), fs::copy_options::recursive);
    const fs::path store = found.path() / "store";
    for (const auto& [name, bytes] : disk) std::ofstream(store / name, std::ios::binary) << bytes;
    fs::remove(store / "witness");
    Witness(store / "witness").note(last.commits);
    const auto opened = open_store(options_for(found.path()));
    ASSERT_TRUE(opened) << what << ": " << to_text(opened.error());
    ASSERT_TRUE((*opened)->damage().empty()) << what;
    const auto kept = said(**opened, talk_);
    ASSERT_GE(kept.size(), last.acknowledged) << what;
    for (size_t i = 0; i < kept.size(); ++i)
      ASSERT_EQ(kept[i], "answer " + std::to_string(i + 1)) << what;
  }

  Recorder recorder_;
  TempDir dir_{fast_place()};
  ConversationId talk_;
  Disk start_;
};

TEST_F(PowerLoss, LeavesEachAnswerWholeOrAbsentAndEveryAcknowledgedOne) {
  const char* wished = std::getenv("AKTIV_POWER");
  const bool is_every_one = wished && std::string_view(wished) == "all";
  const auto& steps = recorder_.steps;
  ASSERT_GT(steps.size(), 100u);
  std::mt19937 random(1);
  int images = 0;
  for (size_t boundary = 1; boundary <= steps.size(); ++boundary) {
    for (int turn = 0; turn < (is_every_one ? 50 : 1); ++turn) {
      const bool is_drawn = !is_every_one;
      const auto fate = is_drawn   ? static_cast<Fate>(random() % 4)
                        : turn < 4 ? static_cast<Fate>(turn)
                                   : Fate::some;
      const Disk disk = after_power_loss(start_, steps, boundary, fate, random);
      expect_whole(disk, steps[boundary - 1],
                   "boundary " + std::to_string(boundary) + ", fate " + std::to_string(int(fate)));
      if (HasFatalFailure()) return;
      ++images;
    }
  }
  RecordProperty("images", images);
  std::cout << images << " disks after power loss, " << steps.size() << " boundaries\n";
}

// Refuses the Nth write or sync, once or from then on.
class FailingDisk : public DiskListener {
 public:
  int on_write(const std::string&, int64_t, std::string_view) override {
    return refuse(SQLITE_IOERR_WRITE);
  }
  int on_sync(const std::string&) override { return refuse(SQLITE_IOERR_FSYNC); }
  int on_truncate(const std::string&, int64_t) override { return refuse(SQLITE_IOERR_TRUNCATE); }

  int operations = 0;
  int first_refused = -1;
  bool is_for_good = false;

 private:
  int refuse(int code) {
    const int number = operations++;
    const bool is_hit =
        first_refused >= 0 && (is_for_good ? number >= first_refused : number == first_refused);
    return is_hit ? code : SQLITE_OK;
  }
};

struct Told {
  size_t kept = 0;
  size_t refused = 0;
};

// Ten answers; those that are refused are asked once more, as the store's thread does.
Told answer_ten_times(Store& store, const ConversationId& talk) {
  Told told;
  for (int i = 1; i <= 10; ++i) {
    const Event one = event(talk, "answer " + std::to_string(i));
    bool is_kept = false;
    for (int attempt = 0; attempt < 2 && !is_kept; ++attempt) {
      const Status status = append(store, one);
      is_kept = bool(status);
      if (!is_kept) {
        ++told.refused;
        EXPECT_FALSE(status.error().expected.empty());
      }
    }
    if (!is_kept) return told;
    ++told.kept;
  }
  return told;
}

TEST(FailingDisk, NeverSaysSavedOfWhatIsNot) {
  const TempDir whole(fast_place());
  OpenOptions options;
  options.data_dir = whole.path();
  ConversationId talk;
  {
    auto store = open_store(options);
    ASSERT_TRUE(store) << to_text(store.error());
    talk = conversation(**store, citizen(**store, "signs/sun"));
  }
  int refused_in_all = 0;
  for (const bool is_for_good : {false, true}) {
    for (int refused = 0;; ++refused) {
      const TempDir copy(fast_place());
      fs::copy(whole.path(), copy.path(), fs::copy_options::recursive);
      options.data_dir = copy.path();
      FailingDisk disk;
      disk.is_for_good = is_for_good;
      register_test_vfs("aktiv-failing", disk);
      Seams seams;
      seams.vfs = "aktiv-failing";
      Told told;
      {
        auto store = open_store(options, seams);
        ASSERT_TRUE(store) << to_text(store.error());
        ASSERT_TRUE((*store)->journal().take_up_again(talk));
        disk.first_refused = disk.operations + refused;
        told = answer_ten_times(**store, talk);
        EXPECT_EQ(said(**store, talk).size(), told.kept);
      }
      refused_in_all += static_cast<int>(told.refused);
      const auto again = open_store(options);
      ASSERT_TRUE(again) << refused << " " << to_text(again.error());
      const auto kept = said(**again, talk);
      ASSERT_GE(kept.size(), told.kept) << "refused at " << refused;
      for (size_t i = 0; i < kept.size(); ++i)
        ASSERT_EQ(kept[i], "answer " + std::to_string(i + 1));
      if (told.refused == 0) break;
    }
  }
  EXPECT_GT(refused_in_all, 50);
}

}  // namespace
}  // namespace aktiv::storage
