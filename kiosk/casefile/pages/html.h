// HTML as a type of its own, so that text from outside can never become markup: text() escapes,
// markup() takes only what this program wrote. Values; any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace aktiv::casefile {

class Html {
 public:
  Html() = default;
  const std::string& str() const { return html_; }
  bool empty() const { return html_.empty(); }
  Html& operator+=(const Html& more) {
    html_ += more.html_;
    return *this;
  }
  friend Html operator+(Html first, const Html& second) { return first += second; }
  friend Html text(std::string_view plain);
  friend Html markup(std::string_view written_here);

 private:
  std::string html_;
};

Html text(std::string_view plain);           // escaped
Html markup(std::string_view written_here);  // only what this program wrote

// Values are escaped. An empty value stands alone: required.
struct Attribute {
  std::string_view name;
  std::string value;
};
using Attributes = std::initializer_list<Attribute>;

Html element(std::string_view name, Attributes attributes, const Html& content);
Html element(std::string_view name, const Html& content);
Html void_element(std::string_view name, Attributes attributes);  // <input>, <img>

}  // namespace aktiv::casefile
