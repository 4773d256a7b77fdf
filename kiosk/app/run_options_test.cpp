// What is particular about a machine stands in a file; what is wrong in it is said with its line.
#include "kiosk/app/run_options.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace aktiv::app {
namespace {

class Settings : public testing::Test {
 protected:
  Settings()
      : folder_(std::filesystem::temp_directory_path() /
                ("aktiv-settings-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Settings() override { std::filesystem::remove_all(folder_); }

  Status read(const std::string& text) {
    std::ofstream(folder_ / "kiosk.toml") << text;
    return read_config(folder_ / "kiosk.toml", options_);
  }

  std::filesystem::path folder_;
  RunOptions options_;
};

TEST_F(Settings, WithoutASettingTheCaseFilesOwnKeyIsPinned) {
  ASSERT_TRUE(read("lang = \"en\"\n"));
  EXPECT_EQ(options_.case_file_authorities, "");
}

TEST_F(Settings, AMunicipalitysAuthoritiesAreAFileBesideTheSettings) {
  std::ofstream(folder_ / "authorities.pem") << "PEM";
  ASSERT_TRUE(read("case_file_authorities = \"authorities.pem\"\n"));
  EXPECT_EQ(options_.case_file_authorities, (folder_ / "authorities.pem").string());
}

TEST_F(Settings, OrThoseOfTheSystem) {
  ASSERT_TRUE(read("case_file_authorities = \"system\"\n"));
  EXPECT_EQ(options_.case_file_authorities, "system");
}

TEST_F(Settings, AuthoritiesThatAreNotThereAreSaidWithTheirLine) {
  const Status done = read("lang = \"da\"\ncase_file_authorities = \"gone.pem\"\n");
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().where.find("kiosk.toml:2"), std::string::npos);
  EXPECT_NE(done.error().expected.find("PEM"), std::string::npos);
}

}  // namespace
}  // namespace aktiv::app
