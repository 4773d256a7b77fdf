// Three kiosks, one case file, a bad network: each kiosk is cut off now and then while it is used;
// requests and answers are lost, doubled, late and out of order, the server is busy, kiosks
// restart, citizens take things back. From one seed comes one course of events; whatever it is, in
// the end each kept submission is in the case file exactly once, whole, in its citizen's order, and
// nothing that was taken back can be read any more; and each citizen who kept something is known at
// every kiosk, with what any of them has set, and with everything that they kept at any and took
// back at none.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/outbox_worker.h"
#include "kiosk/sync/testing/fake_server.h"
#include "kiosk/sync/testing/memory_outbox.h"
#include "kiosk/sync/testing/whole_size.h"

namespace aktiv::sync {
namespace {

using Random = std::mt19937_64;

// The network: may hold requests back and deliver them when nobody waits for them any more.
class Network : public HttpTransport {
 public:
  Network(FakeServer& server, Random& random) : server_(server), random_(random) {}

  HttpResult send(const HttpRequest& request) override {
    deliver_some_late_ones();
    if (is_calm) return server_.answer(request);
    switch (random_() % 12) {
      case 0:
        return NoReply::unreachable;
      case 1:
        return NoReply::cut_off;  // on the way there
      case 2:                     // on the way back
        (void)server_.answer(request);
        return NoReply::cut_off;
      case 3:  // late: after the kiosk gave up
        late_.push_back(request);
        return NoReply::timed_out;
      case 4:  // doubled
        late_.push_back(request);
        return server_.answer(request);
      case 5:
        return HttpReply{503, {{"retry-after", "7"}}, ""};
      case 6:
        return HttpReply{409, {}, ""};
      case 7: {  // an answer cut short in the middle
        auto reply = server_.answer(request);
        reply.body.resize(reply.body.size() / 2);
        return reply;
      }
    }
    return server_.answer(request);
  }

  void deliver_all_late_ones() {
    while (!late_.empty()) deliver_one();
  }

  bool is_calm = false;

 private:
  void deliver_some_late_ones() {
    while (!late_.empty() && random_() % 3 == 0) deliver_one();
  }

  void deliver_one() {
    const size_t which = random_() % late_.size();
    const HttpRequest request = late_[which];
    late_.erase(late_.begin() + static_cast<std::ptrdiff_t>(which));
    (void)server_.answer(request);
  }

  FakeServer& server_;
  Random& random_;
  std::vector<HttpRequest> late_;
};

CitizenId citizen_number(unsigned number) {
  return CitizenId(fhir::example_uuid(3, number));
}

// A setting of each kiosk's own, so that what was set last can be said whatever order things took.
int& setting_of(size_t kiosk, AccessProfile& access) {
  auto& setting = kiosk == 0 ? access.hold_ms : kiosk == 1 ? access.pitch : access.volume_percent;
  if (!setting) setting = 0;
  return *setting;
}

constexpr const char* centre = "Nord";

// A kiosk's own line to that network: with no other kiosk, and now and then with nobody.
class Cable : public HttpTransport {
 public:
  explicit Cable(HttpTransport& network) : network_(network) {}
  HttpResult send(const HttpRequest& request) override {
    if (is_cut) return NoReply::unreachable;
    return network_.send(request);
  }
  bool is_cut = false;

 private:
  HttpTransport& network_;
};

struct Kiosk {
  MemoryOutbox outbox;
  std::unique_ptr<Cable> cable;
  std::unique_ptr<OutboxWorker> worker;
};

class Town {
 public:
  explicit Town(uint64_t seed) : random_(seed), network_(server_, random_) {
    for (unsigned i = 0; i < kiosks_.size(); ++i) {
      kiosks_[i].cable = std::make_unique<Cable>(network_);
      kiosks_[i].outbox.centre = fhir::centre_code(centre);
      kiosks_[i].outbox.citizens[citizen_number(i).value].signs = {
          PictureId("signs/p" + std::to_string(i))};
      start(kiosks_[i]);
    }
  }

  void live() {
    for (int turn = 0; turn < 40; ++turn) one_thing_happens();
    network_.is_calm = true;
    network_.deliver_all_late_ones();
    for (auto& kiosk : kiosks_) kiosk.cable->is_cut = false;
    for (int round = 0; round < 4; ++round) {  // each tells, each hears, each has heard of all
      now_ += 7 * 3600'000;
      for (auto& kiosk : kiosks_) {
        for (int i = 0; i < 200 && !kiosk.outbox.is_settled(); ++i) work(kiosk);
        work(kiosk);
      }
    }
  }

  // Empty where all is well.
  std::string what_is_wrong() {
    for (auto& kiosk : kiosks_) {
      if (!kiosk.outbox.is_settled()) return "something still waits";
    }
    const int responses = server_.count("QuestionnaireResponse");
    int kept = 0, taken_back = 0;
    for (const auto& submission : said_) {
      const bool is_gone = gone_.contains(submission.id.value);
      const bool has_left = left_.contains(submission.id.value);
      kept += is_gone ? 0 : 1;
      taken_back += is_gone && has_left ? 1 : 0;
    }
    if (responses != kept + taken_back) return "not exactly once";
    if (server_.count("QuestionnaireResponse", "completed") != kept)
      return "a taken-back one is readable";
    if (server_.count("DocumentReference", "current") != kept)
      return "a record outlived its answers";
    if (const std::string unlike = who_is_not_alike(); !unlike.empty()) return unlike;
    if (const std::string hidden = what_is_not_shown(); !hidden.empty()) return hidden;
    return is_whole();
  }

 private:
  void start(Kiosk& kiosk) {
    WorkerSettings settings;
    settings.context = fhir::example_context();
    settings.context.patient.clear();
    settings.centre = centre;
    kiosk.worker = std::make_unique<OutboxWorker>(
        kiosk.outbox, *kiosk.cable, settings, [this] { return now_; },
        [this] { return static_cast<double>(random_() % 1000) / 1000; });
  }

  void work(Kiosk& kiosk) {
    if (kiosk.worker->step() == StepKind::waits) now_ = std::max(now_, kiosk.worker->next_due_ms());
  }

  void one_thing_happens() {
    Kiosk& kiosk = kiosks_[random_() % kiosks_.size()];
    switch (random_() % 10) {
      case 0:
        if (said_.size() < 6) keep(kiosk);
        return;
      case 1:
        return start(kiosk);  // cut off and started again
      case 2:
        if (!said_.empty() && random_() % 3 == 0) take_back();
        return;
      case 3:
        now_ += static_cast<int64_t>(random_() % 600'000);
        return;
      case 4:
        return set_something(kiosk);
      case 5:
        kiosk.cable->is_cut = !kiosk.cable->is_cut;  // for hours, while it is used
        return;
    }
    work(kiosk);
  }

  void keep(Kiosk& kiosk) {
    const auto number = static_cast<unsigned>(said_.size() + 1);
    said_.push_back(fhir::example_short(number, somebody_at(kiosk)));
    kiosk.outbox.keep(said_.back());
    kept_by_[said_.back().id.value] = &kiosk;
  }

  CitizenId somebody_at(Kiosk& kiosk) {
    auto chosen = kiosk.outbox.citizens.begin();
    std::advance(chosen, static_cast<std::ptrdiff_t>(random_() % kiosk.outbox.citizens.size()));
    return CitizenId(chosen->first);
  }

  void set_something(Kiosk& kiosk) {
    const auto which = static_cast<size_t>(&kiosk - kiosks_.data());
    const CitizenId citizen = somebody_at(kiosk);
    auto& access = kiosk.outbox.citizens[citizen.value].access;
    const int value = 1 + static_cast<int>(random_() % 99);
    setting_of(which, access) = value;
    last_set_[{which, citizen.value}] = value;
  }

  // Whoever kept something is at every kiosk, alike, and nothing that any has set is lost.
  std::string who_is_not_alike() {
    for (const auto& text : server_.now("Patient")) {
      const std::string citizen = fhir::citizen_of(text).value;
      for (size_t i = 0; i < kiosks_.size(); ++i) {
        const auto found = kiosks_[i].outbox.citizens.find(citizen);
        if (found == kiosks_[i].outbox.citizens.end()) return "somebody is not known everywhere";
        if (found->second != fhir::traits_of(text)) return "somebody is not alike everywhere";
        const auto set = last_set_.find({i, citizen});
        if (set != last_set_.end() && setting_of(i, found->second.access) != set->second)
          return "a setting was lost";
      }
    }
    return "";
  }

  // At any kiosk that shows it, whichever it was said at.
  void take_back() {
    const Submission& said = said_[random_() % said_.size()];
    Kiosk& kiosk = kiosks_[random_() % kiosks_.size()];
    const auto shown = kiosk.outbox.kept_by(said.citizen.value);
    if (std::ranges::find(shown, said.id, &Submission::id) == shown.end()) return;
    gone_.insert(said.id.value);
    if (kiosk.outbox.row(said.id.value).may_have_left) left_.insert(said.id.value);
    kiosk.outbox.take_back(said.id.value);
  }

  // "Mine svar" is the same at every kiosk: all that was kept, and nothing that was taken back.
  std::string what_is_not_shown() {
    std::map<std::string, std::vector<std::string>> kept;
    for (const auto& said : said_)
      if (!gone_.contains(said.id.value)) kept[said.citizen.value].push_back(said.id.value);
    for (const auto& kiosk : kiosks_)
      for (auto& [citizen, ids] : kept) {
        std::ranges::sort(ids);
        std::vector<std::string> shown;
        for (const auto& one : kiosk.outbox.kept_by(citizen)) shown.push_back(one.id.value);
        if (shown != ids) return "not the same is shown everywhere";
      }
    return "";
  }

  std::string is_whole() const {
    std::map<std::pair<const Kiosk*, std::string>, size_t> last_place;
    for (const auto& submission : said_) {
      const std::string& id = submission.id.value;
      if (gone_.contains(id)) continue;
      const auto key = "QuestionnaireResponse urn:aktiv-dialog:submission|" + id;
      const auto place =
          static_cast<size_t>(std::ranges::find(server_.created, key) - server_.created.begin());
      auto& last = last_place[{kept_by_.at(id), submission.citizen.value}];
      if (place == server_.created.size()) return "lost";
      if (place < last) return "out of order";
      last = place;
    }
    for (const auto& text : server_.now("QuestionnaireResponse")) {
      const auto back = fhir::read_response(text);
      if (back && back->answers != fhir::example_short(1, citizen_number(0)).answers)
        return "other answers";
    }
    return "";
  }

  Random random_;
  FakeServer server_;
  Network network_;
  int64_t now_ = 1'795'360'000'000;
  std::array<Kiosk, 3> kiosks_;
  std::vector<Submission> said_;
  std::map<std::string, Kiosk*> kept_by_;
  std::map<std::pair<size_t, std::string>, int> last_set_;
  std::set<std::string> gone_, left_;
};

// AKTIV_SEEDS says how many by hand: a million is promised, ten thousand are the ordinary run's.
uint64_t seeds() {
  if (const char* asked = std::getenv("AKTIV_SEEDS")) return std::strtoull(asked, nullptr, 10);
#ifdef NDEBUG
  return size_of_campaign(30'000, 10'000);
#else
  return 100;
#endif
}

// Side by side where a machine has the cores: each takes its share of the seeds.
constexpr uint64_t shares = 4;
class Simulation : public testing::TestWithParam<uint64_t> {};

TEST_P(Simulation, WhateverTheNetworkDoesEachIsThereExactlyOnce) {
  for (uint64_t seed = 1 + GetParam(); seed <= seeds(); seed += shares) {
    Town town(seed);
    town.live();
    ASSERT_EQ(town.what_is_wrong(), "") << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(Share, Simulation, testing::Range<uint64_t>(0, shares));

}  // namespace
}  // namespace aktiv::sync
