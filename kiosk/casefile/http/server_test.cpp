// The whole way over TLS: start as from the command line, ask with a client, stop.
#include "kiosk/casefile/http/server.h"

#include <gmock/gmock.h>
#include <httplib.h>

#include <sstream>
#include <thread>

#include "kiosk/casefile/serve.h"
#include "kiosk/casefile/support/casefile_fixture.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;

class Serving : public CaseFileTest {
 protected:
  Serving() {
    casefile_.reset();
    auto started = Service::start(
        {directory_, "127.0.0.1:0", "", "", "da", ""}, provisions(),
        [this] { return now_ms_.load(); }, printed_);
    if (!started) throw std::runtime_error(to_text(started.error()));
    service_ = std::move(*started);
    thread_ = std::thread([this] { service_->run(); });
    client_ = std::make_unique<httplib::SSLClient>("127.0.0.1", service_->port());
    client_->enable_server_certificate_verification(false);
    client_->set_default_headers({{"Authorization", "Bearer " + north_}});
  }
  ~Serving() override {
    client_.reset();
    service_->stop();
    thread_.join();
  }
  std::ostringstream printed_;
  std::unique_ptr<Service> service_;
  std::thread thread_;
  std::unique_ptr<httplib::SSLClient> client_;
};

TEST_F(Serving, SaysWhereItIs) {
  EXPECT_THAT(printed_.str(),
              HasSubstr("case file https://127.0.0.1:" + std::to_string(service_->port())));
  EXPECT_THAT(printed_.str(), HasSubstr("certificate sha256/"));
}

TEST_F(Serving, AnswersOverTls) {
  const auto kept = client_->Post("/fhir/Patient", patient("p-1").dump(), "application/fhir+json");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->status, 201);
  const auto found = client_->Get("/fhir/Patient?identifier=urn:aktiv-dialog:citizen%7Cp-1");
  ASSERT_TRUE(found);
  EXPECT_EQ(TestJson::parse(found->body)["total"], 1);
  EXPECT_EQ(found->get_header_value("Content-Type"), "application/fhir+json; charset=utf-8");
}

TEST_F(Serving, NothingIsCompressedSoThatNoLengthTellsWhatStandsInIt) {
  const auto answer = client_->Get("/fhir/metadata", {{"Accept-Encoding", "br, gzip, deflate"}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->get_header_value("Content-Encoding"), "");
  EXPECT_EQ(std::to_string(answer->body.size()), answer->get_header_value("Content-Length"));
  EXPECT_TRUE(TestJson::accept(answer->body));
}

TEST_F(Serving, WhoeverStaysConnectedKeepsNobodyOut) {
  std::vector<std::unique_ptr<httplib::SSLClient>> connected;
  for (int number = 0; number < 60; ++number) {
    auto& one =
        connected.emplace_back(std::make_unique<httplib::SSLClient>("127.0.0.1", service_->port()));
    one->enable_server_certificate_verification(false);
    one->set_keep_alive(true);
    one->set_connection_timeout(2);  // less than a connection is kept
    one->set_read_timeout(2);
    ASSERT_TRUE(one->Get("/fhir/metadata")) << number;
  }
}

TEST_F(Serving, ARefusalKeepsItsOwnWords) {
  const auto answer = client_->Get("/fhir/Patient/nobody");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 404);
  EXPECT_THAT(answer->body, HasSubstr("there is no such Patient"));
}

TEST_F(Serving, TooLargeABodyIsAnsweredInWords) {
  const auto answer = client_->Post("/fhir", std::string(17u << 20, ' '), "application/fhir+json");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 413);
  EXPECT_THAT(answer->body, HasSubstr("OperationOutcome"));
}

TEST_F(Serving, TooLongAnAddressIsAnsweredInWords) {
  const auto answer = client_->Get("/fhir/Patient?_id=" + std::string(4000, 'a'));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 414);
}

TEST_F(Serving, AStopBeforeTheStartIsNotForgotten) {
  for (int i = 0; i < 20; ++i) {
    std::ostringstream out;
    const std::string folder = directory_ + "/" + std::to_string(i);
    auto started = Service::start(
        {folder, "127.0.0.1:0", "", "", "da", ""}, provisions(), [] { return int64_t{0}; }, out);
    ASSERT_TRUE(started);
    std::thread thread([&] { (*started)->run(); });
    (*started)->stop();
    thread.join();
  }
}

TEST_F(Serving, PlainHttpGetsNoAnswers) {
  httplib::Client plain("127.0.0.1", service_->port());
  plain.set_read_timeout(2);
  EXPECT_FALSE(plain.Get("/fhir/metadata"));
}

TEST(ServeOptions, AWrongAddressIsSaid) {
  std::ostringstream out;
  for (const char* listen :
       {"", "localhost", ":80", "localhost:", "localhost:port", "localhost:70000"}) {
    const auto started = Service::start(
        {"/nonexistent/folder", listen, "", "", "da", ""}, provisions(), [] { return int64_t{0}; },
        out);
    ASSERT_FALSE(started);
    EXPECT_THAT(to_text(started.error()), HasSubstr("HOST:PORT"));
  }
}

}  // namespace
}  // namespace aktiv::casefile
