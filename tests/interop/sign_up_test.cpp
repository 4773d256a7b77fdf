// A kiosk comes to a server that takes nobody without a token, and whose cryptography is Node's.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "kiosk/sync/commands.h"
#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/smart/device_key.h"
#include "kiosk/sync/smart/sign_up.h"
#include "kiosk/sync/testing/memory_outbox.h"
#include "tests/interop/peer.h"

namespace aktiv::sync::interop {
namespace {

using smart::Algorithm;

class SigningUp : public testing::Test {
 protected:
  SigningUp()
      : es384(*smart::make_device_key(Algorithm::es384)),
        rs384(*smart::make_device_key(Algorithm::rs384)),
        engine({{"kiosk-es", *smart::public_key_set(es384)},
                {"kiosk-rs", *smart::public_key_set(rs384)}}) {}

  smart::SignUp request(const std::string& client, const std::string& key) const {
    smart::SignUp request;
    request.base_url = engine.destination.server.origin + "/fhir/";
    request.client = client;
    request.key_pem = key;
    request.centre = "Nord";
    request.ca_file = engine.certificate_file();
    return request;
  }

  Destination destination_of(const Enrolled& enrolled) const {
    Destination to{address_of(enrolled), enrolled.client};
    to.server.ca_file = engine.certificate_file();
    return to;
  }

  std::string es384, rs384;
  Engine engine;
};

TEST_F(SigningUp, EitherKindOfKeyOpensTheServerAndAnswersArrive) {
  unsigned number = 0;
  for (const auto& [client, key] : {std::pair{"kiosk-es", es384}, std::pair{"kiosk-rs", rs384}}) {
    const auto enrolled = smart::sign_up(request(client, key), utc_ms);
    ASSERT_TRUE(enrolled) << to_text(enrolled.error());
    EXPECT_EQ(enrolled->fhir_path, "/fhir");
    EXPECT_EQ(enrolled->centre, "Nord");
    EXPECT_EQ(enrolled->credential, "") << "a token is never kept";

    Connection connection(destination_of(*enrolled), utc_ms);
    MemoryOutbox outbox;
    outbox.keep(fhir::example_pairs(++number));
    WorkerSettings settings;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
    OutboxWorker worker(outbox, connection.transport(), settings, utc_ms, [] { return 0.5; });
    const auto report = sync_once(worker);
    EXPECT_EQ(report.arrived, 1) << code_of(report.why);
  }
}

TEST_F(SigningUp, AnotherKeyOpensNothingAndStaffReadWhy) {
  const auto refused = smart::sign_up(request("kiosk-es", rs384), utc_ms);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().what, "the server does not let this kiosk in: refused_access");
  EXPECT_FALSE(smart::sign_up(request("kiosk-of-nobody", es384), utc_ms));
}

TEST_F(SigningUp, AClockThatStoppedAWeekAgoKeepsNobodyOut) {
  const auto stopped = [] { return utc_ms() - int64_t{7} * 24 * 3600'000; };
  const auto enrolled = smart::sign_up(request("kiosk-es", es384), stopped);
  EXPECT_TRUE(enrolled) << to_text(enrolled.error());
}

TEST_F(SigningUp, WithoutATokenNothingIsOpened) {
  CurlTransport bare(engine.destination.server);
  const auto result = bare.send({"GET", "/fhir/Patient", "", "", {}});
  EXPECT_EQ(std::get<HttpReply>(result).status, 401);
}

}  // namespace
}  // namespace aktiv::sync::interop
