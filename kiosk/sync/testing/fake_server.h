// Within tests only: the part of a FHIR server that the worker relies on, in memory, with R4's
// rules for conditional create and If-Match. Remembers every body ever stored, so that tests can
// ask what was received.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "kiosk/sync/http.h"

namespace aktiv::sync {

class FakeServer {
 public:
  FakeServer();
  ~FakeServer();

  HttpReply answer(const HttpRequest& request);

  int count(const std::string& type) const;
  int count(const std::string& type, const std::string& status) const;
  std::vector<std::string> now(const std::string& type) const;  // current versions
  bool ever_stored(const std::string& text) const;              // in any version of anything
  // As somebody else does it: a new version of the resource at this place of its type.
  void change(const std::string& type, size_t at,
              const std::function<std::string(const std::string&)>& work);
  std::vector<std::string> calls;    // "POST /fhir"
  std::vector<std::string> created;  // keys in order of creation
  int help_calls = 0;
  std::vector<std::string> evaluations;  // batches, each as it came
  int64_t clock_ms = 1'795'360'000'000;  // UTC; a little later with each change
  size_t page_size = 20;                 // of a list
  bool is_foreign = false;               // FHIR alone: knows no call for help, no evaluations

 private:
  struct Stored;
  HttpReply transact(const std::string& body);
  HttpReply list(const std::string& type, const std::string& query);
  HttpReply search(const std::string& type, const std::string& query);
  HttpReply put(const HttpRequest& request);
  Stored* find(const std::string& type, const std::string& key);

  std::vector<std::unique_ptr<Stored>> stored_;
  std::map<std::string, Stored*> by_key_;  // the unique index: type + key
  std::map<std::string, int> number_;
};

}  // namespace aktiv::sync
