// Servers that the same cases are sent to: Medplum's engine, our own case file, or one that a
// municipality names.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/evaluation_batch.h"
#include "kiosk/sync/connection.h"
#include "kiosk/sync/testing/certificate.h"
#include "kiosk/sync/testing/child_process.h"

namespace aktiv::sync::interop {

class Peer {
 public:
  virtual ~Peer() = default;

  Destination destination;
  std::string base = "/fhir";
  // Of everything that is sent, so that what a server keeps from an earlier run is nobody's here.
  unsigned run = 0;
};

// A folder that is gone with its test.
class OwnFolder {
 public:
  OwnFolder();
  ~OwnFolder();
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  std::string path;
};

// Medplum's, started here. `clients`: JWK Sets by client id; with any it takes nobody without a
// token, else everybody. Throws where it does not start.
class Engine : public Peer {
 public:
  explicit Engine(const std::map<std::string, std::string>& clients);
  const std::string& certificate_file() const { return certificate_.certificate_file; }

 private:
  OwnFolder folder_;
  TestCertificate certificate_;
  std::unique_ptr<ChildProcess> process_;
};

// Which there are: "engine" and "casefile"; where AKTIV_INTEROP_SERVER names a FHIR base address,
// "server" alone. With it may stand AKTIV_INTEROP_TOKEN (a file with a token), AKTIV_INTEROP_KIOSK
// (the folder of a kiosk that is enrolled there) and AKTIV_INTEROP_AUTHORITIES (a PEM file).
std::vector<std::string> peer_names();

// Starts it, or reads how it is reached. Throws where it does not come about.
std::unique_ptr<Peer> make_peer(const std::string& name);

std::string folder();  // tests/interop
std::string node();    // the program that runs its scripts

int64_t utc_ms();  // the machine's own clock: tokens hold by it

// The kiosk's own content. Throws where it has faults.
const Content& content();

// Ten made-up answers of an evaluation.
EvaluationBatch evaluations(const std::string& id);

}  // namespace aktiv::sync::interop
