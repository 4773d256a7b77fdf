// A case file under load, over TLS: mentors who open citizens, read and search, and kiosks that
// hand in talks. Made-up ones, from `aktiv-sample-folder` (load.json).
//
//   casefile_load --load FILE --port PORT [--mentors 50] [--rate 200] [--seconds 60] [--think-s 8]
//
// Prints one line of JSON: for each kind of request how many, and p50, p95 and p99 in ms; what was
// handed in a second; faults. A talk is late from the moment it was due, not from when a connection
// was free.
#include <httplib.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "dialogue/engine/engine.h"
#include "dialogue/responders/hold.h"
#include "kiosk/casefile/auth/secret.h"
#include "kiosk/files/content_files.h"
#include "kiosk/sync/fhir/example.h"

namespace aktiv {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;
using std::chrono::duration;

constexpr const char* new_password = "fire heste paa en mark";
constexpr int senders = 8;
constexpr int citizens_a_mentor = 11;

struct Options {
  std::string load;
  int port = 0;
  int mentors = 50;
  int rate = 200;
  int seconds = 60;
  double think_s = 8;
};

double ms_since(Clock::time_point began) {
  return duration<double, std::milli>(Clock::now() - began).count();
}

class Measured {
 public:
  void add(const std::string& what, double ms) {
    const std::lock_guard lock(mutex_);
    taken_[what].push_back(ms);
  }
  void fault(const std::string& what) {
    const std::lock_guard lock(mutex_);
    ++faults_[what];
  }
  Json told() {
    Json all;
    for (auto& [what, taken] : taken_) {
      std::ranges::sort(taken);
      const auto at = [&](double share) {
        return taken[static_cast<size_t>(share * static_cast<double>(taken.size() - 1))];
      };
      all[what] = {
          {"count", taken.size()}, {"p50_ms", at(0.5)}, {"p95_ms", at(0.95)}, {"p99_ms", at(0.99)}};
    }
    all["faults"] = faults_;
    return all;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::vector<double>> taken_;
  std::map<std::string, int> faults_;
};

std::unique_ptr<httplib::SSLClient> client_to(int port) {
  auto client = std::make_unique<httplib::SSLClient>("127.0.0.1", port);
  client->enable_server_certificate_verification(false);
  client->set_keep_alive(true);
  client->set_tcp_nodelay(true);
  client->set_read_timeout(60);
  return client;
}

// One browser of one mentor.
class Mentor {
 public:
  Mentor(int port, Measured& measured)
      : port_(port), client_(client_to(port)), measured_(measured) {}

  // With the one-time password, or with the one that was chosen here before.
  void sign_in(const std::string& name, const std::string& password) {
    get("/sign-in");
    post("/sign-in", {{"name", name}, {"password", password}});
    post("/sign-in", {{"name", name}, {"password", new_password}});
    get("/password");
    post("/password", {{"password", password},
                       {"new_password", new_password},
                       {"new_password_again", new_password}});
  }

  // Fifty sign-ins from one address are throttled, so mentors of a centre share one.
  void sign_in_as(const Mentor& other) { cookies_ = other.cookies_; }

  // A morning: one citizen after the other, with a while to read each page.
  void work(std::mt19937 chance, double think_s, const std::atomic<bool>& is_over) {
    const auto citizens = links(get("/citizens"));
    if (citizens.empty()) return measured_.fault("a mentor without citizens");
    const size_t first = chance() % citizens.size();
    std::uniform_real_distribution<double> think(0.5 * think_s, 1.5 * think_s);
    while (!is_over) {
      const std::string& citizen =
          citizens[(first + chance() % citizens_a_mentor) % citizens.size()];
      for (const auto& [what, target] : std::initializer_list<std::pair<const char*, std::string>>{
               {"list", "/citizens"},
               {"overview", citizen},
               {"goals", citizen + "/goals"},
               {"development", citizen + "/development"},
               {"search", citizen + "/sessions?words=bage"}}) {
        for (const auto until = Clock::now() + duration<double>(think(chance));
             Clock::now() < until;) {
          if (is_over) return;
          std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        const auto began = Clock::now();
        const std::string page = get(target);
        if (page.empty()) return measured_.fault(what);
        measured_.add(what, ms_since(began));
        if (std::string_view(what) != "list")
          measured_.add("any page of a citizen", ms_since(began));
      }
    }
  }

 private:
  static std::vector<std::string> links(const std::string& page) {
    std::vector<std::string> found;
    const std::string mark = "href=\"/citizens/";
    for (size_t at = page.find(mark); at != std::string::npos; at = page.find(mark, at + 1)) {
      std::string link = page.substr(at + 6, 10 + 36);
      if (std::ranges::find(found, link) == found.end()) found.push_back(std::move(link));
    }
    return found;
  }
  httplib::Headers headers() const {
    std::string line;
    for (const auto& [name, value] : cookies_)
      line += (line.empty() ? "" : "; ") + name + "=" + value;
    return {{"Cookie", line}, {"Origin", "https://127.0.0.1:" + std::to_string(port_)}};
  }
  std::string take(const httplib::Result& answer) {
    if (!answer || answer->status >= 400) return "";
    const auto [from, to] = answer->headers.equal_range("Set-Cookie");
    for (auto one = from; one != to; ++one) {
      const std::string cookie = one->second.substr(0, one->second.find(';'));
      cookies_[cookie.substr(0, cookie.find('='))] = cookie.substr(cookie.find('=') + 1);
    }
    const std::string mark = "name=\"csrf\" value=\"";
    if (const size_t at = answer->body.find(mark); at != std::string::npos)
      token_ = answer->body.substr(at + mark.size(),
                                   answer->body.find('"', at + mark.size()) - at - mark.size());
    return answer->body;
  }
  // Again where the connection was closed while the page was read, as a browser does.
  std::string get(const std::string& target) {
    if (const auto answer = client_->Get(target, headers())) return take(answer);
    return take(client_->Get(target, headers()));
  }
  void post(const std::string& target, httplib::Params fields) {
    fields.emplace("csrf", token_);
    take(client_->Post(target, headers(), fields));
  }

  int port_;
  std::unique_ptr<httplib::SSLClient> client_;
  Measured& measured_;
  std::map<std::string, std::string> cookies_;
  std::string token_;
};

// Talks as kiosks hand them in: a few held with the real engine, then told of as many others.
class Talks {
 public:
  explicit Talks(const Content& content) {
    const Engine engine(content);
    Draws chance(Seed{5, 5});
    const Wishes wishes = drawn_wishes(content, chance);
    uint64_t number = 0;
    for (const char* tool :
         {"to_billeder", "kan_lide", "min_droem", "saadan_bedst", "min_hverdag"}) {
      ToolSetup setup;
      setup.tool = ToolId(tool);
      setup.way =
          std::string_view(tool) == "min_droem" || std::string_view(tool) == "min_hverdag" ? 3 : 2;
      Sitting sitting;
      sitting.conversation = ConversationId(fhir::example_uuid(2, 1));
      sitting.citizen = CitizenId(fhir::example_uuid(3, 1));
      sitting.began_ms = 1'795'340'000'000;
      auto said =
          hold_and_keep(engine, setup, {Habit::steady, 0.05}, wishes, Seed{9, ++number}, sitting);
      if (!said) throw std::runtime_error(to_text(said.error()));
      said->id = SubmissionId(sample_id_);
      fhir::SendContext context = fhir::example_context();
      context.patient = sample_patient_;
      const auto bundles = fhir::build_bundles(*said, context);
      if (!bundles || bundles->size() != 1) throw std::runtime_error("a talk of several bundles");
      bundles_.push_back(bundles->front());
    }
  }
  std::string another(const std::string& patient, size_t number) const {
    return replaced(
        replaced(bundles_[number % bundles_.size()], sample_id_, casefile::random_uuid()),
        sample_patient_, patient);
  }

 private:
  static std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
    return text;
  }
  const std::string sample_id_ = fhir::example_uuid(1, 77);
  const std::string sample_patient_ = fhir::example_uuid(4, 77);
  std::vector<std::string> bundles_;
};

struct Sending {
  const Options& options;
  const Talks& talks;
  const Json& centres;
  Measured& measured;
  Clock::time_point began;
  std::atomic<int>& sent;
};

void send(const Sending& sending, int sender) {
  auto client = client_to(sending.options.port);
  std::mt19937 chance(static_cast<unsigned>(sender) + 1);
  const int talks = sending.options.rate * sending.options.seconds;
  for (int number = sender; number < talks; number += senders) {
    const Json& centre = sending.centres.back();
    const auto& newcomers = sending.centres.back()["newcomers"];
    const std::string patient = newcomers[chance() % newcomers.size()];
    const std::string bundle = sending.talks.another(patient, chance());
    const auto due = sending.began + std::chrono::duration_cast<Clock::duration>(
                                         duration<double>(double(number) / sending.options.rate));
    std::this_thread::sleep_until(due);
    const auto answer = client->Post(
        "/fhir",
        {{"Authorization",
          "Bearer " + centre["kiosks"][chance() % centre["kiosks"].size()].get<std::string>()}},
        bundle, "application/fhir+json");
    if (!answer || answer->status != 200) {
      sending.measured.fault("talk not taken: " +
                             (answer ? std::to_string(answer->status) : std::string("no answer")));
      continue;
    }
    sending.measured.add("transaction", ms_since(due));
    ++sending.sent;
  }
}

int run(const Options& options) {
  const Json load = Json::parse(std::ifstream(options.load));
  const Json& centres = load["centres"];
  const Loaded loaded = read_content(AKTIV_BINARY_DIR "/share/aktiv");
  if (!loaded.faults.empty()) throw std::runtime_error(to_text(loaded.faults.front()));
  const Talks talks(loaded.content);

  Measured measured;
  std::vector<std::unique_ptr<Mentor>> mentors;
  for (int i = 0; i < options.mentors; ++i) {
    const size_t at = static_cast<size_t>(i) % (centres.size() - 1);  // the newcomers' is the last
    mentors.push_back(std::make_unique<Mentor>(options.port, measured));
    if (static_cast<size_t>(i) == at)
      mentors.back()->sign_in(centres[at]["sign_in"], centres[at]["password"]);
    else
      mentors.back()->sign_in_as(*mentors[at]);
  }
  std::atomic<bool> is_over = false;
  std::atomic<int> sent = 0;
  std::vector<std::thread> readers, kiosks;
  const auto began = Clock::now();
  for (size_t i = 0; i < mentors.size(); ++i)
    readers.emplace_back([&, i] {
      mentors[i]->work(std::mt19937(static_cast<unsigned>(100 + i)), options.think_s, is_over);
    });
  const Sending sending{options, talks, centres, measured, began, sent};
  for (int i = 0; i < senders && options.rate > 0; ++i) kiosks.emplace_back(send, sending, i);
  for (auto& kiosk : kiosks) kiosk.join();
  const double took_s = ms_since(began) / 1000;
  std::this_thread::sleep_until(began + std::chrono::seconds(options.seconds));
  is_over = true;
  for (auto& reader : readers) reader.join();
  Json told = measured.told();
  told["transactions_a_second"] = sent / took_s;
  std::cout << told.dump() << "\n";
  return 0;
}

}  // namespace
}  // namespace aktiv

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed connection is an answer that did not come
  aktiv::Options options;
  CLI::App app("Loads a case file with reading mentors and sending kiosks");
  app.add_option("--load", options.load, "load.json of aktiv-sample-folder")->required();
  app.add_option("--port", options.port, "of the case file on this machine")->required();
  app.add_option("--mentors", options.mentors);
  app.add_option("--rate", options.rate, "talks a second");
  app.add_option("--seconds", options.seconds);
  app.add_option("--think-s", options.think_s, "of a mentor for each page");
  CLI11_PARSE(app, argc, argv);
  try {
    return aktiv::run(options);
  } catch (const std::exception& fault) {
    std::cerr << "casefile_load: " << fault.what() << "\n";
    return 1;
  }
}
