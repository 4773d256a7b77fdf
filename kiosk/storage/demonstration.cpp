#include "kiosk/storage/demonstration.h"

#include <algorithm>
#include <array>

#include "kiosk/storage/uuid.h"

namespace aktiv::storage {
namespace {

constexpr std::array signs{"signs/sunflower", "signs/boat", "signs/cat"};
constexpr const char* mentor_sign = "signs/key";
constexpr const char* mentor_name = "Demo";

bool are_here(const std::vector<Citizen>& citizens, const std::vector<Mentor>& mentors) {
  const bool all_signs = std::ranges::all_of(signs, [&](const char* sign) {
    return std::ranges::any_of(citizens, [&](const Citizen& c) { return c.sign.value == sign; });
  });
  return all_signs && std::ranges::any_of(mentors, [](const Mentor& mentor) {
           return mentor.sign.value == mentor_sign && mentor.name == mentor_name;
         });
}

}  // namespace

Status seed_demonstration(Store& store) {
  const auto citizens = store.people().citizens();
  if (!citizens) return citizens.error();
  const auto mentors = store.people().mentors();
  if (!mentors) return mentors.error();
  if (are_here(*citizens, *mentors)) return {};
  if (!citizens->empty() || !mentors->empty())
    return Fault{"this store knows people already", "demonstration",
                 "an empty data folder: the demonstration is never mixed with persons"};
  for (const char* sign : signs) {
    const Status added =
        store.people().add_citizen({CitizenId(fresh_uuid()), PictureId(sign), {}, "", false});
    if (!added) return added;
  }
  return store.people().add_mentor(
      {MentorId(fresh_uuid()), PictureId(mentor_sign), mentor_name, ""}, demonstration_pin);
}

}  // namespace aktiv::storage
