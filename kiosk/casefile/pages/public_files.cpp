#include "kiosk/casefile/pages/public_files.h"

#include <algorithm>

#include "kiosk/casefile/store/files.h"

namespace aktiv::casefile {
namespace {

constexpr int picture_px = 192;     // sharp at the largest place (72 px) on a dense screen
constexpr size_t most_kept = 2000;  // more names than any deck has: somebody is asking for anything
constexpr const char* kept_for_a_day = "public, max-age=86400";

bool is_name(const std::string& part) {
  return !part.empty() && part.size() <= 80 && std::ranges::all_of(part, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.';
  }) && part.front() != '.';
}

HttpResponse answer(const char* type, std::string body) {
  return {200, type, std::move(body), {{"Cache-Control", kept_for_a_day}}};
}

}  // namespace

std::optional<HttpResponse> PublicFiles::find(const HttpRequest& request) {
  const auto parts = path_segments(request.path);
  if (request.method != "GET" || parts.empty() || !std::ranges::all_of(parts, is_name))
    return std::nullopt;
  std::optional<std::string> body;
  const char* type = "image/png";
  if (request.path == "/style.css") {
    body = file("casefile/style.css");
    type = "text/css; charset=utf-8";
  } else if (parts.size() == 2 && parts[0] == "fonts" && parts[1].ends_with(".ttf")) {
    body = file("fonts/" + parts[1]);
    type = "font/ttf";
  } else if (parts.size() == 3 && parts[0] == "pictures" && parts[2].ends_with(".png")) {
    body = picture(parts[1] + "/" + parts[2].substr(0, parts[2].size() - 4));
  } else {
    return std::nullopt;
  }
  if (!body) return HttpResponse{404, "text/plain; charset=utf-8", "not here\n", {}};
  return answer(type, std::move(*body));
}

std::optional<std::string> PublicFiles::file(const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (const auto found = kept_.find(name); found != kept_.end()) return found->second;
  const auto bytes = read_file(share_ + "/" + name);
  if (!bytes) return std::nullopt;
  return kept_[name] = *bytes;
}

std::optional<std::string> PublicFiles::picture(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const std::string name = "picture " + id;
  if (const auto found = kept_.find(name); found != kept_.end()) return found->second;
  if (!pictures_) return std::nullopt;
  const auto png = pictures_(id, picture_px);
  if (!png || kept_.size() >= most_kept) return png ? std::optional(*png) : std::nullopt;
  return kept_[name] = *png;
}

}  // namespace aktiv::casefile
