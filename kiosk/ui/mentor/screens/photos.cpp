// Which cards have a photo in place of their drawing: the citizen's own where one is in hand, else
// the day centre's. Those that have one carry a tick.
#include <algorithm>

#include "kiosk/ui/mentor/screens/card_board.h"

namespace aktiv::mentor {
namespace {

// People first: they are whom one knows. Then what the tools ask about, each deck once.
std::vector<std::string> decks_of(const Content& content) {
  std::vector<std::string> decks = {"people"};
  for (const auto& tool : content.tools)
    for (const auto& id : tool.decks)
      if (std::find(decks.begin(), decks.end(), id) == decks.end()) decks.push_back(id);
  return decks;
}

class Photos final : public Screen {
 public:
  explicit Photos(Work& shared)
      : Screen(shared), groups_(card_groups(work, decks_of(work.content()))) {
    work.desk().photos().kept(work.in_hand(), here<Result<SmallPhotos>>([this](auto found) {
                                if (found)
                                  kept_ = std::move(*found);
                                else
                                  fault_ = work.say("staff.fault.photos");
                                is_new_ = true;
                              }));
  }

  std::string name() const override { return "photos"; }

  void show(Sheet& sheet) override {
    if (is_new_) {
      is_new_ = false;
      sheet.forget_pictures();
      for (const auto& [picture, square] : kept_) sheet.lay(picture, square);
    }
    const auto pressed = sheet.page(title(), {}, actions());
    if (left(pressed)) return;
    if (pressed == "back") return work.go(work.citizen ? person_screen(work) : home_screen(work));
    if (pressed == "self")
      return work.go(photo_screen(work, PictureId("ui/person"), work.label(*work.citizen)));
    const auto about = fault_.empty() ? work.say(about_key()) : fault_;
    const auto height_at = [&](double w) {
      return sheet.text_height(about, face(), w) + sheet.gap() * 2 + CardBoard::least_height(sheet);
    };
    const bool is_roomy = height_at(sheet.body().w) <= sheet.body().h;
    RectMm room = sheet.scroll("photos", height_at);
    take_top(room, sheet.text("about", room, about, face()), sheet.gap() * 2);
    board_.show(sheet, room, work, groups_, is_roomy,
                [&](const Card& card, const RectMm& at) { show_card(sheet, card, at); });
  }

 private:
  Face face() const { return fault_.empty() ? Face::body : Face::bold; }
  const char* about_key() const {
    return work.citizen ? "staff.photos.about_own" : "staff.photos.about";
  }
  std::string title() const {
    if (!work.citizen) return work.say("staff.photos.open");
    return work.say("staff.photos.title", {{"sign", work.label(*work.citizen)}});
  }
  std::vector<Action> actions() const {
    std::vector<Action> all = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (work.citizen) all.push_back({"self", work.say("staff.photos.self")});
    return all;
  }

  // Not where another card has the same picture, nor where nothing would come back in its place.
  bool may_have_photo(const Card& card) const {
    return card.picture.value == card.ref.text() &&
           (!card.photo.empty() || work.at.pictures.has_drawing(card.picture));
  }

  void show_card(Sheet& sheet, const Card& card, const RectMm& at) {
    const auto label = work.label(card.ref);
    if (sheet.tile(card.ref.element().value, at, card.picture, label, kept_.contains(card.picture),
                   may_have_photo(card)))
      work.go(photo_screen(work, card.picture, label));
  }

  std::vector<CardGroup> groups_;
  CardBoard board_;
  SmallPhotos kept_;
  bool is_new_ = false;
  std::string fault_;
};

}  // namespace

ScreenPtr photos_screen(Work& work) {
  return std::make_unique<Photos>(work);
}

}  // namespace aktiv::mentor
