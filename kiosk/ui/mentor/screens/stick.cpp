// A photo from a stick: which stick, which folder, which file, which part of it. Whatever is
// refused is told in words, and nothing is copied before the mentor has said so.
#include <algorithm>

#include "dialogue/model/letters.h"
#include "kiosk/photos/refusal.h"
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

namespace fs = std::filesystem;

constexpr int thumb_px = 256;
constexpr int preview_px = 640;
constexpr const char* usual_name = "IMG_20261128.jpg";  // as cameras give
constexpr double crop_step = 0.125;  // of the way from one end of the picture to the other

class Stick final : public Screen {
 public:
  Stick(Work& shared, PictureId drawing, std::string label)
      : Screen(shared), drawing_(std::move(drawing)), label_(std::move(label)) {
    look_for_sticks();
  }
  ~Stick() override { work.desk().photos().look_away(); }

  std::string name() const override {
    return !file_.empty() ? "photo_crop" : folders_.empty() ? "sticks" : "stick";
  }

  void show(Sheet& sheet) override {
    if (is_stale_) {
      is_stale_ = false;
      sheet.forget_pictures();
    }
    const auto pressed =
        sheet.page(work.say("staff.stick.title", {{"card", label_}}), {}, actions());
    if (left(pressed)) return;
    if (pressed == "back") return back();
    if (pressed == "again") look_for_sticks();
    if (pressed == "use") keep();
    if (!file_.empty()) return show_crop(sheet);
    show_places(sheet);
  }

 private:
  struct Thumb {
    std::optional<photos::Square> square;
    bool is_refused = false;
  };

  PhotoDesk& desk() { return work.desk().photos(); }

  std::vector<Action> actions() const {
    std::vector<Action> all = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (file_.empty())
      all.push_back({"again", work.say("staff.stick.again")});
    else
      all.push_back({"use", work.say("staff.stick.use"), true, preview_ && !is_keeping_});
    return all;
  }

  void look_for_sticks() {
    folders_.clear();
    forget();
    desk().sticks(here<Result<std::vector<photos::Place>>>([this](auto found) {
      if (!folders_.empty()) return;  // a folder was opened meanwhile
      if (found && found->size() == 1) return open(found->front().path);
      list(std::move(found));
    }));
  }

  void open(const fs::path& folder) {
    folders_.push_back(folder);
    forget();
    desk().open(folder, here<Result<std::vector<photos::Place>>>([this, folder](auto found) {
                  if (folders_.empty() || folders_.back() != folder) return;  // left meanwhile
                  list(std::move(found));
                }));
  }

  void list(Result<std::vector<photos::Place>> found) {
    is_read_ = true;
    if (found)
      places_ = std::move(*found);
    else
      told_ = work.say("staff.stick.gone");
  }

  void forget() {
    desk().look_away();
    places_.clear();
    thumbs_.clear();
    told_.clear();
    is_read_ = false;
    is_stale_ = true;
    shown_from_ = shown_to_ = 0;
    pages_ = Pages("files");
  }

  // Among the files again. What was asked and not answered is asked anew.
  void close_file() {
    file_.clear();
    preview_.reset();
    std::erase_if(thumbs_, [](const auto& thumb) {
      return !thumb.second.square && !thumb.second.is_refused;
    });
  }

  void back() {
    told_.clear();
    if (!file_.empty()) return close_file();
    if (folders_.size() < 2) return work.go(photo_screen(work, drawing_, label_));
    folders_.pop_back();
    const auto above = folders_.back();
    folders_.pop_back();
    open(above);
  }

  std::string words_here() const {
    if (!told_.empty()) return told_;
    if (!is_read_) return work.say("staff.stick.reading");
    if (!places_.empty()) return work.say("staff.stick.about");
    return work.say(folders_.empty() ? "staff.stick.none" : "staff.stick.empty");
  }

  Face face() const { return told_.empty() ? Face::body : Face::bold; }

  void show_places(Sheet& sheet) {
    const double w =
        std::max(sheet.least() * 2, sheet.text_width(usual_name, Face::body) + sheet.gap() * 2.2);
    const double h = sheet.least() * 2 + sheet.line(Face::body);
    const double one_page = h + sheet.gap();
    const auto height_at = [&](double whole) {
      return sheet.text_height(words_here(), face(), whole) + sheet.gap() * 2 + one_page;
    };
    const bool is_roomy = height_at(sheet.body().w) <= sheet.body().h;
    RectMm room = sheet.scroll("stick", height_at);
    take_top(room, sheet.text("about", room, words_here(), face()), sheet.gap() * 2);
    const auto span = pages_.show(sheet, room, places_.size(), [&](const RectMm& area) {
      return static_cast<size_t>(Grid::of(area, w, h, sheet.gap()).count());
    });
    const Grid grid =
        Grid::filling(room, span.to - span.from, w, h, sheet.gap(), is_roomy ? 1.6 : 1);
    if (span.from != shown_from_ || span.to != shown_to_) turn_to(sheet, span);
    // By number, for this may change what is shown here.
    std::optional<size_t> chosen;
    for (size_t i = span.from; i < span.to; ++i)
      if (show_place(sheet, grid.cell(static_cast<int>(i - span.from)), i)) chosen = i;
    if (chosen) choose(places_[*chosen]);
  }

  // Only what is in view is kept: a stick may hold thousands.
  void turn_to(Sheet& sheet, const Pages::Span& span) {
    shown_from_ = span.from;
    shown_to_ = span.to;
    desk().look_away();
    sheet.forget_pictures();
    std::erase_if(thumbs_, [&](const auto& thumb) {
      const bool is_in_view = thumb.first >= span.from && thumb.first < span.to;
      return !is_in_view || (!thumb.second.square && !thumb.second.is_refused);
    });
  }

  bool show_place(Sheet& sheet, const RectMm& at, size_t number) {
    const auto& place = places_[number];
    const PictureId laid("stick/" + std::to_string(number));
    PictureId picture("ui/folder");
    if (!place.is_folder) {
      if (!thumbs_.contains(number)) ask_thumb(number);
      const Thumb& thumb = thumbs_[number];
      if (thumb.square && !sheet.has_laid(laid)) sheet.lay(laid, *thumb.square);
      picture = thumb.square       ? laid
                : thumb.is_refused ? PictureId("ui/photo_refused")
                                   : PictureId("ui/photo");
    }
    return sheet.tile("place:" + std::to_string(number), at, picture,
                      short_name(sheet, place.name, at.w));
  }

  // One line; the ending of a long name says least.
  static std::string short_name(const Sheet& sheet, std::string name, double w) {
    const double room = w - sheet.gap() * 2;
    if (sheet.text_width(name, Face::body) <= room) return name;
    while (!name.empty() && sheet.text_width(name + "…", Face::body) > room) {
      while (name.size() > 1 && is_inside_letter(name.back())) name.pop_back();
      name.pop_back();
    }
    return name + "…";
  }

  void ask_thumb(size_t number) {
    thumbs_[number] = {};
    desk().look_at(
        places_[number].path, thumb_px, {},
        here<Result<photos::Square>>([this, number, path = places_[number].path](auto seen) {
          if (number >= places_.size() || places_[number].path != path) return;
          if (seen)
            thumbs_[number].square = std::move(*seen);
          else
            thumbs_[number].is_refused = true;
        }));
  }

  void choose(const photos::Place& place) {
    if (place.is_folder) return open(fs::path(place.path));
    file_ = place.path;
    along_ = 0.5;
    told_.clear();
    preview_.reset();
    look();
  }

  void look() {
    desk().look_away();
    desk().look_at(file_, preview_px, {along_},
                   here<Result<photos::Square>>([this, file = file_](auto seen) {
                     if (file != file_) return;
                     if (!seen) return refuse(seen.error());
                     preview_ = std::move(*seen);
                     is_stale_ = true;
                   }));
  }

  // Back among the files, with why this one is none.
  void refuse(const Fault& fault) {
    told_ = work.say("staff.photo.why." + std::string(photos::code_of(photos::refusal_of(fault))),
                     {{"file", file_.filename().string()}});
    close_file();
    is_keeping_ = false;
  }

  void keep() {
    is_keeping_ = true;
    desk().keep({work.in_hand(), drawing_}, file_, {along_}, here<Status>([this](Status done) {
                  if (!done) return refuse(done.error());
                  work.note = work.say("staff.photo.kept");
                  work.go(photo_screen(work, drawing_, label_));
                }));
  }

  bool is_square() const { return !preview_ || std::abs(preview_->whole_aspect - 1) < 0.02; }
  bool is_tall() const { return preview_ && preview_->whole_aspect < 1; }

  void show_crop(Sheet& sheet) {
    const auto words = work.say(!preview_     ? "staff.stick.reading"
                                : is_square() ? "staff.stick.square"
                                              : "staff.stick.crop");
    const double keys_w = sheet.least() * 2 + sheet.gap();
    const double side = std::min(sheet.body().h - sheet.gap(), sheet.body().w * 0.5);
    const Pictured lies = Pictured::of(sheet, side);
    const RectMm room = sheet.scroll("crop", [&](double w) {
      return std::max(side, lies.above + sheet.text_height(words, Face::body, w - lies.aside) +
                                sheet.gap() * 2 + sheet.least());
    });
    const PictureId laid("stick/preview");
    if (preview_ && !sheet.has_laid(laid)) sheet.lay(laid, *preview_);
    if (preview_) sheet.picture("preview", lies.picture(room), laid, label_);
    RectMm beside = lies.words(room);
    take_top(beside, sheet.text("about", beside, words), sheet.gap() * 2);
    if (is_square()) return;
    const RectMm first{beside.x, beside.y, sheet.least(), sheet.least()};
    const RectMm second{beside.x + keys_w - sheet.least(), beside.y, sheet.least(), sheet.least()};
    if (sheet.key("crop:back", first, "", along_ > 0, is_tall() ? KeyGlyph::up : KeyGlyph::left))
      move(-crop_step);
    if (sheet.key("crop:on", second, "", along_ < 1, is_tall() ? KeyGlyph::down : KeyGlyph::right))
      move(crop_step);
  }

  void move(double by) {
    along_ = std::clamp(along_ + by, 0.0, 1.0);
    look();
  }

  PictureId drawing_;
  std::string label_;
  std::vector<fs::path> folders_;  // from the stick down to the one that is open
  std::vector<photos::Place> places_;
  std::map<size_t, Thumb> thumbs_;  // by number among the places
  size_t shown_from_ = 0, shown_to_ = 0;
  Pages pages_{"files"};
  bool is_read_ = false;
  bool is_stale_ = false;  // what is laid on the sheet is of something else
  std::string told_;
  fs::path file_;  // that a part is chosen of
  double along_ = 0.5;
  std::optional<photos::Square> preview_;
  bool is_keeping_ = false;
};

}  // namespace

ScreenPtr stick_screen(Work& work, const PictureId& drawing, const std::string& label) {
  return std::make_unique<Stick>(work, drawing, label);
}

}  // namespace aktiv::mentor
