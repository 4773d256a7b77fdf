// One card's photo: what stands on it now, another one, or the drawing again.
#include <algorithm>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class Photo final : public Screen {
 public:
  Photo(Work& shared, PictureId drawing, std::string label)
      : Screen(shared), drawing_(std::move(drawing)), label_(std::move(label)) {
    note_ = std::exchange(work.note, {});
    read();
  }

  std::string name() const override { return "photo"; }

  void show(Sheet& sheet) override {
    if (is_new_) {
      is_new_ = false;
      sheet.forget_pictures();
      if (photo_) sheet.lay(drawing_, *photo_);
    }
    const auto pressed =
        sheet.page(work.say("staff.photo.title", {{"card", label_}}), {},
                   {back_to_citizen(),
                    {"back", work.say("staff.back")},
                    {"take_away", work.say("staff.photo.take_away"), false, photo_.has_value()},
                    {"choose", work.say("staff.photo.choose"), true}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(photos_screen(work));
    if (pressed == "choose") return work.go(stick_screen(work, drawing_, label_));
    if (pressed == "take_away") take_away();
    show_parts(sheet);
  }

 private:
  void read() {
    work.desk().photos().kept(work.in_hand(), here<Result<SmallPhotos>>([this](auto found) {
                                is_new_ = is_read_ = true;
                                photo_.reset();
                                if (!found) {
                                  note_ = work.say("staff.fault.photos");
                                } else if (found->contains(drawing_)) {
                                  photo_ = std::move(found->at(drawing_));
                                }
                              }));
  }

  void take_away() {
    work.desk().photos().take_away(
        {work.in_hand(), drawing_}, here<Status>([this](Status done) {
          note_ = work.say(done ? "staff.photo.taken_away" : "staff.photo.why.not_kept");
          read();
        }));
  }

  std::vector<std::string> words() const {
    std::vector<std::string> all;
    if (!note_.empty()) all.push_back(note_);
    if (is_read_) all.push_back(work.say(photo_ ? "staff.photo.has" : "staff.photo.drawing"));
    all.push_back(work.say(work.citizen ? "staff.photo.who_sees_own" : "staff.photo.who_sees"));
    all.push_back(work.say("staff.photo.consent"));
    return all;
  }

  void show_parts(Sheet& sheet) {
    const double side = std::min(sheet.body().h - sheet.gap(), sheet.body().w * 0.4);
    const Pictured lies = Pictured::of(sheet, side);
    const RectMm room = sheet.scroll("photo", [&](double w) {
      return std::max(side, lies.above + paragraphs_height(sheet, w - lies.aside, words()));
    });
    sheet.picture("picture", lies.picture(room), drawing_, label_);
    paragraphs(sheet, lies.words(room), "about", words());
  }

  PictureId drawing_;
  std::string label_;
  std::string note_;
  std::optional<photos::Square> photo_;
  bool is_read_ = false;
  bool is_new_ = false;
};

}  // namespace

ScreenPtr photo_screen(Work& work, const PictureId& drawing, const std::string& label) {
  return std::make_unique<Photo>(work, drawing, label);
}

}  // namespace aktiv::mentor
