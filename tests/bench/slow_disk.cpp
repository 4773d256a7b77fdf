// A disk that takes half a second to keep something, made on purpose: preloaded before libc, it
// lets every fsync and fdatasync wait first. AKTIV_SYNC_MS says how long.
#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>

namespace {

useconds_t wait_us() {
  const char* given = std::getenv("AKTIV_SYNC_MS");
  return static_cast<useconds_t>(given == nullptr ? 500 : std::atoi(given)) * 1000;
}

int slowly(const char* name, int file) {
  using Sync = int (*)(int);
  usleep(wait_us());
  return reinterpret_cast<Sync>(dlsym(RTLD_NEXT, name))(file);
}

}  // namespace

extern "C" int fsync(int file) {
  return slowly("fsync", file);
}
extern "C" int fdatasync(int file) {
  return slowly("fdatasync", file);
}
