#include "kiosk/app/drive.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "kiosk/files/content_files.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::app {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

const std::filesystem::path kShare = std::filesystem::path(AKTIV_BINARY_DIR) / "share/aktiv";

struct Line {
  Loaded loaded = read_content(kShare);
  Engine engine{loaded.content};
  Drive drive{engine, Display{}, *ui::make_measure(kShare)};

  Json say(const Json& request) { return Json::parse(drive.answer(request.dump())); }
  Json open(const char* tool = "to_billeder", int way = 1) {
    return say(
        {{"open",
          {{"citizen", nullptr}, {"tool", tool}, {"way", way}, {"seed", 7}, {"lang", "da"}}}});
  }
  static std::vector<std::string> cards(const Json& scene) {
    std::vector<std::string> ids;
    for (const Json& element : scene["scene"]["elements"])
      if (element["role"] == "choice") ids.push_back(element["id"]);
    return ids;
  }
};

TEST(Drive, HoldsAWholeToolAndTellsItsResult) {
  Line line;
  Json scene = line.open();
  EXPECT_EQ(scene["scene"]["id"], "t1_intro");
  scene = line.say({{"tap", "next"}});
  while (scene["scene"]["id"] == "t1_q") {
    line.say({{"tap", Line::cards(scene)[1]}});
    scene = line.say({{"tap", "next"}});
  }
  const Json result = line.say({{"result", true}})["result"];
  EXPECT_EQ(result["trials"].size(), 12u);
  EXPECT_EQ(result["flags"], Json::array({"side_habit", "mirror_disagrees"}));
  EXPECT_TRUE(result["ranking"].is_null());
  EXPECT_EQ(result["certainty"], "uncertain");
}

TEST(Drive, TimeGoesOnOnlyWhenItIsSaid) {
  Line line;
  line.open();
  Json scene = line.say({{"tap", "next"}});
  const std::string card = Line::cards(scene)[0];
  scene = line.say({{"tap", card}});
  EXPECT_EQ(scene["scene"]["id"], "t1_q");
  EXPECT_THAT(line.drive.answer(R"({"advance_ms":100})"), HasSubstr("\"selected\":true"));
  EXPECT_THAT(line.drive.answer(R"({"advance_ms":1500})"),
              testing::Not(HasSubstr("\"selected\":true")));
}

TEST(Drive, RectanglesComeFromTheRealLayout) {
  Line line;
  line.open();
  const Json scene = line.say({{"tap", "next"}});
  for (const Json& element : scene["scene"]["elements"]) {
    if (element["order"] == 0) continue;
    EXPECT_GE(element["rect_mm"][2].get<double>(), 20.0) << element["id"];
    EXPECT_GE(element["rect_mm"][3].get<double>(), 20.0) << element["id"];
  }
}

TEST(Drive, ACardIsDraggedToItsPlace) {
  Line line;
  line.say({{"open", {{"tool", "kan_lide"}, {"way", 2}, {"cards", {"jobs/bage", "jobs/have"}}}}});
  line.say({{"tap", "next"}});
  const Json scene = line.say({{"drag", {"card:jobs/bage", "place:kan_lide"}}});
  EXPECT_THAT(scene.dump(), HasSubstr("\"selected\":true"));
}

TEST(Drive, WhatCannotBeDoneIsSaidAndChangesNothing) {
  Line line;
  for (const char* bad :
       {"", "{", "[]", "{}", "7", R"({"fly":1})", R"({"tap":1})", R"({"tap":"next"})",
        R"({"open":{"tool":"unknown"}})", R"({"open":{"tool":"kan_lide","way":1}})",
        R"({"open":{"cards":["jobs/flyve"]}})", R"({"open":{"lang":"so"}})", R"({"open":3})"}) {
    const Json answer = Json::parse(line.drive.answer(bad));
    ASSERT_TRUE(answer.contains("error")) << bad;
    EXPECT_FALSE(answer["error"]["what"].get<std::string>().empty());
    EXPECT_FALSE(answer["error"]["expected"].get<std::string>().empty());
  }
  const Json before = line.open();
  EXPECT_THAT(line.say({{"tap", "card:jobs/none"}}).dump(), HasSubstr("no element"));
  EXPECT_THAT(line.say({{"advance_ms", -5}}).dump(), HasSubstr("does not go back"));
  EXPECT_EQ(line.say({{"advance_ms", 0}}), before);
}

}  // namespace
}  // namespace aktiv::app
