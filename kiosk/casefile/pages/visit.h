// One request to the pages, with who is signed in and in which words the answer is written. Values
// for the time of one request.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/pages/words.h"
#include "kiosk/casefile/store/accounts.h"

namespace aktiv::casefile {

struct Visit {
  HttpRequest request;
  Fields form;  // of a POST
  Words words;
  std::optional<Account> account;  // nobody: not signed in
  std::optional<Account> waiting;  // the password fitted; the code is still to come
  std::string centre_name;         // of the account; empty: no mentor
  std::string csrf;                // goes into every form
  std::string token_hash;          // of the session

  std::string value(std::string_view name) const { return field(form, name).value_or(""); }
};

// PNG of a picture id ("jobs/bage"), its longer side in pixels. Called from several threads.
using PictureSource = std::function<Result<std::string>(const std::string& id, int size_px)>;

}  // namespace aktiv::casefile
