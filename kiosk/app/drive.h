// The engine without a screen: one request a line, one answer a line (dialogue/README.md, "drive").
// The real content, engine and layout; time is only what advance_ms says; journalling is in memory.
// One thread.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "dialogue/engine/engine.h"
#include "dialogue/scene/layout.h"

namespace aktiv::app {

class Drive {
 public:
  Drive(const Engine& engine, Display display, TextMeasure measure);

  // Never fails: what cannot be done is answered {"error":{"what","where","expected"}} and changes
  // nothing.
  std::string answer(std::string_view request);

 private:
  void open(std::string_view request);
  void tap(const std::string& element);
  void drag(const std::string& element, const std::string& onto);
  void advance(int64_t ms);
  void close();
  std::string scene_line();
  std::string result_line() const;
  const Element& element_of(const Scene& scene, const std::string& id) const;
  void give(Intent intent);

  const Engine& engine_;
  Display display_;
  TextMeasure measure_;
  Session session_;
  Scene scene_;
  bool is_described_ = false;
  bool is_open_ = false;
  int64_t now_ms_ = 0;
  int64_t touched_ms_ = 0;
  int64_t due_ms_ = -1;
  WakeAfter due_{};
  uint64_t seed_ = 0;
  uint64_t steps_ = 0;
  std::vector<Event> journal_;
};

}  // namespace aktiv::app
