#include "kiosk/assist/assist.h"

#include <atk-bridge.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/assist/node.h"

namespace aktiv::assist {
namespace {

constexpr size_t first_item = 1;  // of the frame's children: before it stands what is announced

AtkObject* the_root = nullptr;  // ATK asks for it without an argument

AtkObject* get_root() {
  return the_root;
}
const gchar* toolkit_name() {
  return "AKTIV-dialog";
}
const gchar* toolkit_version() {
  return AKTIV_VERSION;
}

// Where a session has none, asking for it would start one or wait for one.
bool has_session_bus() {
  if (const char* named = std::getenv("DBUS_SESSION_BUS_ADDRESS"); named && *named) return true;
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  std::error_code none;
  return runtime && std::filesystem::exists(std::filesystem::path(runtime) / "bus", none);
}

}  // namespace

class Assist::Inside {
 public:
  Inside(std::string program, std::function<void()> wake)
      : program_(std::move(program)), wake_(std::move(wake)) {
    if (!has_session_bus()) {
      state_ = State::no_bus;
      return;
    }
    loop_ = g_main_loop_new(nullptr, FALSE);
    thread_ = std::thread([this] { run(); });
  }

  ~Inside() {
    if (!thread_.joinable()) return;
    post([this] { g_main_loop_quit(loop_); });
    thread_.join();
    g_main_loop_unref(loop_);
  }

  void show(Tree tree) {
    if (state_ == State::no_bus || (shown_ && *shown_ == tree)) return;
    shown_ = tree;
    post([this, tree = std::move(tree)] { lay(tree); });
  }

  void announce(std::string words) {
    if (state_ == State::no_bus) return;
    post([this, words = std::move(words)] { say(words); });
  }

  State state() const { return state_; }

  std::vector<Press> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(presses_, {});
  }

 private:
  using Job = std::function<void()>;

  // In order, on the thread.
  void post(Job job) {
    auto* waiting = new Job(std::move(job));
    g_idle_add_full(
        G_PRIORITY_DEFAULT,
        [](gpointer data) -> gboolean {
          (*static_cast<Job*>(data))();
          return G_SOURCE_REMOVE;
        },
        waiting, [](gpointer data) { delete static_cast<Job*>(data); });
  }

  void run() {
    auto* util = ATK_UTIL_CLASS(g_type_class_ref(ATK_TYPE_UTIL));
    util->get_root = get_root;
    util->get_toolkit_name = toolkit_name;
    util->get_toolkit_version = toolkit_version;
    the_root = new_node(ATK_ROLE_APPLICATION, nullptr);
    atk_object_set_name(the_root, program_.c_str());
    frame_ = new_node(ATK_ROLE_FRAME, the_root);
    add_child(the_root, frame_);
    lay_live();
    const bool is_reached = atk_bridge_adaptor_init(nullptr, nullptr) == 0;
    state_ = is_reached ? State::reachable : State::no_bus;
    wake_();
    g_main_loop_run(loop_);
    if (is_reached) atk_bridge_adaptor_cleanup();
    remove_children(frame_);
    g_object_unref(std::exchange(the_root, nullptr));  // and the frame, its child
    g_type_class_unref(util);
  }

  bool is_same_screen(const Tree& tree) const {
    const auto& children = node_of(frame_).children;
    if (tree.id != laid_ || children.size() != tree.items.size() + first_item) return false;
    for (size_t at = 0; at < tree.items.size(); ++at) {
      const Item& now = node_of(children[first_item + at]).item;
      if (now.id != tree.items[at].id || now.kind != tree.items[at].kind) return false;
    }
    return true;
  }

  void lay(const Tree& tree) {
    const bool is_new = !is_same_screen(tree);
    if (is_new) remove_children(frame_, first_item);
    laid_ = tree.id;
    lay_frame(tree);
    for (size_t at = 0; at < tree.items.size(); ++at) {
      const Item& item = tree.items[at];
      AtkObject* object =
          is_new ? new_node(role_of(item.kind), frame_) : node_of(frame_).children[first_item + at];
      place(object, tree);
      if (is_new)
        node_of(object).press = [this, screen = tree.id, id = item.id] { press({screen, id}); };
      update(object, item);
      if (is_new) add_child(frame_, object);
      set_focused(object, item.id == tree.focused);
    }
    if (is_new) g_signal_emit_by_name(frame_, "activate");
  }

  void lay_frame(const Tree& tree) {
    place(frame_, tree);
    Item window;
    window.id = tree.id;
    window.part = tree.part;
    window.name = tree.title;
    window.w = tree.w;
    window.h = tree.h;
    node_of(frame_).is_active = true;
    update(frame_, window);
  }

  // What is announced stands first on every screen, and is read when it changes.
  void lay_live() {
    live_ = new_node(ATK_ROLE_STATUSBAR, frame_);
    node_of(live_).live = "assertive";
    say("");
    add_child(frame_, live_);
  }

  static void place(AtkObject* object, const Tree& tree) {
    Node& node = node_of(object);
    node.window_x = tree.x;
    node.window_y = tree.y;
  }

  void say(const std::string& words) {
    Item item;
    item.id = "announced";
    item.name = words;
    update(live_, item);
  }

  void press(Press what) {
    {
      const std::lock_guard lock(mutex_);
      presses_.push_back(std::move(what));
    }
    wake_();
  }

  const std::string program_;
  const std::function<void()> wake_;
  std::atomic<State> state_ = State::starting;
  GMainLoop* loop_ = nullptr;
  std::optional<Tree> shown_;  // the loop's
  std::mutex mutex_;
  std::vector<Press> presses_;  // guarded by mutex_
  // The thread's:
  AtkObject* frame_ = nullptr;  // the root's child
  AtkObject* live_ = nullptr;   // the frame's first
  std::string laid_;
  std::thread thread_;  // last: it uses all the others
};

Assist::Assist(std::string program, std::function<void()> wake)
    : inside_(std::make_unique<Inside>(std::move(program), std::move(wake))) {}
Assist::~Assist() = default;

void Assist::show(Tree tree) {
  inside_->show(std::move(tree));
}
void Assist::announce(std::string words) {
  inside_->announce(std::move(words));
}
State Assist::state() const {
  return inside_->state();
}
std::vector<Press> Assist::take() {
  return inside_->take();
}

}  // namespace aktiv::assist
