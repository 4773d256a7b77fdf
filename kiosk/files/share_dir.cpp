#include "kiosk/files/share_dir.h"

#include <cstdlib>
#include <system_error>

namespace aktiv {
namespace fs = std::filesystem;

Result<fs::path> share_dir() {
  std::error_code error;
  const char* chosen = std::getenv("AKTIV_SHARE");
  const bool is_chosen = chosen != nullptr && *chosen != '\0';
  fs::path share;
  if (is_chosen) {
    share = chosen;
  } else {
    const auto program = fs::read_symlink("/proc/self/exe", error);
    if (error)
      return Fault{"cannot find the program's own place", "/proc/self/exe", "Linux with /proc"};
    share = program.parent_path().parent_path() / "share" / "aktiv";
  }
  if (fs::is_directory(share, error)) return share;
  return Fault{"the data files are not there", share.string(),
               is_chosen ? "AKTIV_SHARE naming the folder that holds decks, tools and locales"
                         : "share/aktiv beside bin (build the target aktiv_data), or AKTIV_SHARE"};
}

}  // namespace aktiv
