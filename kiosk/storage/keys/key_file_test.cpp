#include "kiosk/storage/keys/key_file.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstring>
#include <fstream>

#include "kiosk/storage/keys/kiosk_key.h"
#include "kiosk/storage/records/trouble.h"
#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

namespace fs = std::filesystem;
using testing::TempDir;

LockedBytes secret(char filling) {
  LockedBytes bytes(key_bytes);
  std::memset(bytes.data(), filling, bytes.size());
  return bytes;
}

class KeyFiles : public ::testing::Test {
 protected:
  void SetUp() override { make_private_dir(dir_.path()); }
  KeyFile make() { return KeyFile::make(dir_.path(), secret('s'), {}); }
  KeyFile open(char filling = 's') { return KeyFile::open(dir_.path(), secret(filling), {}); }
  fs::path file() const { return dir_.path() / "keys.bin"; }
  std::string fault_of_opening(char filling = 's') {
    try {
      open(filling);
    } catch (const Trouble& trouble) {
      return trouble.fault.what;
    }
    return "";
  }

  TempDir dir_;
};

std::string bytes_of(KeyView key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

TEST_F(KeyFiles, GiveTheSameKeysBack) {
  KeyFile keys = make();
  std::map<KeyId, std::string> made;
  for (int i = 0; i < 100; ++i) {
    const KeyId id = keys.add_fresh();
    made[id] = bytes_of(keys.ring().of(id));
  }
  const KeyFile again = open();
  ASSERT_EQ(again.ring().size(), 100u);
  for (const auto& [id, bytes] : made) EXPECT_EQ(bytes_of(again.ring().of(id)), bytes);
}

TEST_F(KeyFiles, ForgetADestroyedKeyAndKeepTheRest) {
  KeyFile keys = make();
  const KeyId gone = keys.add_fresh();
  const KeyId stays = keys.add_fresh();
  keys.destroy({gone});
  EXPECT_THROW((void)keys.ring().of(gone), Trouble);
  const KeyFile again = open();
  EXPECT_FALSE(again.ring().has(gone));
  EXPECT_TRUE(again.ring().has(stays));
}

TEST_F(KeyFiles, AnOlderCopyOpensNothingOnceSomethingWasErased) {
  KeyFile keys = make();
  const KeyId gone = keys.add_fresh();
  fs::copy_file(file(), dir_.path() / "copy");
  keys.destroy({gone});
  fs::copy_file(dir_.path() / "copy", file(), fs::copy_options::overwrite_existing);
  EXPECT_THAT(fault_of_opening(), ::testing::HasSubstr("layer key"));
}

TEST_F(KeyFiles, AnOlderCopyDressedAsTheNewOneOpensNothingEither) {
  KeyFile keys = make();
  const KeyId gone = keys.add_fresh();
  fs::copy_file(file(), dir_.path() / "copy");
  keys.destroy({gone});
  std::string older = read_whole(dir_.path() / "copy");
  const std::string newer = read_whole(file());
  older.replace(0, 24, newer, 0, 24);
  write_durably(file(), older, {});
  EXPECT_THAT(fault_of_opening(), ::testing::HasSubstr("does not open"));
}

TEST_F(KeyFiles, LeaveNoOldLayerBehind) {
  KeyFile keys = make();
  keys.destroy({keys.add_fresh()});
  keys.destroy({keys.add_fresh()});
  int layers = 0;
  for (const auto& entry : fs::directory_iterator(dir_.path()))
    layers += entry.path().filename().string().starts_with("layer-");
  EXPECT_EQ(layers, 1);
}

TEST_F(KeyFiles, RefuseAnotherKiosksKey) {
  make();
  EXPECT_THAT(fault_of_opening('x'), ::testing::HasSubstr("does not open with this kiosk's key"));
}

TEST_F(KeyFiles, TellEveryFlippedBitAndEveryCut) {
  make().add_fresh();
  const std::string whole = read_whole(file());
  for (size_t i = 0; i < whole.size(); ++i) {
    std::string flipped = whole;
    flipped[i] = static_cast<char>(flipped[i] ^ (1 << (i % 8)));
    write_durably(file(), flipped, {});
    EXPECT_NE(fault_of_opening(), "") << "byte " << i;
    write_durably(file(), whole.substr(0, i), {});
    EXPECT_NE(fault_of_opening(), "") << "cut at " << i;
  }
  write_durably(file(), whole, {});
  EXPECT_EQ(fault_of_opening(), "");
}

// The disk stops at the Nth sync of an erasing: what stays must stay, and what goes may be asked
// for again.
TEST_F(KeyFiles, SurviveAnErasingThatIsCutOffAnywhere) {
  for (int cut = 1; cut <= 8; ++cut) {
    const TempDir dir;
    make_private_dir(dir.path());
    int syncs_left = 1000;
    const BeforeSync before_sync = [&] {
      if (--syncs_left == 0) trouble("cut off", "here", "");
    };
    KeyFile keys = KeyFile::make(dir.path(), secret('s'), before_sync);
    const KeyId gone = keys.add_fresh();
    const KeyId stays = keys.add_fresh();
    const std::string bytes = bytes_of(keys.ring().of(stays));
    syncs_left = cut;
    try {
      keys.destroy({gone});
    } catch (const Trouble&) {
    }
    syncs_left = 1000;
    KeyFile again = KeyFile::open(dir.path(), secret('s'), before_sync);
    EXPECT_EQ(bytes_of(again.ring().of(stays)), bytes) << cut;
    again.destroy({gone});
    EXPECT_FALSE(KeyFile::open(dir.path(), secret('s'), {}).ring().has(gone)) << cut;
  }
}

TEST_F(KeyFiles, KeepKeysThatWereAddedAfterAnErasingThatFailed) {
  int syncs_left = 1000;
  const BeforeSync before_sync = [&] {
    if (--syncs_left == 0) trouble("cut off", "here", "");
  };
  KeyFile keys = KeyFile::make(dir_.path(), secret('s'), before_sync);
  const KeyId gone = keys.add_fresh();
  for (int cut = 1; cut <= 6; ++cut) {
    syncs_left = cut;
    EXPECT_THROW(keys.destroy({gone}), Trouble);
    syncs_left = 1000;
    const KeyId later = keys.add_fresh();
    EXPECT_TRUE(open().ring().has(later)) << cut;
  }
}

class KioskSecret : public ::testing::Test {
 protected:
  void SetUp() override { make_private_dir(dir_.path()); }
  std::string fault_of(const KioskKeySource& source) {
    try {
      load_kiosk_secret(source, {});
    } catch (const Trouble& trouble) {
      return trouble.fault.what;
    }
    return "";
  }
  TempDir dir_;
};

TEST_F(KioskSecret, IsMadeForATryOutOnceAndForItsOwnerOnly) {
  const KioskKeySource source{dir_.path(), {}, true};
  const LockedBytes made = load_kiosk_secret(source, {});
  struct stat about {};
  ASSERT_EQ(::stat((dir_.path() / "kiosk.key").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
  const LockedBytes again = load_kiosk_secret({dir_.path(), {}, false}, {});
  EXPECT_EQ(std::memcmp(made.data(), again.data(), key_bytes), 0);
}

TEST_F(KioskSecret, IsNeverMadeAnewWhereAStoreStands) {
  EXPECT_THAT(fault_of({dir_.path(), {}, false}), ::testing::HasSubstr("missing"));
  EXPECT_FALSE(fs::exists(dir_.path() / "kiosk.key"));
}

TEST_F(KioskSecret, IsRefusedWhereOthersMayReadIt) {
  const KioskKeySource source{dir_.path(), {}, true};
  load_kiosk_secret(source, {});
  for (const int mode : {0640, 0604, 0620, 0660, 0777}) {
    ::chmod((dir_.path() / "kiosk.key").c_str(), static_cast<mode_t>(mode));
    EXPECT_THAT(fault_of(source), ::testing::HasSubstr("read by others")) << mode;
  }
}

TEST_F(KioskSecret, IsRefusedBehindALinkOrTooShort) {
  write_durably(dir_.path() / "elsewhere", std::string(32, 'k'), {});
  fs::create_symlink(dir_.path() / "elsewhere", dir_.path() / "kiosk.key");
  EXPECT_THAT(fault_of({dir_.path(), {}, true}), ::testing::HasSubstr("not a file"));
  fs::remove(dir_.path() / "kiosk.key");
  write_durably(dir_.path() / "kiosk.key", std::string(31, 'k'), {});
  EXPECT_THAT(fault_of({dir_.path(), {}, true}), ::testing::HasSubstr("too short"));
}

TEST_F(KioskSecret, ComesFromTheServiceManagerAndNeverQuietlyFromElsewhere) {
  const fs::path credentials = dir_.path() / "credentials";
  make_private_dir(credentials);
  load_kiosk_secret({dir_.path(), {}, true}, {});
  EXPECT_THAT(fault_of({dir_.path(), credentials, true}), ::testing::HasSubstr("credentials"));
  write_durably(credentials / "aktiv-kiosk-key", std::string(40, 'k'), {});
  EXPECT_EQ(fault_of({dir_.path(), credentials, true}), "");
}

}  // namespace
}  // namespace aktiv::storage
