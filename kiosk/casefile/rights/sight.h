// What one account may see of one citizen: README.md's table. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/store/accounts.h"
#include "kiosk/casefile/store/circles.h"
#include "kiosk/casefile/wishes/folder.h"

namespace aktiv::casefile {

struct Sight {
  bool is_whole = false;        // the folder as it is
  bool may_join = false;        // could become a mentor, too
  std::vector<std::string> as;  // PEOPLE ids: sees what is shared with one of these

  bool is_shared() const { return !as.empty(); }
};

Sight sight_of(const Account& account, const std::string& centre, const Circle& circle);

// Whether the citizen shared the talk with one of these people.
bool is_shared_with_any(const Submission& said, const std::vector<std::string>& as);
// What is left for them: the talks shared with them, the sign-in pictures, and nothing else.
Folder shared_part(Folder folder, const std::vector<std::string>& as);

}  // namespace aktiv::casefile
