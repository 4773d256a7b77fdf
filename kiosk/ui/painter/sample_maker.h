// Inside the sample scenes only: a scene put together line by line, in Danish or English.
#pragma once

#include <string>
#include <utility>

#include "dialogue/scene/scene.h"

namespace aktiv::ui {

// Danish and English beside each other, as the two .po files have them.
struct Both {
  const char* da;
  const char* en;
};

class Maker {
 public:
  Maker(std::string language, std::string id, Arrangement arrangement)
      : is_danish_(language == "da") {
    scene_.language = std::move(language);
    scene_.screen = id + "#1";
    scene_.id = std::move(id);
    scene_.arrangement = arrangement;
  }

  Maker& question(Both text) { return say(scene_.question, text), add_speech(text, {}), *this; }
  Maker& caption(Both text) { return scene_.caption = pick(text), *this; }
  Maker& dark() { return scene_.is_dark = true, *this; }
  Maker& progress(int done, int total) { return scene_.progress = {done, total}, *this; }

  Maker& add(const char* id, Role role, Both text, const char* picture, Look look = Look::plain) {
    Element element;
    element.id = ElementId(id);
    element.role = role;
    element.look = look;
    say(element.phrase, text);
    element.picture = PictureId(picture);
    element.order = static_cast<int>(scene_.elements.size()) + 1;
    if (role == Role::choice || role == Role::movable) add_speech(text, element.id);
    scene_.elements.push_back(std::move(element));
    return *this;
  }
  Maker& inside(const char* place) {
    return scene_.elements.back().inside = ElementId(place), *this;
  }
  Maker& disabled() { return scene_.elements.back().is_enabled = false, *this; }
  Maker& sealed() { return scene_.elements.back().is_sealed = true, *this; }
  Maker& row(int row) { return scene_.elements.back().row = row, *this; }
  Maker& fill(double fill) { return scene_.elements.back().fill = fill, *this; }
  Maker& drawn(const char* strokes) { return scene_.elements.back().drawing = strokes, *this; }
  Maker& selected() { return scene_.elements.back().is_selected = true, *this; }

  Maker& speaker() { return add("speaker", Role::speaker, {"", ""}, "ui/speaker_light"); }
  Maker& fixed() {
    add("fixed:back", Role::fixed, {"Tilbage", "Back"}, "buttons/tilbage");
    add("fixed:help", Role::fixed, {"Hent hjælp", "Get help"}, "buttons/hjaelp");
    add("fixed:pause", Role::fixed, {"Pause", "Break"}, "buttons/pause");
    return add("fixed:stop", Role::fixed, {"Stop", "Stop"}, "buttons/stop");
  }
  Maker& dont_know() {
    return add("out:dont_know", Role::out, {"Ved ikke", "Don’t know"}, "buttons/ved_ikke");
  }
  Maker& none() {
    return add("out:none", Role::out, {"Ingen af dem", "None of them"}, "buttons/ingen");
  }
  Maker& unknown() {
    return add("out:unknown", Role::out, {"Kender det ikke", "Don’t know it"},
               "buttons/kender_ikke");
  }
  Maker& next() { return add("next", Role::next, {"Næste", "Next"}, "ui/next_light"); }
  Maker& mentor() {
    return add("key:mentor", Role::key, {"Mentor", "Mentor"}, "ui/mentor", Look::quiet);
  }

  Scene make() { return std::move(scene_); }

 private:
  std::string pick(Both text) const { return is_danish_ ? text.da : text.en; }
  void say(Phrase& phrase, Both text) const { phrase = {pick(text), pick(text)}; }
  void add_speech(Both text, const ElementId& about) {
    scene_.speech.push_back({"", pick(text), about});
  }

  bool is_danish_;
  Scene scene_;
};

}  // namespace aktiv::ui
