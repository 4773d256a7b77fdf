// What a finger drew is seen as it was drawn, and nothing but lines ever reaches the page.
#include "kiosk/sync/fhir/drawing.h"

#include <gtest/gtest.h>

#include "dialogue/model/strokes.h"

namespace aktiv::fhir {
namespace {

TEST(Drawing, IsALineForEachStroke) {
  const auto path = drawn_path("120,80 122,91;400,400 420,410");
  ASSERT_TRUE(path);
  EXPECT_EQ(*path, "M120 80L122 91M400 400L420 410");
}

TEST(Drawing, ATouchIsADot) {
  const auto path = drawn_path("7,9");
  ASSERT_TRUE(path);
  EXPECT_EQ(*path, "M7 9L7 9");
}

TEST(Drawing, StandsOnTheWholeSheet) {
  const auto svg = drawing_svg("0,0 1000,1000");
  ASSERT_TRUE(svg);
  EXPECT_NE(svg->find("viewBox=\"0 0 1000 1000\""), std::string::npos);
  EXPECT_NE(svg->find("d=\"M0 0L1000 1000\""), std::string::npos);
}

TEST(Drawing, RefusesWhatIsNoDrawing) {
  for (const char* wrong : {"1,2;;3,4", "1001,0", "\"/><script>", "1,2 x", "1"})
    EXPECT_FALSE(drawing_svg(wrong)) << wrong;
}

}  // namespace
}  // namespace aktiv::fhir
