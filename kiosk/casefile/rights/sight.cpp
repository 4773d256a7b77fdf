#include "kiosk/casefile/rights/sight.h"

#include <algorithm>

namespace aktiv::casefile {

Sight sight_of(const Account& account, const std::string& centre, const Circle& circle) {
  Sight sight;
  const auto own = std::ranges::find(circle, account.id, &CircleMember::account);
  if (own != circle.end()) sight.as = own->as;
  const bool is_own_mentor = std::erase(sight.as, as_mentor) > 0;
  const bool is_mentor_here = account.is_mentor() && account.centre == centre;
  const bool has_mentor = std::ranges::any_of(
      circle, [](const CircleMember& member) { return member.is_as(as_mentor); });
  sight.is_whole = is_mentor_here && (is_own_mentor || !has_mentor);
  sight.may_join = is_mentor_here && !sight.is_whole;
  return sight;
}

bool is_shared_with_any(const Submission& said, const std::vector<std::string>& as) {
  return std::ranges::any_of(as, [&](const std::string& reader) {
    return std::ranges::find(said.readers, reader) != said.readers.end();
  });
}

Folder shared_part(Folder folder, const std::vector<std::string>& as) {
  Folder part;
  part.signs = std::move(folder.signs);
  for (Submission& said : folder.submissions) {
    if (!is_shared_with_any(said, as)) continue;
    part.kiosks[said.id] = folder.kiosk_of(said.id);
    part.submissions.push_back(std::move(said));
  }
  return part;
}

}  // namespace aktiv::casefile
