// The forms are content: what is wrong in the file is said with its place.
#include "kiosk/casefile/staff/form.h"

#include <gmock/gmock.h>

#include "kiosk/casefile/staff/record_fhir.h"
#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;

std::string fault_of(const std::string& toml) {
  const auto forms = parse_forms(toml, "forms.toml");
  return forms ? "" : to_text(forms.error());
}

TEST(Forms, TheBuiltInOnesAreReadAndHaveAllTheirTexts) {
  const auto forms = read_forms(AKTIV_BINARY_DIR "/share/aktiv");
  ASSERT_TRUE(forms.has_value()) << to_text(forms.error());
  const Texts& texts = built_in_content().texts;
  for (const std::string& language : texts.staff_languages()) {
    const auto has = [&](const std::string& key) {
      EXPECT_NE(texts.find(language, "casefile.form." + key), nullptr) << language << " " << key;
    };
    for (const Form& form : forms->all()) {
      has(form.id + ".title");
      has(form.id + ".about");
      for (const FormField& field : form.fields) {
        has(form.id + "." + field.id);
        for (const std::string& choice : field.choices)
          has(form.id + "." + field.id + "." + choice);
      }
    }
  }
}

TEST(Forms, WhatIsWrongIsSaidWithItsPlace) {
  EXPECT_THAT(fault_of("form = 3"), HasSubstr("there is no form"));
  EXPECT_THAT(fault_of("[[form]]\nid = \"a\"\n"), HasSubstr("no version"));
  EXPECT_THAT(
      fault_of("[[form]]\nid = \"a\"\nversion = 1\n[[form.field]]\nid = \"b\"\nkind = \"x\""),
      HasSubstr("a.b"));
  EXPECT_THAT(fault_of("[[form]]\nid = \"a\"\nversion = 1\n[[form.field]]\nid = \"b\"\nkind = "
                       "\"line\"\nchoices = [\"c\"]"),
              HasSubstr("choices and kind"));
  EXPECT_THAT(fault_of("[[form]]\nid = \"a\"\nversion = 1\n[[form.field]]\nid = \"b\"\nkind = "
                       "\"line\"\nfound_by = true"),
              HasSubstr("not a day"));
  EXPECT_THAT(fault_of("[[form]\n"), HasSubstr("forms.toml:1"));
}

class RecordFhirTest : public ::testing::Test {
 protected:
  RecordFhirTest() : forms_(*read_forms(AKTIV_BINARY_DIR "/share/aktiv")) {
    record_ = {random_uuid(), "follow_up", "goal-1", {}, "account-1", 1'795'344'000'000, false};
    record_.values = {{"held", "2026-11-20"}, {"kind", "joint"}, {"what", "Kortere\ndage"},
                      {"who", "Mette"},       {"when", "nu"},    {"next", "2026-12-04"}};
  }
  Forms forms_;
  Record record_;
};

TEST_F(RecordFhirTest, ComesBackAsItWasWritten) {
  const auto back = read_record(record_resource(record_, *forms_.find("follow_up"), "p1"), forms_);
  ASSERT_TRUE(back.has_value()) << to_text(back.error());
  EXPECT_EQ(*back, record_);
}

TEST_F(RecordFhirTest, AFieldThatIsNotKnownIsAFaultAndNothingIsPassedOver) {
  auto resource = TestJson::parse(record_resource(record_, *forms_.find("follow_up"), "p1"));
  resource["item"].push_back({{"linkId", "newer"}, {"answer", {{{"valueString", "x"}}}}});
  EXPECT_FALSE(read_record(resource.dump(), forms_).has_value());
}

TEST_F(RecordFhirTest, AMarkHoldsNothingThatWasWritten) {
  const std::string mark = record_mark(record_, "p1");
  EXPECT_THAT(mark, HasSubstr("entered-in-error"));
  EXPECT_EQ(mark.find("Mette"), std::string::npos);
}

}  // namespace
}  // namespace aktiv::casefile
