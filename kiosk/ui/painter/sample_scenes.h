// For tests, benches and contact sheets: one scene of each kind, with the texts that the screens
// carry. Not part of the programs.
#pragma once

#include <string>
#include <vector>

#include "dialogue/scene/scene.h"

namespace aktiv::ui {

struct Sample {
  std::string name;
  Scene scene;
};

// language: "da" or "en". choices: how many a page may carry (choices_a_page of the display).
std::vector<Sample> sample_scenes(const std::string& language, int choices);

// The scales and the results that are drawings; own words. Part of sample_scenes.
std::vector<Sample> sample_results(const std::string& language);
std::vector<Sample> sample_own_words(const std::string& language, int choices);

Scene sample_two_pictures(const std::string& language);
Scene sample_who(const std::string& language, int choices);
Scene sample_sorting(const std::string& language);

}  // namespace aktiv::ui
