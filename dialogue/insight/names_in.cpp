#include "dialogue/insight/names_in.h"

#include <unictype.h>
#include <unistr.h>

#include <algorithm>

namespace aktiv {
namespace {

// Six digits are a birthday, eight a phone number, ten a CPR number; a year or a house number is
// fewer.
constexpr size_t fewest_digits = 6;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Letters beyond ASCII are taken whole: both bytes of "Å" belong to a word.
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool begins_large(std::string_view word) {
  ucs4_t letter = 0;
  const auto* bytes = reinterpret_cast<const uint8_t*>(word.data());
  return u8_mbtoucr(&letter, bytes, word.size()) > 0 && uc_is_upper(letter);
}

bool ends_sentence(char c) {
  return c == '.' || c == '!' || c == '?' || c == ':' || c == '\n';
}

class Search {
 public:
  Search(std::string_view text, std::span<const std::string> ordinary, bool capitals_tell)
      : text_(text), ordinary_(ordinary), capitals_tell_(capitals_tell) {}

  std::vector<NameSpot> spots() {
    while (at_ < text_.size()) look_here();
    return std::move(spots_);
  }

 private:
  void look_here() {
    const char c = text_[at_];
    if (take_address() || take_number()) {
      begins_sentence_ = false;
    } else if (is_word_byte(c)) {
      look_at_word();
    } else {
      if (ends_sentence(c)) begins_sentence_ = true;
      ++at_;
    }
  }

  bool take_address() {
    const size_t end = end_of_run();
    const auto run = text_.substr(at_, end - at_);
    const size_t sign = run.find('@');
    if (sign == std::string_view::npos || sign == 0 || sign + 1 >= run.size()) return false;
    keep(at_, end, Points::address);
    return true;
  }

  size_t end_of_run() const {
    size_t end = at_;
    while (end < text_.size() && text_[end] != ' ' && text_[end] != '\n' && text_[end] != '\t')
      ++end;
    return end;
  }

  // "010203-1234", "+45 12 34 56 78"
  bool take_number() {
    size_t digits = 0;
    size_t end = at_;
    if (text_[at_] != '+' && !is_digit(text_[at_])) return false;
    for (size_t i = at_; i < text_.size(); ++i) {
      const char c = text_[i];
      if (is_digit(c)) {
        ++digits;
        end = i + 1;
      } else if (c != ' ' && c != '-' && c != '.' && c != '/' && !(c == '+' && i == at_)) {
        break;
      }
    }
    if (digits < fewest_digits) return skip_small_number();
    keep(at_, end, Points::number);
    return true;
  }

  bool skip_small_number() {
    do ++at_;
    while (at_ < text_.size() && is_digit(text_[at_]));
    return true;
  }

  void look_at_word() {
    const size_t start = at_;
    while (at_ < text_.size() && (is_word_byte(text_[at_]) || is_hyphen_inside())) ++at_;
    const auto word = text_.substr(start, at_ - start);
    const bool is_large = capitals_tell_ && begins_large(word);
    const bool is_known = std::ranges::find(ordinary_, word) != ordinary_.end();
    const bool is_name = is_large && !is_known && !begins_sentence_;
    begins_sentence_ = false;
    if (is_name) keep(start, at_, Points::name);
  }

  bool is_hyphen_inside() const {
    return text_[at_] == '-' && at_ + 1 < text_.size() && is_word_byte(text_[at_ + 1]);
  }

  void keep(size_t start, size_t end, Points looks_like) {
    spots_.push_back({start, end - start, looks_like});
    at_ = end;
  }

  std::string_view text_;
  std::span<const std::string> ordinary_;
  bool capitals_tell_;
  size_t at_ = 0;
  bool begins_sentence_ = true;
  std::vector<NameSpot> spots_;
};

}  // namespace

std::vector<NameSpot> names_in(std::string_view text, std::span<const std::string> ordinary,
                               bool capitals_tell) {
  return Search(text, ordinary, capitals_tell).spots();
}

std::string without_names(std::string_view text, std::span<const NameSpot> spots,
                          std::string_view instead) {
  std::string out;
  size_t at = 0;
  for (const auto& spot : spots) {
    out.append(text.substr(at, spot.at - at)).append(instead);
    at = spot.at + spot.length;
  }
  return out.append(text.substr(at));
}

std::vector<std::string> ordinary_words(std::string_view separated_by_spaces) {
  std::vector<std::string> words;
  for (size_t at = 0; at < separated_by_spaces.size();) {
    const size_t end = std::min(separated_by_spaces.find(' ', at), separated_by_spaces.size());
    if (end > at) words.emplace_back(separated_by_spaces.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace aktiv
