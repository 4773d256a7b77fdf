// A file as the system numbers it; closed when it goes. Negative: it did not open, and errno says
// why.
#pragma once

#include <unistd.h>

namespace aktiv {

class OpenFile {
 public:
  explicit OpenFile(int number) : number_(number) {}
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace aktiv
