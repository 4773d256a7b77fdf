// How long a commit of one answer takes, sealed and synced; how long the loop is held up by asking
// for it; and how long a store takes to open. Prints a table; exit 1 when a limit is not kept.
//
//   journal_bench [DIR]      DIR: where the disk to be measured is; the system's temporary folder
//   otherwise
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/storage/store_thread.h"
#include "kiosk/storage/uuid.h"

using namespace aktiv;
using namespace aktiv::storage;
using Stopwatch = std::chrono::steady_clock;

namespace {

constexpr int answers = 2000;
constexpr double asking_limit_ms = 1.0;  // at p99: far within a frame
constexpr double drive_limit = 20000;    // events a second in memory

double ms_since(Stopwatch::time_point began) {
  return std::chrono::duration<double, std::milli>(Stopwatch::now() - began).count();
}

double at(std::vector<double> times, double part) {
  std::sort(times.begin(), times.end());
  return times[static_cast<size_t>(part * static_cast<double>(times.size() - 1))];
}

void row(const char* what, const std::vector<double>& times) {
  std::printf("%-44s p50 %8.3f ms   p99 %8.3f ms\n", what, at(times, 0.5), at(times, 0.99));
}

Event answer(const ConversationId& talk) {
  return {EventId(fresh_uuid()), talk, "card_chosen", 1, std::string(240, 'x')};
}

template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", to_text(result.error()).c_str());
  std::exit(1);
}

void must(const Status& status) {
  if (status) return;
  std::fprintf(stderr, "%s\n", to_text(status.error()).c_str());
  std::exit(1);
}

ConversationId begin(Store& store) {
  const CitizenId who(fresh_uuid());
  must(store.people().add_citizen({who, PictureId("signs/" + who.value), {}, "", false}));
  const ConversationId talk(fresh_uuid());
  must(store.journal().start(talk, who));
  return talk;
}

void measure_commits(Store& store) {
  const ConversationId talk = begin(store);
  std::vector<double> times;
  for (int i = 0; i < answers; ++i) {
    const Event one = answer(talk);
    const auto began = Stopwatch::now();
    must(store.journal().append({&one, 1}));
    times.push_back(ms_since(began));
  }
  row("an answer sealed, committed and synced", times);
}

bool measure_asking(const OpenOptions& options) {
  StoreThread thread([&] { return open_store(options); }, nullptr);
  const ConversationId talk(fresh_uuid());
  must(thread.call<void>([&](Store& store) {
    return store.journal().start(talk, must(store.people().citizens())[0].id);
  }));
  std::vector<double> times;
  for (int i = 0; i < answers; ++i) {
    Event one = answer(talk);
    const auto began = Stopwatch::now();
    thread.append(std::move(one));
    times.push_back(ms_since(began));
  }
  row("the loop, asking for it", times);
  return at(times, 0.99) <= asking_limit_ms;
}

void measure_opening(const OpenOptions& options) {
  std::vector<double> times;
  for (int i = 0; i < 11; ++i) {
    const auto began = Stopwatch::now();
    const auto store = must(open_store(options));
    times.push_back(ms_since(began));
  }
  row("opening, with all checks", times);
}

bool measure_memory() {
  const auto store = memory_store();
  const ConversationId talk = begin(*store);
  const std::clock_t began = std::clock();
  for (int i = 0; i < answers; ++i) {
    const Event one = answer(talk);
    must(store->journal().append({&one, 1}));
  }
  const double taken_s = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  const double a_second = answers / taken_s;
  std::printf("%-44s %12.0f a second of a core\n", "events kept in memory (drive)", a_second);
  return a_second >= drive_limit;
}

}  // namespace

int main(int count, char** words) {
  const std::filesystem::path place =
      count > 1 ? std::filesystem::path(words[1]) : std::filesystem::temp_directory_path();
  OpenOptions options;
  options.data_dir = place / ("aktiv-journal-bench-" + fresh_uuid());
  measure_commits(*must(open_store(options)));
  const bool asks_at_once = measure_asking(options);
  measure_opening(options);
  const bool is_quick_in_memory = measure_memory();
  std::filesystem::remove_all(options.data_dir);
  if (!asks_at_once) std::fputs("the loop was held up\n", stderr);
  if (!is_quick_in_memory) std::fputs("memory is too slow for drive\n", stderr);
  return asks_at_once && is_quick_in_memory ? 0 : 1;
}
