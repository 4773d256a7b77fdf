// Every screen of the mentor's area as a PNG, without a display: aktiv-mentor-sheets FOLDER [WIDTH
// HEIGHT INCHES]
#include <SDL.h>
#include <cairo.h>

#include <cstdio>
#include <cstdlib>

#include "kiosk/ui/mentor/rehearsal/examples.h"

using namespace aktiv;
using namespace aktiv::mentor;

namespace {

struct Camera {
  std::filesystem::path folder;
  SDL_Surface* surface;
  int number = 0;

  void shoot(Hand& hand, const std::string& name) {
    shoot_here(hand, name);
    hand.to_top();
    for (int part = 2; hand.may_press("scroll:down"); ++part) {
      hand.tap("scroll:down");
      shoot_here(hand, name + "-" + std::to_string(part));
    }
    hand.to_top();
  }

  void shoot_here(Hand& hand, const std::string& name) {
    hand.area.draw(surface);
    char count[16];
    std::snprintf(count, sizeof count, "%02d-", ++number);
    cairo_surface_t* image = cairo_image_surface_create_for_data(
        static_cast<unsigned char*>(surface->pixels), CAIRO_FORMAT_RGB24, surface->w, surface->h,
        surface->pitch);
    const auto file = folder / (count + name + ".png");
    cairo_surface_write_to_png(image, file.c_str());
    cairo_surface_destroy(image);
    std::printf("%s\n", file.c_str());
  }
};

void first_day(const House& house, const Display& glass, Camera& camera) {
  Hand hand(house, glass);
  hand.open();
  camera.shoot(hand, "first-mentor");
  hand.press("sign:sunflower").press("go_on").write("Mette");
  camera.shoot(hand, "first-mentor-name");
  hand.press("go_on").digits("25");
  camera.shoot(hand, "first-mentor-pin");
}

void at_work(const House& house, const Display& glass, Camera& camera) {
  Hand hand(house, glass);
  furnish(hand);
  hand.sign_in();
  camera.shoot(hand, "home");
  hand.press("evaluation");
  camera.shoot(hand, "evaluation");
  hand.press("back").press("practice");
  camera.shoot(hand, "practice");
  hand.press("go_on");
  camera.shoot(hand, "practice-who");
  hand.press("back").press("back");
  hand.press("citizen:solsikke");
  camera.shoot(hand, "citizen");
  hand.turn_to("talk:c", "talks").press("talk:c");
  camera.shoot(hand, "citizen-detail");
  hand.press("observe").write("Smilede til hunden. Trykkede hurtigt og sikkert på “Bage”.");
  camera.shoot(hand, "observation");
  hand.press("who");
  camera.shoot(hand, "observation-who");
  hand.press("back").press("person");
  camera.shoot(hand, "person");
  hand.press("access");
  camera.shoot(hand, "access");
  hand.press("next_step");
  camera.shoot(hand, "access-step");
  hand.press("back").press("back");
  hand.press("meeting").write("Tirsdag den 1. december kl. 10");
  camera.shoot(hand, "meeting");
  hand.press("back");
  hand.press("lock");
  camera.shoot(hand, "lock");
  hand.press("back").press("erase");
  camera.shoot(hand, "erase");
  hand.press("erase_all");
  camera.shoot(hand, "erase-sure");
  hand.press("keep").press("back").press("goals");
  camera.shoot(hand, "goals");
  hand.press("field:specific").write("Bager boller sammen med en kollega i køkkenet på Skovbo.");
  camera.shoot(hand, "goal-write");
  hand.press("back").press("kind:develop");
  camera.shoot(hand, "goals-written");
  hand.press("save");
  camera.shoot(hand, "goals-saved");
  hand.press("back").press("person").press("photos");
  camera.shoot(hand, "photos");
  hand.turn_to("card:people/ven", "cards").press("card:people/ven").press("choose");
  camera.shoot(hand, "sticks");
  hand.press("place:0");
  camera.shoot(hand, "stick");
  hand.turn_to("place:3", "files").press("place:3");
  camera.shoot(hand, "stick-refused");
  hand.turn_to("place:4", "files").press("place:4");
  camera.shoot(hand, "photo-crop");
  hand.press("use");
  camera.shoot(hand, "photo-kept");
  hand.press("back");
  camera.shoot(hand, "photos-one");
  hand.press("back").press("back").press("start");
  camera.shoot(hand, "start-tool");
  hand.press("go_on");
  for (const char* card : {"card:jobs/bage", "card:jobs/servere"}) {
    hand.turn_to(card, "cards").press(card);
  }
  camera.shoot(hand, "start-cards");
  hand.press("clear").press("go_on");
  camera.shoot(hand, "start-who");
  hand.press("back").press("back").press("back").press("back").press("sync");
  camera.shoot(hand, "sync");
  hand.press("back").press("voices");
  camera.shoot(hand, "voices");
  hand.press("text:f1_hej.spoken");
  camera.shoot(hand, "voice");
  hand.press("record");
  camera.shoot(hand, "voice-reading");
  hand.press("record");
  camera.shoot(hand, "voice-read");
  hand.press("back").press("back").press("about");
  camera.shoot(hand, "about");
  hand.press("back")
      .press("new_citizen")
      .press("first:sunflower")
      .press("go_on")
      .press("without_second");
  camera.shoot(hand, "new-citizen-taken");
  hand.desk.view = {};
  hand.press("back").press("back").press("sync").press("enrol");
  hand.press(hand.reach("other_field") != nullptr ? "other_field" : "field:code")
      .write("7h2k9m4n8p3q");
  camera.shoot(hand, "enrol");
}

void locked_out(const House& house, const Display& glass, Camera& camera) {
  Hand hand(house, glass);
  hand.sign_in().press("back_to_citizen");
  hand.open();
  camera.shoot(hand, "who");
  hand.press("mentor:mette").digits("11");
  camera.shoot(hand, "pin");
  hand.digits("11").press("open");
  for (int i = 0; i < 4; ++i) hand.digits("1111").press("open");
  camera.shoot(hand, "pin-wait");
  hand.pass(95'000);
  camera.shoot(hand, "idle");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2)
    return std::fprintf(stderr, "aktiv-mentor-sheets FOLDER [WIDTH HEIGHT INCHES]\n"), 2;
  const Display glass =
      argc > 4 ? glass_of(std::atoi(argv[2]), std::atoi(argv[3]), std::atof(argv[4])) : Display{};
  std::filesystem::create_directories(argv[1]);
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, glass.width_px, glass.height_px, 32,
                                                        SDL_PIXELFORMAT_RGB888);
  Camera camera{argv[1], surface};
  const House& house = House::laid(AKTIV_BINARY_DIR "/share/aktiv");
  first_day(house, glass, camera);
  at_work(house, glass, camera);
  locked_out(house, glass, camera);
  SDL_FreeSurface(surface);
  return 0;
}
