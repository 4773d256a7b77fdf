// Rows that were changed, swapped, moved or lost are told, never believed and never replaced.
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <random>

#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

namespace fs = std::filesystem;
using namespace testing;
using ::testing::HasSubstr;

constexpr uintmax_t page_bytes = 4096;

// 200 in the ordinary run; AKTIV_SEEDS for more.
int seeds_wished() {
  const char* wished = std::getenv("AKTIV_SEEDS");
  return wished ? std::atoi(wished) : 200;
}
const int seeds = seeds_wished();

OpenOptions options_for(const fs::path& dir) {
  OpenOptions options;
  options.data_dir = dir;
  options.clock = MovedClock{}.clock();
  return options;
}

void run_sql(const fs::path& dir, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open((dir / "store" / "journal.db").c_str(), &db), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(db);
  EXPECT_GT(sqlite3_changes(db), 0) << sql;
  sqlite3_close(db);
}

// Everything that can be read of a store, as one text; or its faults.
struct Reading {
  std::string text;
  bool has_fault = false;

  template <class T>
  const T* take(const Result<T>& result) {
    if (result) return &*result;
    has_fault = true;
    return nullptr;
  }
};

Reading read_everything(const fs::path& dir) {
  Reading reading;
  auto opened = open_store(options_for(dir));
  if (!opened) return {to_text(opened.error()), true};
  Store& store = **opened;
  if (!store.damage().empty()) reading.has_fault = true;
  const auto citizens = store.people().citizens();
  for (const auto& who : reading.take(citizens) ? *citizens : std::vector<Citizen>{}) {
    reading.text += who.id.value + who.sign.value + who.centre + "\n";
    const auto profile = store.people().profile(who.id);
    if (reading.take(profile) && *profile) reading.text += **profile + "\n";
    const auto unfinished = store.journal().unfinished(who.id);
    for (const auto& talk : reading.take(unfinished) ? *unfinished : std::vector<Conversation>{}) {
      reading.text += talk.id.value + std::to_string(talk.started_ms) + "\n";
      const auto events = store.journal().load_events(talk.id);
      for (const auto& kept : reading.take(events) ? *events : std::vector<KeptEvent>{})
        reading.text += std::to_string(kept.sequence) + kept.event.kind + kept.event.payload + "\n";
    }
    const auto answers = store.outbox().list_kept(who.id);
    for (const auto& kept : reading.take(answers) ? *answers : std::vector<KeptSubmission>{})
      reading.text +=
          kept.item.submission.value + std::to_string(kept.item.attempts) + kept.bytes + "\n";
    for (const auto& kept : reading.take(answers) ? *answers : std::vector<KeptSubmission>{}) {
      const auto events = store.journal().load_events(kept.item.conversation);
      for (const auto& one : reading.take(events) ? *events : std::vector<KeptEvent>{})
        reading.text += one.event.payload + "\n";
    }
  }
  const auto mentors = store.people().mentors();
  for (const auto& mentor : reading.take(mentors) ? *mentors : std::vector<Mentor>{})
    reading.text += mentor.id.value + mentor.name + "\n";
  const auto setting = store.house().setting("volume");
  if (reading.take(setting) && *setting) reading.text += **setting;
  return reading;
}

void fill(Store& store, int people = 3) {
  for (int who = 0; who < people; ++who) {
    const auto sun = citizen(store, "signs/" + std::to_string(who));
    (void)store.people().put_profile(sun, "profile " + std::to_string(who));
    for (int talk = 0; talk < 3; ++talk) {
      const auto id = conversation(store, sun);
      for (int i = 0; i < 12; ++i)
        (void)append(store, event(id, "answer " + std::to_string(i) + std::string(700, 'x')));
      if (talk == 2) {
        const std::vector<NewSubmission> kept{{SubmissionId(fresh_uuid()), std::string(900, 's')}};
        (void)store.journal().finish(id, {}, kept);
      } else {
        (void)store.journal().leave_unfinished(id);
      }
    }
  }
  (void)store.people().add_mentor({MentorId("m"), PictureId("signs/key"), "Mia", ""}, "1234");
  (void)store.house().put_setting("volume", "7");
}

// A filled store; made once, copied for every seed.
class Damage : public ::testing::Test {
 protected:
  void SetUp() override {
    auto store = open_store(options_for(whole_.path()));
    ASSERT_TRUE(store) << to_text(store.error());
    fill(**store);
  }
  void copy_to(const fs::path& to) const {
    fs::copy(whole_.path(), to, fs::copy_options::recursive);
  }

  TempDir whole_{fast_place()};
};

void flip(const fs::path& file, std::mt19937& random) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  const auto size = fs::file_size(file);
  const auto at =
      static_cast<std::streamoff>(std::uniform_int_distribution<uintmax_t>(0, size - 1)(random));
  stream.seekg(at);
  char byte = 0;
  stream.get(byte);
  byte = static_cast<char>(byte ^ (1 << std::uniform_int_distribution<int>(0, 7)(random)));
  stream.seekp(at);
  stream.put(byte);
}

TEST_F(Damage, ASwapOfTwoAnswersIsTold) {
  run_sql(whole_.path(),
          "UPDATE events SET sealed = (SELECT o.sealed FROM events o WHERE o.owner = events.owner"
          " AND o.place = 3 - events.place) WHERE place IN (1, 2)");
  EXPECT_TRUE(read_everything(whole_.path()).has_fault);
}

TEST_F(Damage, AnAnswerUnderAnotherConversationIsTold) {
  run_sql(whole_.path(),
          "UPDATE events SET owner = (SELECT max(id) FROM conversations WHERE kind = 'unfinished'),"
          " place = 13 WHERE place = 12 AND owner = (SELECT min(id) FROM conversations WHERE kind ="
          " 'unfinished')");
  EXPECT_TRUE(read_everything(whole_.path()).has_fault);
}

TEST_F(Damage, AMissingAnswerIsToldWhereverItStood) {
  for (const int place : {1, 6, 12}) {
    const TempDir copy(fast_place());
    copy_to(copy.path());
    run_sql(copy.path(), "DELETE FROM events WHERE place = " + std::to_string(place));
    EXPECT_TRUE(read_everything(copy.path()).has_fault) << place;
  }
}

TEST_F(Damage, AChangedKindOrStateIsTold) {
  for (const char* sql : {"UPDATE events SET kind = 'other' WHERE place = 2",
                          "UPDATE conversations SET kind = 'unfinished' WHERE kind = 'finished'",
                          "UPDATE outbox SET kind = 'acknowledged'",
                          "UPDATE citizens SET id = id || 'x'", "UPDATE mentors SET id = 'n'"}) {
    const TempDir copy(fast_place());
    copy_to(copy.path());
    run_sql(copy.path(), sql);
    EXPECT_TRUE(read_everything(copy.path()).has_fault) << sql;
  }
}

TEST_F(Damage, OneDamagedConversationLeavesTheOthersReadable) {
  run_sql(whole_.path(),
          "UPDATE conversations SET sealed = zeroblob(60) WHERE id = (SELECT min(id) FROM"
          " conversations)");
  const auto store = open_store(options_for(whole_.path()));
  ASSERT_TRUE(store) << to_text(store.error());
  ASSERT_EQ((*store)->damage().size(), 1u);
  EXPECT_THAT(to_text((*store)->damage()[0]), HasSubstr("conversations"));
  size_t readable = 0;
  const auto citizens = *(*store)->people().citizens();
  for (const auto& who : citizens) readable += (*store)->journal().unfinished(who.id)->size();
  EXPECT_GE(readable, 5u);
}

TEST_F(Damage, AFlippedBitIsToldOrChangesNothing) {
  const std::string whole = read_everything(whole_.path()).text;
  int told = 0;
  for (int seed = 0; seed < seeds; ++seed) {
    const TempDir copy(fast_place());
    copy_to(copy.path());
    std::mt19937 random(static_cast<unsigned>(seed));
    flip(copy.path() / "store" / "journal.db", random);
    const Reading reading = read_everything(copy.path());
    told += reading.has_fault;
    if (!reading.has_fault) {
      EXPECT_TRUE(reading.text == whole) << "believed, seed " << seed;
    }
    EXPECT_GT(fs::file_size(copy.path() / "store" / "journal.db"), 0u);
  }
  EXPECT_GT(told, seeds / 4) << "the flips must reach what is kept";
}

TEST_F(Damage, AFlippedBitInAnyOtherFileIsTold) {
  for (const char* name : {"store/keys.bin", "store/layer-1.key", "kiosk.key"}) {
    for (int seed = 0; seed < 20; ++seed) {
      const TempDir copy(fast_place());
      copy_to(copy.path());
      std::mt19937 random(static_cast<unsigned>(seed));
      flip(copy.path() / name, random);
      EXPECT_TRUE(read_everything(copy.path()).has_fault) << name << " " << seed;
    }
  }
}

TEST_F(Damage, ACutJournalIsToldOrHasLostNothing) {
  const std::string whole = read_everything(whole_.path()).text;
  const auto size = fs::file_size(whole_.path() / "store" / "journal.db");
  for (int seed = 0; seed < 50; ++seed) {
    const TempDir copy(fast_place());
    copy_to(copy.path());
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto left = std::uniform_int_distribution<uintmax_t>(0, size - 1)(random);
    fs::resize_file(copy.path() / "store" / "journal.db", left);
    const Reading reading = read_everything(copy.path());
    EXPECT_TRUE(reading.has_fault || reading.text == whole) << "cut at " << left << " of " << size;
    EXPECT_TRUE(reading.has_fault || left > size - page_bytes)
        << "cut at " << left << " of " << size;
  }
}

// A program that ended without closing leaves acknowledged answers in the log alone.
class DamagedLog : public Damage {
 protected:
  void SetUp() override {
    const pid_t child = ::fork();
    if (child == 0) {
      auto store = open_store(options_for(whole_.path()));
      if (!store) ::_exit(1);
      fill(**store, 1);
      ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
    ASSERT_GT(fs::file_size(log(whole_)), 0u);
  }
  static fs::path log(const TempDir& dir) { return dir.path() / "store" / "journal.db-wal"; }
};

TEST_F(DamagedLog, AFlippedBitThereLosesNoAcknowledgedAnswerSilently) {
  const TempDir clean(fast_place());
  copy_to(clean.path());
  const Reading whole = read_everything(clean.path());
  ASSERT_FALSE(whole.has_fault) << whole.text;
  int told = 0;
  for (int seed = 0; seed < seeds; ++seed) {
    const TempDir copy(fast_place());
    copy_to(copy.path());
    std::mt19937 random(static_cast<unsigned>(seed));
    flip(log(copy), random);
    const auto bytes_before = read_whole(log(copy));
    const Reading reading = read_everything(copy.path());
    told += reading.has_fault;
    if (!reading.has_fault) {
      EXPECT_TRUE(reading.text == whole.text) << "believed, seed " << seed;
    } else {
      EXPECT_TRUE(read_whole(log(copy)) == bytes_before) << "evidence was touched, seed " << seed;
    }
  }
  EXPECT_GT(told, seeds / 2);
}

TEST_F(DamagedLog, ACutLogIsTold) {
  const auto size = fs::file_size(log(whole_));
  for (int seed = 0; seed < 50; ++seed) {
    const TempDir copy(fast_place());
    copy_to(copy.path());
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto left = std::uniform_int_distribution<uintmax_t>(0, size * 9 / 10)(random);
    fs::resize_file(log(copy), left);
    EXPECT_TRUE(read_everything(copy.path()).has_fault) << "cut at " << left << " of " << size;
  }
}

}  // namespace
}  // namespace aktiv::storage
