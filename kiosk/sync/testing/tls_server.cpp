#include "kiosk/sync/testing/tls_server.h"

#include <httplib.h>

#include <thread>

namespace aktiv::sync {

struct TlsServer::Inside {
  Inside(const TestCertificate& certificate)
      : server(certificate.certificate_file.c_str(), certificate.key_file.c_str()) {}

  httplib::SSLServer server;
  FakeServer fake;
  mutable std::mutex mutex;
  std::string received;
  int port = 0;
  std::thread thread;

  void note(const httplib::Request& request) {
    received += request.method + " " + request.target + "\n";
    for (const auto& [name, value] : request.headers) received += name + ": " + value + "\n";
    received += request.body + "\n";
  }

  void answer(const httplib::Request& request, httplib::Response& response) {
    const std::lock_guard lock(mutex);
    note(request);
    if (request.get_header_value("Authorization") != "Bearer c1") {
      response.status = 401;
      return;
    }
    HttpRequest asked{request.method, request.target, request.body, "", {}};
    for (const auto& [name, value] : request.headers) asked.headers.emplace_back(name, value);
    const HttpReply reply = fake.answer(asked);
    response.status = reply.status;
    response.set_content(reply.body, "application/fhir+json");
  }
};

TlsServer::TlsServer(const TestCertificate& certificate)
    : inside_(std::make_unique<Inside>(certificate)) {
  auto& server = inside_->server;
  server.Post("/enrol", [this](const httplib::Request& request, httplib::Response& response) {
    const std::lock_guard lock(inside_->mutex);
    inside_->note(request);
    response.status = enrolment_status;
    response.set_content(answers_enrolment_with, "application/json");
  });
  const auto any = [this](const httplib::Request& request, httplib::Response& response) {
    inside_->answer(request, response);
  };
  server.Post(".*", any);
  server.Get(".*", any);
  server.Put(".*", any);
  server.set_keep_alive_timeout(1);
  server.set_tcp_nodelay(true);
  inside_->port = server.bind_to_any_port("127.0.0.1");
  inside_->thread = std::thread([this] { inside_->server.listen_after_bind(); });
  while (!server.is_running()) std::this_thread::yield();
}

TlsServer::~TlsServer() {
  inside_->server.stop();
  inside_->thread.join();
}

int TlsServer::port() const {
  return inside_->port;
}

std::string TlsServer::everything_received() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->received;
}

void TlsServer::with(const std::function<void(FakeServer&)>& look) {
  const std::lock_guard lock(inside_->mutex);
  look(inside_->fake);
}

}  // namespace aktiv::sync
