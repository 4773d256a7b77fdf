#include "kiosk/speech/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

extern char** environ;

namespace aktiv::speech {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int look_up_ms = 20;  // how soon an unwanted program is stopped

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

Fault os_fault(const std::string& what, const std::string& where, int error) {
  return Fault{what, where, std::strerror(error)};
}

// A socket pair, not a pipe: writing to a program that has ended must not raise SIGPIPE in the
// kiosk.
Status make_ends(std::array<Descriptor, 2>& ends) {
  int fds[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) != 0)
    return os_fault("no channel to the program", "socketpair", errno);
  ends[0] = Descriptor(fds[0]);
  ends[1] = Descriptor(fds[1]);
  return {};
}

std::vector<std::string> environment_of(const ChildJob& job) {
  std::vector<std::string> all;
  for (const auto& [name, value] : job.environment) all.push_back(name + "=" + value);
  for (char** entry = environ; entry && *entry; ++entry) all.emplace_back(*entry);
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

Result<pid_t> spawn(const ChildJob& job, int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);  // so that its own children end with it
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
  auto argv = job.argv;
  auto environment = environment_of(job);
  pid_t pid = -1;
  const int error = posix_spawnp(&pid, argv[0].c_str(), &actions, &attributes,
                                 pointers(argv).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) return os_fault("the program cannot be started", job.argv[0], error);
  return pid;
}

// Feeds and reads until the program closes its output. Owns nothing of the process itself.
class Talk {
 public:
  Talk(const ChildJob& job, Descriptor end) : job_(job), end_(std::move(end)) {
    if (job_.input.empty()) shutdown(end_.get(), SHUT_WR);
  }

  Status run(const std::function<bool()>& is_unwanted) {
    const auto until = Clock::now() + std::chrono::milliseconds(job_.time_out_ms);
    while (!is_done_) {
      if (is_unwanted()) return refusal("it is no longer wanted", "");
      if (Clock::now() >= until)
        return refusal("it took too long",
                       "an answer within " + std::to_string(job_.time_out_ms) + " ms");
      if (const auto step = once(until); !step) return step.error();
    }
    return {};
  }

  std::vector<char> take_output() { return std::move(output_); }

 private:
  Fault refusal(const std::string& what, const std::string& expected) const {
    return Fault{what, job_.argv[0], expected};
  }

  Status once(Clock::time_point until) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    const bool has_more = written_ < job_.input.size();
    pollfd waiting{end_.get(), static_cast<short>(POLLIN | (has_more ? POLLOUT : 0)), 0};
    const int ready = poll(&waiting, 1, static_cast<int>(std::clamp<int64_t>(left, 0, look_up_ms)));
    if (ready <= 0) return {};
    if (waiting.revents & POLLOUT) feed();
    if (waiting.revents & (POLLIN | POLLHUP | POLLERR)) return listen();
    return {};
  }

  void feed() {
    const auto sent = send(end_.get(), job_.input.data() + written_, job_.input.size() - written_,
                           MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) return;
    // A program that does not read to the end may still answer.
    written_ = sent < 0 ? job_.input.size() : written_ + static_cast<size_t>(sent);
    if (written_ == job_.input.size()) shutdown(end_.get(), SHUT_WR);
  }

  Status listen() {
    std::array<char, 65536> part;
    const auto got = recv(end_.get(), part.data(), part.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return {};
    if (got <= 0) is_done_ = true;
    if (got <= 0) return {};
    output_.insert(output_.end(), part.begin(), part.begin() + got);
    if (output_.size() > job_.largest_output)
      return refusal("it wrote too much",
                     "at most " + std::to_string(job_.largest_output) + " bytes");
    return {};
  }

  const ChildJob& job_;
  Descriptor end_;
  size_t written_ = 0;
  bool is_done_ = false;
  std::vector<char> output_;
};

// The output is closed: what remains is the program's own end, which is short or is made so. It is
// looked at before it is reaped, so that its group's number cannot yet belong to anybody else.
int end_all(pid_t pid, int patience_ms) {
  for (int waited = 0; waited < patience_ms; waited += look_up_ms) {
    siginfo_t info{};
    if (waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0) break;
    if (info.si_pid == pid) break;
    poll(nullptr, 0, look_up_ms / 4);
  }
  kill(-pid, SIGKILL);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

}  // namespace

Result<std::vector<char>> run_child(const ChildJob& job, const std::function<bool()>& is_unwanted) {
  if (job.argv.empty())
    return Fault{"no program is named", "voice_command", "a program and its words"};
  std::array<Descriptor, 2> ends;
  if (const auto made = make_ends(ends); !made) return made.error();
  const auto pid = spawn(job, ends[1].get(), ends[1].get());
  ends[1].close();
  if (!pid) return pid.error();
  Talk talk(job, std::move(ends[0]));
  const auto talked = talk.run(is_unwanted);
  const int status = end_all(*pid, talked ? 1000 : 0);
  if (!talked) return talked.error();
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return Fault{WIFEXITED(status) ? "it ended with code " + std::to_string(WEXITSTATUS(status))
                                   : std::string("it was stopped by a signal"),
                 job.argv[0], "code 0"};
  return talk.take_output();
}

}  // namespace aktiv::speech
