// Within tests only: a worker with its store, its line and its server, and time and chance in the
// test's hand.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/outbox_worker.h"
#include "kiosk/sync/testing/fake_server.h"
#include "kiosk/sync/testing/memory_outbox.h"

namespace aktiv::sync {

// A line on which the test says what happens to the next requests; then all is well.
class Line : public HttpTransport {
 public:
  explicit Line(FakeServer& server) : server_(server) {}

  HttpResult send(const HttpRequest& request) override {
    sent.push_back(request);
    if (next.empty()) return server_.answer(request);
    const auto what = std::move(next.front());
    next.pop_front();
    return what(server_, request);
  }

  using What = std::function<HttpResult(FakeServer&, const HttpRequest&)>;
  std::deque<What> next;
  std::vector<HttpRequest> sent;

 private:
  FakeServer& server_;
};

inline Line::What lost_before(NoReply how) {
  return [how](FakeServer&, const HttpRequest&) { return how; };
}
inline Line::What lost_after(NoReply how) {
  return [how](FakeServer& server, const HttpRequest& request) {
    (void)server.answer(request);
    return how;
  };
}
inline Line::What says(int status, std::vector<std::pair<std::string, std::string>> headers = {},
                       std::string body = "") {
  return [=](FakeServer&, const HttpRequest&) { return HttpReply{status, headers, body}; };
}
inline Line::What well() {
  return [](FakeServer& server, const HttpRequest& request) { return server.answer(request); };
}

class Sync : public testing::Test {
 protected:
  Sync()
      : line(server),
        worker(
            outbox, line, settings(), [this] { return now; }, [] { return 0.5; }) {}

  static WorkerSettings settings() {
    WorkerSettings settings;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
    return settings;
  }

  // Lets time pass until nothing waits any more.
  void settle() {
    for (int i = 0; i < 200 && !outbox.is_settled(); ++i) {
      if (worker.step() == StepKind::waits) now = worker.state().next_try_ms;
    }
  }

  std::vector<std::string> bodies() const {
    std::vector<std::string> found;
    for (const auto& request : line.sent) {
      if (request.method == "POST" &&
          request.body.find("QuestionnaireResponse") != std::string::npos) {
        found.push_back(request.body);
      }
    }
    return found;
  }

  int64_t now = 1'795'360'000'000;
  FakeServer server;
  MemoryOutbox outbox;
  Line line;
  OutboxWorker worker;
};

}  // namespace aktiv::sync
