// Bodies that were cut, flipped and mixed up: each is answered in words, none shakes the server.
#include <random>
#include <set>

#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

class Garbage : public CaseFileTest {
 protected:
  std::string whole_bundle() {
    const std::string subject = "Patient/" + new_patient();
    return bundle({entry(response("s-1", subject), "identifier=urn:aktiv-dialog:submission|s-1",
                         "urn:uuid:answers"),
                   entry(patient("p-9"), "", "urn:uuid:citizen")})
        .dump();
  }

  static std::string mutated(std::string text, std::mt19937& random) {
    const int changes = 1 + static_cast<int>(random() % 6);
    for (int i = 0; i < changes && !text.empty(); ++i) {
      const size_t at = random() % text.size();
      switch (random() % 5) {
        case 0:
          text[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          text.erase(at, 1 + random() % 9);
          break;
        case 2:
          text.insert(at, 1, "{}[]\",:\\0-e"[random() % 11]);
          break;
        case 3:
          text = text.substr(0, at);
          break;
        default:
          text.insert(at, text.substr(random() % text.size(), 1 + random() % 60));
          break;
      }
    }
    return text;
  }
};

TEST_F(Garbage, IsAlwaysAnsweredInWords) {
  const std::string whole = whole_bundle();
  std::mt19937 random(22);
  int refused = 0;
  for (int i = 0; i < 200; ++i) {
    const std::string body = mutated(whole, random);
    const auto answer = ask(request("POST", "/fhir", body));
    ASSERT_LT(answer.status, 500) << body;
    if (answer.status == 200) continue;  // a change that left it honest
    ++refused;
    EXPECT_GE(answer.status, 400);
    EXPECT_FALSE(words_of(answer).empty());
  }
  EXPECT_GT(refused, 120);
}

TEST_F(Garbage, InPlaceOfAnyMemberIsAnsweredInWords) {
  const TestJson odd[] = {nullptr,
                          true,
                          -1,
                          1e300,
                          "",
                          "x",
                          TestJson::array(),
                          TestJson::object(),
                          {{"a", {1, nullptr}}},
                          TestJson::array({nullptr, 1, "x"})};
  const auto whole = TestJson::parse(whole_bundle()).flatten();
  std::set<std::string> places;  // every member, and everything above it
  for (const auto& [pointer, value] : whole.items())
    for (auto at = TestJson::json_pointer(pointer); !at.empty(); at.pop_back())
      places.insert(at.to_string());
  int asked = 0;
  for (const auto& place : places) {
    for (const auto& strange : odd) {
      TestJson body = whole.unflatten();
      body[TestJson::json_pointer(place)] = strange;
      const auto answer = ask("POST", "/fhir", body);
      ASSERT_LT(answer.status, 500) << body;
      EXPECT_TRUE(answer.status == 200 || !words_of(answer).empty());
      if (++asked % 1000 == 0) now_ms_ += 60'000;
    }
  }
  EXPECT_GT(asked, 300);
}

}  // namespace
}  // namespace aktiv::casefile
