// Real TLS on this machine: who is trusted, what leaves, and what a cut line does.
#include <gtest/gtest.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <random>

#include "kiosk/sync/commands.h"
#include "kiosk/sync/curl_transport.h"
#include "kiosk/sync/enrol.h"
#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/sync_thread.h"
#include "kiosk/sync/testing/code_of.h"
#include "kiosk/sync/testing/faulty_proxy.h"
#include "kiosk/sync/testing/memory_outbox.h"
#include "kiosk/sync/testing/tls_server.h"
#include "kiosk/sync/testing/whole_size.h"

namespace aktiv::sync {
namespace {

const std::string secret(9, '\x5a');
constexpr char secret_in_hex[] = "5a5a5a5a5a5a5a5a5a";

class Tls : public testing::Test {
 protected:
  Tls()
      : folder(std::filesystem::temp_directory_path() /
               ("aktiv-tls-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder);
    own = make_certificate(folder, "own");
  }
  ~Tls() override { std::filesystem::remove_all(folder); }

  static ServerAddress pinned(const std::string& origin, const TestCertificate& certificate) {
    ServerAddress address;
    address.origin = origin;
    address.spki_sha256 = certificate.spki_sha256;
    address.credential = "c1";
    address.timeout_ms = 10'000;
    return address;
  }

  static WorkerSettings settings() {
    WorkerSettings settings;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
    return settings;
  }

  EnrolRequest request(const TlsServer& server, const TestCertificate& code_is_for) const {
    EnrolRequest request;
    request.code = code_of_bytes(secret + code_is_for.spki_sha256.substr(0, 16));
    request.address = server.origin();
    request.kiosk = fhir::example_uuid(9, 1);
    request.name = "Kiosk ved køkkenet";
    return request;
  }

  std::string folder;
  TestCertificate own;
};

TEST_F(Tls, TheCodeOpensTheCaseFileThatMadeIt) {
  TlsServer server(own);
  const auto enrolled = enrol(request(server, own));
  ASSERT_TRUE(enrolled) << to_text(enrolled.error());
  EXPECT_EQ(enrolled->credential, "c1");
  EXPECT_EQ(enrolled->centre, "Solhjørnet");
  EXPECT_EQ(enrolled->spki_sha256, own.spki_sha256);
  EXPECT_NE(server.everything_received().find(secret_in_hex), std::string::npos);
}

TEST_F(Tls, AnotherServerNeverSeesTheSecret) {
  const auto other = make_certificate(folder, "other");
  TlsServer server(other);
  const auto enrolled = enrol(request(server, own));
  ASSERT_FALSE(enrolled);
  EXPECT_NE(enrolled.error().what.find("nothing was sent"), std::string::npos);
  EXPECT_EQ(server.everything_received(), "");
}

TEST_F(Tls, AnOddAnswerToEnrolmentIsNoEnrolment) {
  TlsServer server(own);
  for (const char* answer : {"", "7", "{}", R"({"credential":"c1","fhir":"elsewhere"})",
                             R"({"credential":"a\r\nX: y","centre":"x","fhir":"/fhir"})"}) {
    server.answers_enrolment_with = answer;
    EXPECT_FALSE(enrol(request(server, own))) << answer;
  }
  for (const int status : {400, 403, 409, 429, 500}) {
    server.enrolment_status = status;
    EXPECT_FALSE(enrol(request(server, own))) << status;
  }
  EnrolRequest nobody = request(server, own);
  nobody.address = "https://127.0.0.1:1";
  EXPECT_FALSE(enrol(nobody));
}

TEST_F(Tls, OnlyAnHttpsOriginIsAnAddress) {
  for (const char* right :
       {"https://sag.example", "https://127.0.0.1:8443", "https://[::1]:8443"}) {
    EXPECT_TRUE(is_origin(right)) << right;
  }
  for (const char* wrong : {"", "http://sag.example", "https://", "https://a/b", "https://a b",
                            "file:///x", "https://me@sag.example", "https://a?x", "sag.example"}) {
    EXPECT_FALSE(is_origin(wrong)) << wrong;
  }
}

TEST_F(Tls, NoAnswerLeavesForAnotherKey) {
  const auto other = make_certificate(folder, "other");
  TlsServer server(other);
  CurlTransport transport(pinned(server.origin(), own));
  const auto result =
      transport.send({"POST", "/fhir", "secret words", "application/fhir+json", {}});
  ASSERT_TRUE(std::holds_alternative<NoReply>(result));
  EXPECT_EQ(std::get<NoReply>(result), NoReply::certificate);
  EXPECT_EQ(server.everything_received(), "");
}

TEST_F(Tls, ARenewedCertificateWithTheSameKeyIsTheSameServer) {
  const auto renewed = make_certificate(folder, "renewed", -3, 4, &own);
  TlsServer server(renewed);
  CurlTransport transport(pinned(server.origin(), own));
  EXPECT_TRUE(std::holds_alternative<HttpReply>(
      transport.send({"GET", "/fhir/Patient?identifier=x", "", "", {}})));
}

TEST_F(Tls, WithAuthoritiesNameAndDatesMustBeRight) {
  const auto past = make_certificate(folder, "past", -10, -1);
  const auto coming = make_certificate(folder, "coming", 1, 10);
  const auto elsewhere =
      make_certificate(folder, "elsewhere", -1, 2, nullptr, "DNS:elsewhere.example");
  const auto asks = [&](const TestCertificate& shown, const std::string& trusted) {
    TlsServer server(shown);
    ServerAddress address;
    address.origin = server.origin();
    address.ca_file = trusted;
    address.credential = "c1";
    CurlTransport transport(address);
    const auto result = transport.send({"GET", "/fhir/Patient?identifier=x", "", "", {}});
    const bool has_reply = std::holds_alternative<HttpReply>(result);
    if (!has_reply) {
      EXPECT_EQ(std::get<NoReply>(result), NoReply::certificate);
      EXPECT_EQ(server.everything_received(), "");
    }
    return has_reply;
  };
  EXPECT_TRUE(asks(own, own.certificate_file));
  EXPECT_FALSE(asks(own, past.certificate_file)) << "unknown authority";
  EXPECT_FALSE(asks(past, past.certificate_file)) << "expired";
  EXPECT_FALSE(asks(coming, coming.certificate_file)) << "not yet valid";
  EXPECT_FALSE(asks(elsewhere, elsewhere.certificate_file)) << "another host";
}

TEST_F(Tls, NobodyThereIsNoNetwork) {
  CurlTransport transport(pinned("https://127.0.0.1:1", own));
  const auto result = transport.send({"GET", "/fhir", "", "", {}});
  ASSERT_TRUE(std::holds_alternative<NoReply>(result));
  EXPECT_EQ(std::get<NoReply>(result), NoReply::unreachable);
}

// Cut after each of a sample of bytes, up and down; the next try goes through. Each submission
// once.
TEST_F(Tls, AtWhicheverByteTheLineIsCutItArrivesOnce) {
  TlsServer server(own);
  FaultyProxy proxy(server.port());
  MemoryOutbox outbox;
  std::mt19937 random(4711);
  const unsigned cuts = size_of_campaign(1000, 60);
  int64_t now = 1'795'360'000'000;
  int held = 0;
  for (unsigned i = 1; i <= cuts; ++i) {
    const bool is_up = random() % 2 == 0;
    const auto at = static_cast<int64_t>(random() % (is_up ? 9000 : 12'000));
    proxy.cut_after(is_up ? at : -1, is_up ? -1 : at);
    CurlTransport transport(pinned(proxy.origin(), own));
    OutboxWorker worker(
        outbox, transport, settings(), [&] { return now; }, [] { return 0.5; });
    outbox.keep(fhir::example_pairs(i));
    for (int turn = 0; turn < 50 && !outbox.is_settled(); ++turn) {
      const auto kind = worker.step();
      held += kind == StepKind::held ? 1 : 0;
      if (kind == StepKind::waits) now = worker.state().next_try_ms;
    }
    ASSERT_TRUE(outbox.is_settled()) << "cut " << (is_up ? "up " : "down ") << at;
  }
  EXPECT_GT(held, static_cast<int>(cuts / 4)) << "the proxy did cut";
  server.with([&](FakeServer& fake) {
    EXPECT_EQ(fake.count("QuestionnaireResponse"), static_cast<int>(cuts));
    EXPECT_EQ(fake.count("DocumentReference"), static_cast<int>(cuts));
    EXPECT_EQ(fake.count("Provenance"), static_cast<int>(cuts));
  });
}

TEST_F(Tls, TheThreadSendsWhenItIsWokenAndEndsAtOnce) {
  TlsServer server(own);
  MemoryOutbox outbox;
  outbox.keep(fhir::example_pairs());
  std::mutex mutex;
  std::condition_variable changed;
  bool has_arrived = false;
  auto quick = settings();
  quick.waits.start_spread_ms = 0;
  {
    SyncThread thread(
        outbox, {pinned(server.origin(), own)}, quick, [] { return int64_t{1'795'360'000'000}; },
        [] { return 0.5; },
        [&] {
          const std::lock_guard lock(mutex);
          has_arrived = true;
          changed.notify_one();
        });
    std::unique_lock lock(mutex);
    EXPECT_TRUE(changed.wait_for(lock, std::chrono::seconds(30), [&] { return has_arrived; }));
    EXPECT_GT(thread.state().last_contact_ms, 0);
  }
  EXPECT_EQ(outbox.row(fhir::example_pairs().id.value).state, RowState::arrived);
}

}  // namespace
}  // namespace aktiv::sync
