// A session that ended while somebody wrote loses no text: it waits, sealed, until they are back.
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/store/kept_forms.h"

namespace aktiv::casefile {
namespace {

constexpr const char* mark = "kept";  // in a form that is sent again

bool is_for_the_machine(const std::string& name) {
  return name == "csrf" || name == "version" || name == "about" || name == mark;
}

// Only what is written about a citizen or an offer: never a password.
bool may_be_kept(const HttpRequest& request) {
  const bool is_written =
      request.path.starts_with("/citizens/") || request.path.starts_with("/offers/");
  return is_written && request.path != "/offers/import" && request.body.size() <= largest_kept_form;
}

Html hidden_fields(const Fields& fields) {
  Html hidden;
  for (const auto& [name, value] : fields)
    if (name != "csrf" && name != mark) hidden += hidden_input(name, value);
  return hidden + hidden_input(mark, "yes");
}

Html written_list(const Fields& fields) {
  Html list;
  for (const auto& [name, value] : fields)
    if (!is_for_the_machine(name) && !value.empty())
      list += element("li", {{"class", "seen"}}, text(value));
  return element("ul", {{"class", "plain"}}, list);
}

}  // namespace

void Pages::keep_written(const Visit& visit) {
  if (!may_be_kept(visit.request)) return;
  const auto whose = door_.ended_session(visit);
  if (!whose) return;
  const auto kept = database_.write([&](Connection& db) -> Status {
    keep_form(db, vault_, *whose, {visit.request.path, visit.request.body}, clock_());
    return {};
  });
  if (!kept) (void)failed(visit, kept.error());
}

bool Pages::has_kept(const Visit& visit) const {
  const auto kept = database_.read(
      [&](Connection& db) { return find_kept_form(db, vault_, visit.account->id, clock_()); });
  return kept && kept->has_value();
}

void Pages::forget_when_sent_again(const Visit& visit) {
  if (visit.value(mark) != "yes") return;
  const auto done = database_.write([&](Connection& db) -> Status {
    forget_kept_form(db, visit.account->id);
    return {};
  });
  if (!done) (void)failed(visit, done.error());
}

HttpResponse Pages::kept(Visit& visit) {
  if (visit.request.method == "POST") {  // let it go
    const auto done = database_.write([&](Connection& db) -> Status {
      forget_kept_form(db, visit.account->id);
      return {};
    });
    if (!done) return failed(visit, done.error());
    database_.truncate_log();
    return redirect("/");
  }
  const auto kept = database_.read(
      [&](Connection& db) { return find_kept_form(db, vault_, visit.account->id, clock_()); });
  if (!kept) return failed(visit, kept.error());
  if (!*kept) return redirect("/");
  const Words& words = visit.words;
  const Fields fields = decode_fields((**kept).body);
  PageContent content{words.plain("kept.title"), {}, {}, 200};
  content.main =
      card("kept", words("kept.yours"),
           paragraph(words("kept.explain")) + written_list(fields) +
               post_form(visit, (**kept).path, hidden_fields(fields) + button(words("kept.save"))) +
               post_form(visit, "/kept", button(words("kept.let_go"), "quiet")));
  return page(visit, content);
}

}  // namespace aktiv::casefile
