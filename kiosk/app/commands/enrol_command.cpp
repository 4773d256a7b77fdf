#include "kiosk/app/commands/enrol_command.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

#include "kiosk/app/commands/kit.h"
#include "kiosk/app/link_parts.h"
#include "kiosk/files/share_dir.h"
#include "kiosk/storage/store.h"

namespace aktiv::app {

int enrol(const std::filesystem::path& data, const std::string& address, const std::string& code,
          const std::string& name, const std::string& authorities) {
  if (sodium_init() < 0)
    return print({{"libsodium cannot start", "", "a machine with a source of chance"}});
  auto share = share_dir();
  if (!share) return print({share.error()});
  storage::OpenOptions where;
  where.data_dir = data;
  if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY"))
    where.credentials_dir = credentials;
  storage::StoreThread store([where] { return storage::open_store(where); }, [] {});
  auto parts = link_parts(store, *share, nullptr, [] {});
  if (!parts) return print({parts.error()});
  parts->authorities = authorities;
  CaseFileLink link(std::move(*parts));
  if (const auto centre = link.enrol(code, address, name); !centre) return print({centre.error()});
  std::printf("enrolled with %s\n", address.c_str());
  return 0;
}

}  // namespace aktiv::app
