// Staff read about the glass in the kiosk's own language.
#include "kiosk/app/display_words.h"

#include <gmock/gmock.h>

#include "kiosk/files/content_files.h"

namespace aktiv::app {
namespace {

using testing::HasSubstr;
using testing::Not;

const Texts& texts() {
  static const Loaded loaded = read_content(AKTIV_BINARY_DIR "/share/aktiv");
  return loaded.content.texts;
}

Display small_glass() {
  Display display;
  display.width_px = 800;
  display.height_px = 480;
  display.px_per_mm = 800 / 154.0;
  return display;
}

TEST(DisplayWords, TellHowSmallTheGlassIsAndWhichToUse) {
  ASSERT_FALSE(fits(small_glass()));
  const auto danish = to_text(DisplayWords(texts(), "da").too_small(small_glass()));
  EXPECT_THAT(danish, HasSubstr("Skærmen er for lille: 154 × 92 mm."));
  EXPECT_THAT(danish, HasSubstr("10,1 tommer"));
  EXPECT_THAT(danish, Not(HasSubstr("expected")));
  const auto english = to_text(DisplayWords(texts(), "en").too_small(small_glass()));
  EXPECT_THAT(english, HasSubstr("The display is too small: 154 × 92 mm."));
}

TEST(DisplayWords, KeepTheMachinesOwnWordsForTechnicalHelp) {
  const Fault cause{"no display could be opened: none is there", "SDL video", ""};
  EXPECT_THAT(DisplayWords(texts(), "da").closed(cause).what,
              testing::AllOf(HasSubstr("kunne ikke åbnes"), HasSubstr("none is there")));
  EXPECT_THAT(DisplayWords(texts(), "en").closed(cause).what,
              testing::AllOf(HasSubstr("could not be opened"), HasSubstr("none is there")));
  EXPECT_THAT(DisplayWords(texts(), "da").not_shown(cause).what, HasSubstr("kunne ikke vises"));
}

TEST(DisplayWords, SendStaffToTheLineThatIsMeasured) {
  EXPECT_THAT(DisplayWords(texts(), "da").no_size({}).what, HasSubstr("Mål linjen"));
  EXPECT_THAT(DisplayWords(texts(), "en").no_size({}).what, HasSubstr("Measure the line"));
}

}  // namespace
}  // namespace aktiv::app
