#include "kiosk/casefile/pages/pages.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "kiosk/casefile/rights/places.h"

namespace aktiv::casefile {
namespace {

bool is_known(const Content& content, const std::string& language) {
  return std::ranges::count(content.texts.staff_languages(), language) > 0;
}

// "en-GB,en;q=0.9,da;q=0.8" -> the first that is known, in the order in which it was written.
std::string preferred(const Content& content, const std::string& accept) {
  size_t start = 0;
  while (start < accept.size()) {
    const size_t end = std::min(accept.find(',', start), accept.size());
    const size_t letter = accept.find_first_not_of(' ', start);
    if (letter < end && is_known(content, accept.substr(letter, 2)))
      return accept.substr(letter, 2);
    start = end + 1;
  }
  return {};
}

}  // namespace

Pages::Pages(Database& database, const Vault& vault, Clock clock, const PageParts& parts)
    : database_(database),
      vault_(vault),
      clock_(clock),
      content_(parts.content),
      engine_(parts.content),
      papers_(parts.papers),
      forms_(parts.forms),
      exports_(parts.exports),
      language_(parts.language),
      spki_hash_(parts.spki_hash),
      door_(database, vault, std::move(clock), {parts.work, parts.second_step}) {}

std::string Pages::language_of(const HttpRequest& request) const {
  const auto asked = field(request.query, "lang");
  if (asked && is_known(content_, *asked)) return *asked;
  const std::string kept = cookie(request, "lang");
  if (is_known(content_, kept)) return kept;
  const std::string wanted = preferred(content_, request.header("accept-language"));
  return wanted.empty() ? language_ : wanted;
}

HttpResponse Pages::handle(const HttpRequest& request) {
  Visit visit{request, {}, Words(content_, language_of(request)), {}, {}, "", "", ""};
  if (request.method == "POST") visit.form = decode_fields(request.body);
  HttpResponse response;
  if (const auto known = door_.recognise(visit); !known)
    response = failed(visit, known.error());
  else
    response = route(visit);
  if (field(request.query, "lang"))
    response.headers.emplace_back(
        "Set-Cookie",
        "lang=" + visit.words.language() + "; Path=/; Secure; SameSite=Strict; Max-Age=31536000");
  return response;
}

HttpResponse Pages::route(Visit& visit) {
  const std::string& method = visit.request.method;
  if (method != "GET" && method != "POST") return page(visit, message_page(visit, 405, "not_here"));
  const auto parts = path_segments(visit.request.path);
  const bool is_sign_in = visit.request.path == "/sign-in";
  if (method == "POST" && !door_.is_own_form(visit)) {
    if (!visit.account) keep_written(visit);
    if (!visit.account && !visit.waiting && !is_sign_in) return redirect("/sign-in");
    return page(visit, message_page(visit, 403, "stale_form"));
  }
  if (is_sign_in) return door_.sign_in(visit);
  if (visit.request.path == "/sign-in/code") return door_.code(visit);
  if (!visit.account) return redirect("/sign-in");
  if (visit.request.path == "/sign-out" && method == "POST") return door_.sign_out(visit);
  if (visit.request.path == "/password") return door_.password(visit);
  if (visit.account->must_change) return redirect("/password");
  if (visit.request.path == "/second-step") return door_.second_step(visit);
  if (door_.still_wants_second_step(*visit.account)) return redirect("/second-step");
  HttpResponse response = inside(visit, parts);
  if (method == "POST" && response.status < 500) forget_when_sent_again(visit);
  return response;
}

HttpResponse Pages::inside(Visit& visit, const std::vector<std::string>& parts) {
  const Account& account = *visit.account;
  if (parts.size() == 1 && parts[0] == "kept") return kept(visit);
  if (parts.empty() && has_kept(visit)) return redirect("/kept");
  if (parts.empty()) return redirect(std::string(first_place(account)));
  if (!may_enter(account, parts[0])) return page(visit, message_page(visit, 403, "not_allowed"));
  if (parts[0] == "citizens") return citizens(visit, parts);
  if (parts[0] == "shared") return shared(visit, parts);
  if (parts[0] == "day") return day(visit, parts);
  if (parts[0] == "offers") return offers(visit, parts);
  if (parts.size() == 1 && parts[0] == "offers.csv" && visit.request.method == "GET")
    return export_offers(visit);
  if (parts[0] == "administration") return administration(visit, parts);
  if (parts[0] == "leader" || parts[0] == "leader.csv") return leader(visit, parts);
  if (parts[0] == "evaluation" && parts.size() == 1) return evaluation(visit);
  const bool is_dismissal = parts.size() == 3 && parts[0] == "help-marks" && parts[2] == "dismiss";
  if (is_dismissal && account.is_at_centre() && visit.request.method == "POST")
    return dismiss_help(visit, parts[1]);
  return not_here(visit);
}

HttpResponse Pages::not_here(const Visit& visit) const {
  return page(visit, message_page(visit, 404, "not_here"));
}

HttpResponse Pages::failed(const Visit& visit, const Fault& fault) const {
  spdlog::error("a page failed: {}", fault.what);
  return page(visit, message_page(visit, 500, "failed"));
}

Status Pages::log(const Visit& visit, const std::string& action, const std::string& person) {
  return database_.write([&](Connection& db) -> Status {
    log_access(db, visit.account->id, visit.account->centre, action, person, "", clock_());
    return {};
  });
}

}  // namespace aktiv::casefile
