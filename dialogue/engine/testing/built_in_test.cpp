#include <filesystem>

#include "dialogue/engine/testing/talk.h"
#include "kiosk/files/content_files.h"

namespace aktiv {

const Content& built_in() {
  static const Loaded loaded =
      read_content(std::filesystem::path(AKTIV_BINARY_DIR) / "share/aktiv");
  EXPECT_THAT(loaded.faults, testing::IsEmpty());
  return loaded.content;
}

}  // namespace aktiv
