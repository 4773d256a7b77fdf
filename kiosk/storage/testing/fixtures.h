// What the storage tests share: a folder that goes away, a clock that is moved, short ways to say
// things.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/storage/disk/open.h"
#include "kiosk/storage/store.h"
#include "kiosk/storage/uuid.h"

namespace aktiv::storage::testing {

// Memory for files, where a story is not about the disk: a kill leaves what was written either way.
inline std::filesystem::path fast_place() {
  return std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
}

class TempDir {
 public:
  TempDir() : TempDir(std::filesystem::temp_directory_path()) {}
  explicit TempDir(const std::filesystem::path& in)
      : path_(in / ("aktiv-storage-" + fresh_uuid())) {}
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline constexpr int64_t second_ms = 1000;
inline constexpr int64_t minute_ms = 60 * second_ms;
inline constexpr int64_t hour_ms = 60 * minute_ms;
inline constexpr int64_t day_ms = 24 * hour_ms;

// 1 March 2026, moved by hand.
struct MovedClock {
  std::shared_ptr<Moment> now =
      std::make_shared<Moment>(Moment{1'772'323'200'000, 1000, "boot one"});

  Clock clock() const {
    return [moment = now] { return *moment; };
  }
  void pass(int64_t ms) const {
    now->wall_ms += ms;
    now->boot_ms += ms;
  }
  void jump_wall(int64_t ms) const { now->wall_ms += ms; }
  void reboot() const {
    now->boot += "'";
    now->boot_ms = 1;
  }
};

// A store on disk as the next start of the program finds it; one in memory as it was, for it has
// nothing to be opened from.
inline Status open_again(std::unique_ptr<Store>& store, bool is_on_disk, const TempDir& dir,
                         const MovedClock& clock) {
  if (!is_on_disk) {
    if (!store) store = memory_store(clock.clock());
    return {};
  }
  store.reset();
  OpenOptions options;
  options.data_dir = dir.path();
  options.clock = clock.clock();
  auto opened = open_store(options);
  if (!opened) return opened.error();
  store = std::move(*opened);
  return {};
}

inline Event event(const ConversationId& conversation, const std::string& said) {
  return {EventId(fresh_uuid()), conversation, "answer", 42, said};
}

inline std::vector<std::string> said(Store& store, const ConversationId& conversation) {
  std::vector<std::string> payloads;
  const auto events = store.journal().load_events(conversation);
  if (!events) return {"fault: " + to_text(events.error())};
  for (const auto& kept : *events) payloads.push_back(kept.event.payload);
  return payloads;
}

// A citizen known to the store.
inline CitizenId citizen(Store& store, const std::string& sign) {
  const CitizenId id(fresh_uuid());
  const Status added = store.people().add_citizen({id, PictureId(sign), {}, "", false});
  return added ? id : CitizenId();
}

inline ConversationId conversation(Store& store, const std::optional<CitizenId>& with) {
  const ConversationId id(fresh_uuid());
  return store.journal().start(id, with) ? id : ConversationId();
}

inline Status append(Store& store, const Event& one) {
  return store.journal().append({&one, 1});
}

}  // namespace aktiv::storage::testing
