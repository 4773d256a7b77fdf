// Within tests only: a TCP proxy on 127.0.0.1 that passes bytes on until it has passed a given
// number in one direction, and then cuts the connection. It sees what an eavesdropper would.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace aktiv::sync {

class FaultyProxy {
 public:
  explicit FaultyProxy(int to_port);
  ~FaultyProxy();

  std::string origin() const;

  // For the next connection only; -1 cuts nothing. Bytes are those of the encrypted stream.
  void cut_after(int64_t bytes_up, int64_t bytes_down);

  int64_t passed_up() const;  // on the last connection
  int64_t passed_down() const;
  int connections() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace aktiv::sync
