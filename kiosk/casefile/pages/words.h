// The words of the pages in one language, from locales/*.po (keys casefile.*, cards, flags,
// certainty). And times as people here write them. Values; any thread; the texts must outlive it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/ids.h"
#include "dialogue/model/submission.h"
#include "kiosk/casefile/pages/html.h"

namespace aktiv::casefile {

class Words {
 public:
  Words(const Content& content, std::string language)
      : content_(content), language_(std::move(language)) {}
  const std::string& language() const { return language_; }
  const Content& content() const { return content_; }

  // "casefile.<key>"
  const std::string& plain(std::string_view key) const;
  std::string filled(std::string_view key,
                     const std::vector<std::pair<std::string, std::string>>& values) const;
  Html operator()(std::string_view key) const { return text(plain(key)); }

  // {"Sol", "Hund"} -> "Sol og Hund"
  std::string listed(const std::vector<std::string>& names) const;
  std::string card(
      const CardRef& card) const;  // its label; its id where the deck is not known here
  std::string tool(const ToolId& tool) const;
  std::string label(const std::string& stem) const;  // "<stem>.label", else the stem's last part
  std::string flag(Flag flag) const;
  std::string certainty(Certainty certainty) const;

  std::string day(int64_t ms) const;                        // "22. nov. 2026"
  std::string short_day(int64_t ms) const;                  // "22. nov."
  std::string iso_day(int64_t ms) const;                    // "2026-11-22", in Denmark
  std::string iso_day_words(const std::string& day) const;  // as people write it; else as it came
  std::string quarter_words(const std::string& quarter) const;  // "4. kvartal 2026"
  std::string moment(int64_t ms) const;                         // "22. nov. 2026 kl. 10.42"
  Html time(int64_t ms) const;                                  // <time datetime="…">…</time>

 private:
  const Content& content_;
  std::string language_;
};

}  // namespace aktiv::casefile
