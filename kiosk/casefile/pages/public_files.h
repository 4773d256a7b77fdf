// What a page needs besides itself and anybody may fetch: the style sheet, the typeface and the
// pictures of the cards. Nothing personal. Read or drawn once, then kept. Any thread.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/pages/visit.h"

namespace aktiv::casefile {

class PublicFiles {
 public:
  // share: the folder that holds casefile/style.css and fonts/.
  PublicFiles(std::string share, PictureSource pictures)
      : share_(std::move(share)), pictures_(std::move(pictures)) {}
  // Nothing where the address is not one of these.
  std::optional<HttpResponse> find(const HttpRequest& request);

 private:
  std::optional<std::string> file(const std::string& name);
  std::optional<std::string> picture(const std::string& id);

  std::string share_;
  PictureSource pictures_;
  std::mutex mutex_;
  std::map<std::string, std::optional<std::string>> kept_;
};

}  // namespace aktiv::casefile
