#include "kiosk/app/commands/run_command.h"

#include <SDL.h>
#include <malloc.h>
#include <sodium.h>

#include <cstdlib>

#include "kiosk/app/kiosk_app.h"
#include "kiosk/app/link_parts.h"
#include "kiosk/photos/kept_photos.h"
#include "kiosk/storage/demonstration.h"
#include "kiosk/storage/no_core_dumps.h"
#include "kiosk/storage/store.h"

namespace aktiv::app {
namespace {

Result<std::unique_ptr<storage::Store>> open_kept(const RunOptions& options) {
  storage::OpenOptions where;
  where.data_dir = options.data;
  if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY"))
    where.credentials_dir = credentials;
  where.has_test_disk = options.has_test_disk;
  auto store = storage::open_store(where);
  if (!store) return store;
  if (options.is_demonstration) {
    auto citizens = (*store)->people().citizens();
    if (!citizens) return citizens.error();
    if (citizens->empty())
      if (Status seeded = storage::seed_demonstration(**store); !seeded) return seeded.error();
  }
  if (auto purged = (*store)->journal().purge_unfinished(options.unfinished_days); !purged)
    return purged.error();
  return store;
}

// Pictures come and go in many sizes. Each large one gets pages of its own, which go back to the
// machine with it: without this a day of conversations keeps holes (85 MiB where 60 are enough).
void give_memory_back() {
  constexpr int large_bytes = 128 * 1024;
  mallopt(M_MMAP_THRESHOLD, large_bytes);
  mallopt(M_TRIM_THRESHOLD, large_bytes);
  mallopt(M_ARENA_MAX, 2);
}

}  // namespace

int run(const RunOptions& given) {
  give_memory_back();
  if (Status forbidden = storage::forbid_core_dumps(); !forbidden)
    return print({forbidden.error()});
  if (sodium_init() < 0)
    return print({{"libsodium cannot start", "", "a machine with a source of chance"}});
  RunOptions options = given;
  options.own_decks = with_laid_decks(given.own_decks, given.data);
  auto kit = open_kit(options.own_decks, options.data / photos::kept_photos_name);
  if (!kit) return print({kit.error()});
  if (const Status known = knows_language(*kit->content, options.language, "--lang"); !known)
    return print({known.error()});
  input::ask_sdl_for_no_twins();
  Bell bell;
  storage::StoreThread store([options] { return open_kept(options); }, [&bell] { bell.ring(); });
  auto line = link_parts(store, kit->share, kit->content.get(), [&bell] { bell.ring_for_link(); });
  if (!line) return print({line.error()});
  line->staff_language = kit->content->texts.staff_language(options.language);
  line->authorities = options.case_file_authorities;
  if (options.is_demonstration) line->waits.start_spread_ms = 0;
  CaseFileLink link(std::move(*line));
  auto watchdog = Watchdog::open([](const char* name) { return std::getenv(name); });
  if (!watchdog) return print({watchdog.error()});
  KioskApp::Parts parts{options, std::move(*kit), store, bell, link, *watchdog};
  auto app = KioskApp::open(std::move(parts));
  if (!app) return print({app.error()});
  return (*app)->run();
}

}  // namespace aktiv::app
