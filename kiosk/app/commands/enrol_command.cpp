#include "kiosk/app/commands/enrol_command.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

#include "kiosk/app/case_file_link.h"
#include "kiosk/app/commands/kit.h"
#include "kiosk/storage/store.h"

namespace aktiv::app {

int enrol(const std::filesystem::path& data, const std::string& address, const std::string& code,
          const std::string& name) {
  if (sodium_init() < 0)
    return print({{"libsodium cannot start", "", "a machine with a source of chance"}});
  storage::OpenOptions where;
  where.data_dir = data;
  if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY"))
    where.credentials_dir = credentials;
  auto store = storage::open_store(where);
  if (!store) return print({store.error()});
  if (const Status enrolled = enrol_kiosk(**store, address, code, name); !enrolled)
    return print({enrolled.error()});
  std::printf("enrolled with %s\n", address.c_str());
  return 0;
}

}  // namespace aktiv::app
