// HTTPS around a handler: cpp-httplib ends here. Owns its socket and threads. start() listens;
// run() serves until stop(), which may be called from any thread and lets requests under way
// finish.
#pragma once

#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/http/message.h"

namespace aktiv::casefile {

struct ServerOptions {
  std::string host = "127.0.0.1";
  int port = 0;             // 0: any free one
  std::string certificate;  // PEM files
  std::string key;
  size_t largest_body = 16u << 20;  // bytes; a voice and a drawing fit
  // A browser or a kiosk holds a thread for as long as it stays connected: a morning's fifty
  // mentors have a few hundred connections. A thread that waits costs next to nothing …
  int connections = 256;
  // … and answering costs memory and a core: so many are answered at once, the others wait. Kiosks,
  // who write one after the other anyway, never take the turns of those who read.
  int kiosks_at_once = 2;
  int readers_at_once = 3;
  int keep_alive_s = 5;
};

// Called for bodies that are too large and requests that cannot be read: status and path, no body
// yet.
using RefusalHandler = HttpResponse (*)(int status, const std::string& path);

class Server {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options,
                                                             HttpHandler handler,
                                                             RefusalHandler refusal);
  ~Server();
  int port() const;
  void run();
  void stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace aktiv::casefile
