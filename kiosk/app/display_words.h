// What staff are told about the glass, in their own language: it is the first thing that can go
// wrong, before there is a screen to tell it on. The machine's own words stand after ours where
// technical help needs them. Pure.
#pragma once

#include <string>

#include "dialogue/content/texts.h"
#include "dialogue/model/result.h"
#include "dialogue/scene/layout.h"

namespace aktiv::app {

class DisplayWords {
 public:
  DisplayWords(const Texts& texts, std::string language)
      : texts_(texts), language_(std::move(language)) {}

  Fault too_small(const Display& display) const;
  Fault closed(const Fault& cause) const;     // no window could be opened
  Fault no_size(const Fault& cause) const;    // 96 dots an inch are taken
  Fault not_shown(const Fault& cause) const;  // the glass is there, and something did not reach it

 private:
  Fault with_cause(const char* key, const Fault& cause) const;

  const Texts& texts_;
  std::string language_;
};

}  // namespace aktiv::app
