// A municipality's own certificate, believed through its authorities: it may be renewed with
// another key, and no other server is ever believed instead.
#include "kiosk/app/outbox/case_file_link.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/testing/code_of.h"
#include "kiosk/sync/testing/tls_server.h"

namespace aktiv::app {
namespace {

class Link : public testing::Test {
 protected:
  Link()
      : folder(std::filesystem::temp_directory_path() /
               ("aktiv-link-" + std::to_string(::getpid()))),
        store([] { return Result<std::unique_ptr<storage::Store>>(storage::memory_store()); },
              [] {}) {
    std::filesystem::create_directories(folder);
    own = sync::make_certificate(folder, "own");
  }
  ~Link() override { std::filesystem::remove_all(folder); }

  CaseFileLink link(const std::string& authorities) {
    LinkParts parts{store,
                    fhir::example_codes(),
                    {},
                    [] { return 1'795'360'000'000; },
                    [] { return 0.5; },
                    [] {},
                    {},
                    "da",
                    authorities};
    return CaseFileLink(std::move(parts));
  }
  Result<std::string> enrol(CaseFileLink& link, const sync::TlsServer& server) {
    return link.enrol(sync::code_of_bytes(std::string(9, '\x5a') + own.spki_sha256.substr(0, 16)),
                      server.origin(), "Kiosk");
  }
  storage::Enrolment kept() {
    return **store.call<std::optional<storage::Enrolment>>(
        [](storage::Store& s) { return s.house().enrolment(); });
  }
  void ask_for_help() {
    const auto asked = store.call<void>([](storage::Store& s) {
      return s.house().add_help_call({fhir::example_uuid(6, 1), 1'795'350'000'000});
    });
    ASSERT_TRUE(asked);
  }

  std::string folder;
  sync::TestCertificate own;
  storage::StoreThread store;
};

TEST_F(Link, PinsTheKeyWhereNothingElseIsSaid) {
  sync::TlsServer server(own);
  auto made = link("");
  ASSERT_TRUE(enrol(made, server));
  EXPECT_EQ(kept().spki_sha256, own.spki_sha256);
}

TEST_F(Link, BelievesTheAuthoritiesThatTheSettingsName) {
  sync::TlsServer server(own);
  auto made = link(own.certificate_file);
  const auto centre = enrol(made, server);
  ASSERT_TRUE(centre) << to_text(centre.error());
  EXPECT_EQ(kept().spki_sha256, "") << "nothing is pinned, so the certificate may be renewed";
  ask_for_help();
  const auto report = made.sync_once();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->arrived, 1);
}

TEST_F(Link, AnotherAuthoritysServerGetsNothing) {
  const auto other = sync::make_certificate(folder, "other");
  sync::TlsServer server(own);
  auto made = link(other.certificate_file);
  const auto centre = enrol(made, server);
  ASSERT_FALSE(centre);
  EXPECT_NE(centre.error().what.find("not trusted"), std::string::npos);
  EXPECT_EQ(server.everything_received(), "");
}

TEST_F(Link, WithoutTheSettingAnAuthoritysKioskSendsNothingToAnUnknownAuthority) {
  sync::TlsServer server(own);
  auto made = link(own.certificate_file);
  ASSERT_TRUE(enrol(made, server));
  ask_for_help();
  auto forgetful = link("system");
  const auto report = forgetful.sync_once();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->arrived, 0);
  EXPECT_EQ(report->why, sync::Why::certificate);
}

}  // namespace
}  // namespace aktiv::app
