// Who may see a citizen's folder, who comes into their circle, and what is shared with whom.
#include <algorithm>

#include "kiosk/casefile/pages/citizen/circle_card.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/readings/readings.h"
#include "kiosk/casefile/rights/erasing.h"
#include "kiosk/casefile/rights/sight.h"
#include "kiosk/casefile/staff/records.h"

namespace aktiv::casefile {
namespace {

constexpr size_t longest_reason = 200;

// Somebody who shares something with the account, and as whom they know it.
struct Around {
  Person person;
  std::vector<std::string> as;
};

Result<std::optional<Around>> around_of(Connection& db, const Vault& vault, const Visit& visit,
                                        const std::string& id) {
  auto person = person_anywhere(db, vault, id);
  if (!person) return person.error();
  if (!*person) return std::optional<Around>();
  const auto circle = circle_of(db, vault, id);
  if (!circle) return circle.error();
  Sight sight = sight_of(*visit.account, (**person).centre, *circle);
  if (!sight.is_shared()) return std::optional<Around>();
  return std::optional(Around{std::move(**person), std::move(sight.as)});
}

// Somebody of the account's own centre, and what it may see of them.
struct InSight {
  Person person;
  Circle circle;
  Sight sight;
};

Result<std::optional<InSight>> in_sight(Connection& db, const Vault& vault, const Account& account,
                                        const std::string& id) {
  auto person = find_person(db, vault, id, account.centre);
  if (!person) return person.error();
  if (!*person) return std::optional<InSight>();
  auto circle = circle_of(db, vault, id);
  if (!circle) return circle.error();
  Sight sight = sight_of(account, (**person).centre, *circle);
  return std::optional(InSight{std::move(**person), std::move(*circle), std::move(sight)});
}

}  // namespace

Result<std::optional<Person>> Pages::own_person(Connection& db, const Visit& visit,
                                                const std::string& id) const {
  auto found = in_sight(db, vault_, *visit.account, id);
  if (!found) return found.error();
  if (!*found || !(**found).sight.is_whole) return std::optional<Person>();
  return std::optional(std::move((**found).person));
}

Status Pages::add_circle(Connection& db, CitizenView& view) const {
  auto circle = circle_of(db, vault_, view.person.id);
  if (!circle) return circle.error();
  view.circle = std::move(*circle);
  const auto accounts = all_accounts(db, vault_);
  if (!accounts) return accounts.error();
  for (const Account& account : *accounts) {
    const auto centre = find_centre(db, account.centre);
    view.colleagues.emplace_back(account.id, account.name + (centre ? " · " + centre->name : ""));
  }
  std::ranges::sort(view.colleagues, {}, &std::pair<std::string, std::string>::second);
  return {};
}

HttpResponse Pages::not_theirs(const Visit& visit, const std::string& person,
                               std::vector<FormError> errors) {
  const auto line = database_.read([&](Connection& db) -> Result<std::optional<CitizenLine>> {
    auto found = in_sight(db, vault_, *visit.account, person);
    if (!found) return found.error();
    if (!*found || !(**found).sight.may_join) return std::optional<CitizenLine>();
    auto signs = signs_of(db, vault_, (**found).person);
    if (!signs) return signs.error();
    std::vector<std::string> mentors = mentors_in((**found).circle);
    return std::optional(
        CitizenLine{std::move((**found).person), std::move(*signs), false, std::move(mentors)});
  });
  if (!line) return failed(visit, line.error());
  return *line ? page(visit, join_page(visit, **line, std::move(errors))) : not_here(visit);
}

// Whoever stands in for a colleague need not wait: why they came is kept, and shown to the citizen.
HttpResponse Pages::join(Visit& visit, const std::string& person) {
  const std::string why = trimmed(visit.value("why"));
  if (why.empty() || why.size() > longest_reason)
    return not_theirs(visit, person, {{"why", visit.words.plain("join.no_why")}});
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = in_sight(db, vault_, *visit.account, person);
    if (!found) return found.error();
    if (!*found || !(**found).sight.may_join) return false;
    if (Status in =
            join_circle(db, vault_, person, visit.account->id, std::string(as_mentor), clock_());
        !in)
      return in.error();
    Record record;
    record.form = "joined";
    record.values = {{"why", why}};
    StaffWriting writing{db, vault_, forms_, (**found).person, visit.account->id, clock_()};
    if (const auto kept = write_record(writing, record); !kept) return fault_from(kept.problem());
    log_access(db, visit.account->id, visit.account->centre, "joined", person, "", clock_());
    return true;
  });
  if (!done) return failed(visit, done.error());
  return *done ? redirect("/citizens/" + person) : not_here(visit);
}

namespace {

enum class Changed { not_here, not_a_mentor, done };

struct CircleChange {
  std::string account;
  std::string as;
  bool leaves = false;
};

// Only a mentor of the centre can be the mentor: anybody else would see nothing by it.
bool may_be(const Account& account, const Person& person, const std::string& as) {
  return as != as_mentor || (account.is_mentor() && account.centre == person.centre);
}

Result<Changed> change(Connection& db, const Vault& vault, const Person& person,
                       const CircleChange& wanted, int64_t now_ms) {
  const auto whose = find_account(db, vault, wanted.account);
  if (!whose) return whose.error();
  if (!*whose || (**whose).is_closed) return Changed::not_here;
  if (wanted.leaves) {
    const auto left = leave_circle(db, vault, person.id, wanted.account, wanted.as);
    if (!left) return left.error();
    return *left ? Changed::done : Changed::not_here;
  }
  if (!may_be(**whose, person, wanted.as)) return Changed::not_a_mentor;
  const Status in = join_circle(db, vault, person.id, wanted.account, wanted.as, now_ms);
  if (!in) return in.error();
  return Changed::done;
}

}  // namespace

HttpResponse Pages::change_circle(Visit& visit, const std::string& person) {
  const CircleChange wanted{visit.value("account"), visit.value("as"),
                            visit.value("leave") == "yes"};
  const auto choices = circle_choices(content_);
  if (std::ranges::find(choices, wanted.as) == choices.end()) return not_here(visit);
  const auto done = database_.write([&](Connection& db) -> Result<Changed> {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found) return Changed::not_here;
    const auto changed = change(db, vault_, **found, wanted, clock_());
    if (changed && *changed == Changed::done)
      log_access(db, visit.account->id, visit.account->centre,
                 wanted.leaves ? "left_circle" : "into_circle", person, wanted.account, clock_());
    return changed;
  });
  if (!done) return failed(visit, done.error());
  if (*done == Changed::not_here) return not_here(visit);
  if (*done == Changed::done) return redirect("/citizens/" + person + "/people");
  const auto view = view_of(visit, person, "saw_citizen", "people");
  if (!view) return failed(visit, view.error());
  if (!*view) return not_here(visit);
  return page(visit,
              people_page(visit, **view, {{"account", visit.words.plain("circle.not_mentor")}}));
}

// Asked for twice: it cannot be undone. Who asked stays in the log.
HttpResponse Pages::erase(Visit& visit, const std::string& person) {
  if (visit.value("sure") != "yes") {
    const auto view = view_of(visit, person, "saw_citizen", "erase");
    if (!view) return failed(visit, view.error());
    return *view ? page(visit, erase_page(visit, **view)) : not_here(visit);
  }
  const auto done = database_.write([&](Connection& db) -> Result<bool> {
    const auto found = own_person(db, visit, person);
    if (!found) return found.error();
    if (!*found) return false;
    if (Status erased = erase_person(db, vault_, **found, clock_()); !erased) return erased.error();
    log_access(db, visit.account->id, visit.account->centre, "erased", person, "", clock_());
    return true;
  });
  if (!done) return failed(visit, done.error());
  if (!*done) return not_here(visit);
  database_.truncate_log();
  return page(visit, message_page(visit, 200, "erased"));
}

// /shared, /shared/ID, /shared/ID/sessions/SUBMISSION…
HttpResponse Pages::shared(Visit& visit, const std::vector<std::string>& parts) {
  if (visit.request.method != "GET") return not_here(visit);
  if (parts.size() == 1) return shared_list(visit);
  if (parts.size() >= 4 && parts[2] == "sessions") return on_session(visit, parts);
  if (parts.size() != 2) return not_here(visit);
  const auto view = shared_view_of(visit, parts[1], "");
  if (!view) return failed(visit, view.error());
  return *view ? page(visit, shared_page(visit, **view)) : not_here(visit);
}

HttpResponse Pages::shared_list(Visit& visit) {
  const auto lines = database_.read([&](Connection& db) -> Result<std::vector<SharedLine>> {
    std::vector<SharedLine> found;
    for (const std::string& id : persons_around(db, visit.account->id)) {
      auto around = around_of(db, vault_, visit, id);
      if (!around) return around.error();
      if (!*around) continue;
      auto signs = signs_of(db, vault_, (**around).person);
      if (!signs) return signs.error();
      found.push_back(
          {{std::move((**around).person), std::move(*signs)}, std::move((**around).as)});
    }
    return found;
  });
  if (!lines) return failed(visit, lines.error());
  return page(visit, shared_list_page(visit, *lines));
}

Result<std::optional<CitizenView>> Pages::shared_view_of(const Visit& visit,
                                                         const std::string& person,
                                                         const std::string& about) {
  const auto looked = database_.write([&](Connection& db) -> Result<std::optional<Around>> {
    auto around = around_of(db, vault_, visit, person);
    if (!around || !*around) return around;
    log_access(db, visit.account->id, visit.account->centre, "saw_shared", person, about, clock_());
    if (Status made = make_missing_readings(db, vault_, (**around).person, most_readings_made);
        !made)
      return made.error();
    return around;
  });
  if (!looked) return looked.error();
  if (!*looked) return std::optional<CitizenView>();
  return database_.read([&](Connection& db) -> Result<std::optional<CitizenView>> {
    auto around = around_of(db, vault_, visit, person);
    if (!around) return around.error();
    if (!*around) return std::optional<CitizenView>();
    auto folder = folder_of(db, vault_, forms_, (**around).person);
    if (!folder) return folder.error();
    CitizenView view;
    view.place = CitizenView::shared_place;
    view.person = std::move((**around).person);
    view.folder = shared_part(std::move(*folder), (**around).as);
    view.forms = &forms_;
    view.exports = &exports_;
    return std::optional(std::move(view));
  });
}

}  // namespace aktiv::casefile
