#include "kiosk/ui/text/measure.h"

#include <bit>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace aktiv::ui {
namespace {

// A program that looks at every screen on every glass asks the same again and again: 60 MiB.
constexpr size_t most_of_a_tool = 400'000;

struct Question {
  std::string_view text;
  double em = 0;
  double wrap = 0;
  Weight weight = Weight::regular;
};

struct Kept {
  std::string text;
  double em = 0;
  double wrap = 0;
  Weight weight = Weight::regular;

  operator Question() const { return {text, em, wrap, weight}; }  // NOLINT: the same question, kept
};

struct Hash {
  using is_transparent = void;
  size_t operator()(const Question& question) const {
    uint64_t mixed = std::hash<std::string_view>{}(question.text);
    mixed = (mixed ^ std::bit_cast<uint64_t>(question.em)) * 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ std::bit_cast<uint64_t>(question.wrap)) * 0xC2B2AE3D27D4EB4Fu;
    return (mixed ^ (mixed >> 29)) + static_cast<size_t>(question.weight);
  }
  size_t operator()(const Kept& kept) const { return (*this)(Question(kept)); }
};

struct Same {
  using is_transparent = void;
  bool operator()(const Question& a, const Question& b) const {
    return a.em == b.em && a.wrap == b.wrap && a.weight == b.weight && a.text == b.text;
  }
};

// Two generations: what is asked for again moves to the young one; the old one is forgotten whole.
// So a hit allocates nothing and forgetting costs nothing a touch.
class Memory {
 public:
  Memory(std::shared_ptr<const Typeface> typeface, size_t most)
      : typeface_(std::move(typeface)), generation_(most / 2 + 1) {}

  TextSize operator()(const Question& question) {
    if (const auto found = young_.find(question); found != young_.end()) return found->second;
    if (const auto found = old_.find(question); found != old_.end())
      return keep(question, found->second);
    return keep(question,
                typeface_->measure(question.text, question.em, question.weight, question.wrap));
  }

 private:
  using Shelf = std::unordered_map<Kept, TextSize, Hash, Same>;

  TextSize keep(const Question& question, TextSize size) {
    if (young_.size() >= generation_) {
      old_ = std::move(young_);
      young_ = Shelf();
    }
    young_.emplace(Kept{std::string(question.text), question.em, question.wrap, question.weight},
                   size);
    return size;
  }

  std::shared_ptr<const Typeface> typeface_;
  size_t generation_;
  Shelf young_, old_;
};

}  // namespace

TextMeasure make_measure(std::shared_ptr<const Typeface> typeface, size_t most) {
  auto memory = std::make_shared<Memory>(std::move(typeface), most);
  return [memory](std::string_view text, double em, Weight weight, double wrap) {
    return (*memory)({text, em, wrap, weight});
  };
}

Result<TextMeasure> make_measure(const std::filesystem::path& share) {
  auto typeface = Typeface::open(share / "fonts");
  if (!typeface) return typeface.error();
  return make_measure(*std::move(typeface), most_of_a_tool);
}

}  // namespace aktiv::ui
