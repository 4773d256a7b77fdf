#include "kiosk/storage/no_core_dumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstring>

namespace aktiv::storage {

Status forbid_core_dumps() {
  const rlimit none{0, 0};
  if (::setrlimit(RLIMIT_CORE, &none) == 0 && ::prctl(PR_SET_DUMPABLE, 0) == 0) return {};
  return Fault{std::string("core dumps cannot be forbidden (") + std::strerror(errno) + ")",
               "process", "a system that lets a program forbid its own core dumps"};
}

}  // namespace aktiv::storage
