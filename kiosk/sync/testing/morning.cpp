#include "kiosk/sync/testing/morning.h"

#include <algorithm>
#include <memory>
#include <queue>
#include <random>

#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/outbox_worker.h"
#include "kiosk/sync/testing/fake_server.h"
#include "kiosk/sync/testing/memory_outbox.h"

namespace aktiv::sync {
namespace {

constexpr const char* centre = "Nord";

// A kiosk with its own clock, chance and line; the line takes its time and is counted.
class MorningKiosk : public HttpTransport {
 public:
  MorningKiosk(const MorningPlan& plan, unsigned number, FakeServer& server, Morning& morning,
               uint64_t seed)
      : plan_(plan), server_(server), morning_(morning), random_(seed) {
    const CitizenId citizen(fhir::example_uuid(3, number));
    outbox_.centre = fhir::centre_code(centre);
    outbox_.citizens[citizen.value].signs = {PictureId("signs/p" + std::to_string(number))};
    for (int talk = 0; talk < plan.talks; ++talk)
      outbox_.keep(fhir::example_short(number * 100 + static_cast<unsigned>(talk), citizen));
    WorkerSettings settings;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
    settings.centre = centre;
    settings.waits = plan.waits;
    worker_ = std::make_unique<OutboxWorker>(
        outbox_, *this, settings, [this] { return now_; },
        [this] { return std::uniform_real_distribution<>(0, 1)(random_); });
    worker_->spread_start();
  }

  HttpResult send(const HttpRequest& request) override {
    const int64_t after_ms = now_ - nine_ms;
    const auto second = static_cast<size_t>(after_ms / 1000);
    if (second >= morning_.requests.size()) morning_.requests.resize(second + 1);
    ++morning_.requests[second];
    now_ += plan_.request_ms;
    if (plan_.trouble)
      if (auto instead = plan_.trouble(after_ms)) return *instead;
    return server_.answer(request);
  }

  // One step; when it wants to go on.
  int64_t step() {
    const StepKind kind = worker_->step();
    const bool rests =
        kind == StepKind::waits || kind == StepKind::nothing_waits || kind == StepKind::paused;
    if (rests) now_ = std::max(now_ + 1, worker_->next_due_ms());
    return now_;
  }

  bool is_settled() const { return outbox_.is_settled(); }

 private:
  const MorningPlan& plan_;
  FakeServer& server_;
  Morning& morning_;
  std::mt19937_64 random_;
  int64_t now_ = nine_ms;
  MemoryOutbox outbox_;
  std::unique_ptr<OutboxWorker> worker_;
};

}  // namespace

int Morning::all_of(size_t from, size_t until) const {
  int sum = 0;
  for (size_t second = from; second < std::min(until, requests.size()); ++second)
    sum += requests[second];
  return sum;
}

int Morning::busiest_of(size_t from, size_t until) const {
  int most = 0;
  for (size_t second = from; second < std::min(until, requests.size()); ++second)
    most = std::max(most, requests[second]);
  return most;
}

int Morning::busiest() const {
  return busiest_of(0, requests.size());
}

Morning live_through(const MorningPlan& plan, uint64_t seed) {
  Morning morning;
  std::vector<FakeServer> servers(static_cast<size_t>(plan.municipalities));
  std::vector<std::unique_ptr<MorningKiosk>> kiosks;
  for (size_t i = 0; i < servers.size() * static_cast<size_t>(plan.kiosks); ++i)
    kiosks.push_back(std::make_unique<MorningKiosk>(plan, static_cast<unsigned>(i + 1),
                                                    servers[i % servers.size()], morning,
                                                    seed * 1'000'003 + i));
  using Turn = std::pair<int64_t, size_t>;  // when, who
  std::priority_queue<Turn, std::vector<Turn>, std::greater<>> turns;
  for (size_t i = 0; i < kiosks.size(); ++i) turns.emplace(nine_ms, i);
  while (!turns.empty()) {
    const auto [at_ms, who] = turns.top();
    turns.pop();
    if (at_ms < nine_ms + plan.until_ms) turns.emplace(kiosks[who]->step(), who);
  }
  morning.waiting = static_cast<int>(
      std::ranges::count_if(kiosks, [](const auto& kiosk) { return !kiosk->is_settled(); }));
  return morning;
}

}  // namespace aktiv::sync
