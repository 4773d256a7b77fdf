#include "kiosk/casefile/pages/account_pages.h"

#include "kiosk/casefile/auth/password.h"
#include "kiosk/casefile/auth/second_step.h"
#include "kiosk/casefile/pages/qr.h"

namespace aktiv::casefile {

PageContent sign_in_page(const Visit& visit, std::vector<FormError> errors) {
  const Words& words = visit.words;
  const InputField name{
      "name", words.plain("sign_in.name"), "text", "username", visit.value("name"), "", true};
  const InputField password{
      "password", words.plain("sign_in.password"), "password", "current-password", "", "", true};
  PageContent content{words.plain("sign_in.title"), {}, errors, errors.empty() ? 200 : 422};
  content.main = element("div", {{"class", "card narrow"}},
                         post_form(visit, "/sign-in",
                                   labelled_input(name, errors) + labelled_input(password, errors) +
                                       button(words("sign_in.do"))));
  return content;
}

namespace {

Html code_field(const Words& words, const std::vector<FormError>& errors) {
  return labelled_input(
      {"code", words.plain("telephone.field"), "text", "one-time-code", "", "", true}, errors);
}

}  // namespace

PageContent code_page(const Visit& visit, std::vector<FormError> errors) {
  const Words& words = visit.words;
  PageContent content{words.plain("telephone.title"), {}, errors, errors.empty() ? 200 : 422};
  content.main = element("div", {{"class", "card narrow"}},
                         paragraph(words("telephone.explain")) +
                             post_form(visit, "/sign-in/code",
                                       code_field(words, errors) + button(words("telephone.do")))) +
                 paragraph(words("telephone.lost"), "muted") +
                 paragraph(element("a", {{"href", "/sign-in"}}, words("telephone.other")));
  return content;
}

PageContent second_step_page(const Visit& visit, std::vector<FormError> errors) {
  const Words& words = visit.words;
  const Account& account = *visit.account;
  PageContent content{words.plain("second.title"), {}, errors, errors.empty() ? 200 : 422};
  if (account.has_second_step()) {
    content.main = paragraph(words("second.on_already")) + paragraph(words("telephone.lost"));
    return content;
  }
  content.main =
      paragraph(words("second.explain")) +
      element(
          "div", {{"class", "card narrow"}},
          paragraph(words("second.scan")) +
              qr_code(key_address(account.code_key, account.sign_in), words.plain("second.qr")) +
              paragraph(words("second.letters")) +
              paragraph(element("code", text(key_letters(account.code_key))), "key") +
              paragraph(words("second.write")) +
              post_form(visit, "/second-step",
                        code_field(words, errors) + button(words("second.do"))));
  return content;
}

PageContent password_page(const Visit& visit, std::vector<FormError> errors) {
  const Words& words = visit.words;
  const std::string hint =
      words.filled("password.hint", {{"least", std::to_string(shortest_password)}});
  const InputField old_one{
      "password", words.plain("password.old"), "password", "current-password", "", "", true};
  const InputField new_one{
      "new_password", words.plain("password.new"), "password", "new-password", "", hint, true};
  const InputField again{"new_password_again",
                         words.plain("password.again"),
                         "password",
                         "new-password",
                         "",
                         "",
                         true};
  PageContent content{words.plain("password.title"), {}, errors, errors.empty() ? 200 : 422};
  if (visit.account->must_change) content.main += paragraph(words("password.must"));
  content.main +=
      element("div", {{"class", "card narrow"}},
              post_form(visit, "/password",
                        labelled_input(old_one, errors) + labelled_input(new_one, errors) +
                            labelled_input(again, errors) + button(words("password.do"))));
  if (!visit.account->must_change)
    content.main += paragraph(element("a", {{"href", "/second-step"}}, words("second.link")));
  return content;
}

PageContent message_page(const Visit& visit, int status, const std::string& key) {
  const Words& words = visit.words;
  PageContent content{words.plain(key + ".title"), paragraph(words(key + ".text")), {}, status};
  content.main += paragraph(element("a", {{"href", "/"}}, words("message.home")));
  return content;
}

PageContent shown_once_page(const Visit& visit, const ShownOnce& shown) {
  const Words& words = visit.words;
  PageContent content{words.plain(shown.words_key + ".title"), {}, {}, 200};
  content.main =
      element("div", {{"class", "card"}},
              paragraph(text(words.filled(shown.words_key + ".text", {{"for", shown.for_whom}}))) +
                  paragraph(element("code", text(shown.secret)), "secret") +
                  paragraph(words("once.explain"))) +
      paragraph(element("a", {{"href", "/administration"}}, words("once.back")));
  return content;
}

namespace {

// "mentor, leder"
std::string rights_words(const Words& words, const Account& account) {
  std::vector<std::string> rights;
  if (account.role != StaffRole::none || (!account.is_leader && !account.is_administrator))
    rights.push_back(words.plain("role." + std::string(name_of(account.role))));
  if (account.is_leader) rights.push_back(words.plain("role.leader"));
  if (account.is_administrator) rights.push_back(words.plain("role.administrator"));
  return words.listed(rights);
}

Html rights_fields(const Words& words, const Account& account, const std::vector<Centre>& centres) {
  std::vector<Option> roles;
  for (const StaffRole role : {StaffRole::mentor, StaffRole::day_centre, StaffRole::none})
    roles.push_back(
        {std::string(name_of(role)), words.plain("role." + std::string(name_of(role)))});
  std::vector<Option> places = {{"", words.plain("account.no_centre")}};
  for (const Centre& centre : centres) places.push_back({centre.id, centre.name});
  return labelled_select("role", words.plain("account.role"), roles, words.plain("role.hint"),
                         std::string(name_of(account.role))) +
         labelled_select("centre", words.plain("account.centre"), places,
                         words.plain("account.centre_hint"), account.centre) +
         tick_box("leader", "leader", "yes", words("account.is_leader"), account.is_leader) +
         tick_box("administrator", "administrator", "yes", words("account.is_administrator"),
                  account.is_administrator);
}

// As the form was filled in, to be shown again.
Account account_asked(const Visit& visit) {
  Account account;
  account.role = role_named(visit.value("role")).value_or(StaffRole::mentor);
  account.centre = visit.value("centre");
  account.is_leader = visit.value("leader") == "yes";
  account.is_administrator = visit.value("administrator") == "yes";
  return account;
}

std::string centre_name(const AdministrationView& view, const std::string& id) {
  for (const auto& [centre, kiosks] : view.centres)
    if (centre.id == id) return centre.name;
  return {};
}

Html account_row(const Visit& visit, const AdministrationView& view, const Account& account) {
  const Words& words = visit.words;
  const std::string address = "/administration/accounts/" + account.id;
  const std::string about = " (" + account.name + ")";
  Html actions =
      paragraph(element("a", {{"href", address}}, text(words.plain("rights.change") + about)));
  actions += post_form(visit, address + "/reset",
                       button(text(words.plain("account.reset") + about), "quiet"));
  if (account.id != visit.account->id)
    actions += post_form(visit, address + "/close",
                         button(text(words.plain("account.close") + about), "quiet"));
  return element("tr", element("th", {{"scope", "row"}}, text(account.name)) +
                           element("td", text(account.sign_in)) +
                           element("td", text(centre_name(view, account.centre))) +
                           element("td", text(rights_words(words, account))) +
                           element("td", {{"class", "actions"}}, actions));
}

Html accounts_table(const Visit& visit, const AdministrationView& view) {
  const Words& words = visit.words;
  Html rows;
  for (const auto& account : view.accounts) rows += account_row(visit, view, account);
  Html head;
  for (const char* key :
       {"account.name", "account.sign_in", "account.centre", "account.rights", "account.actions"})
    head += element("th", {{"scope", "col"}}, words(key));
  return wide("accounts",
              element("table", element("caption", words("account.caption")) +
                                   element("thead", element("tr", head)) + element("tbody", rows)));
}

Html account_form(const Visit& visit, const AdministrationView& view,
                  const std::vector<FormError>& errors) {
  const Words& words = visit.words;
  std::vector<Centre> centres;
  for (const auto& [centre, kiosks] : view.centres) centres.push_back(centre);
  const InputField name{"name", words.plain("account.name"), "text", "off", visit.value("name"), "",
                        true};
  const InputField sign_in{"account-sign-in",
                           words.plain("account.sign_in"),
                           "text",
                           "off",
                           visit.value("account-sign-in"),
                           words.plain("account.sign_in_hint"),
                           true};
  return element("h3", words("account.new")) +
         post_form(visit, "/administration/accounts",
                   labelled_input(name, errors) + labelled_input(sign_in, errors) +
                       rights_fields(words, account_asked(visit), centres) +
                       button(words("account.create")));
}

Html kiosk_list(const Visit& visit, const CentreView& view) {
  const Words& words = visit.words;
  Html list;
  for (const auto& kiosk : view.kiosks) {
    Html line = text(kiosk.name + " · ");
    line += kiosk.seen_ms == 0 ? words("kiosk.never_seen")
                               : words("kiosk.seen") + markup(" ") + words.time(kiosk.seen_ms);
    if (kiosk.revoked_ms != 0)
      line += markup(" · ") + words("kiosk.shut_out");
    else
      line += post_form(
          visit, "/administration/kiosks/" + kiosk.id + "/shut-out",
          button(text(words.filled("kiosk.shut_out_do", {{"kiosk", kiosk.name}})), "quiet"));
    list += element("li", line);
  }
  return list.empty() ? paragraph(words("kiosk.none"), "muted")
                      : element("ul", {{"class", "plain"}}, list);
}

Html centres(const Visit& visit, const AdministrationView& view,
             const std::vector<FormError>& errors) {
  const Words& words = visit.words;
  Html content;
  for (const auto& one : view.centres)
    content += element("h3", text(one.centre.name)) + kiosk_list(visit, one) +
               post_form(visit, "/administration/codes",
                         hidden_input("centre", one.centre.id) +
                             button(text(words.filled("code.do", {{"centre", one.centre.name}}))));
  const InputField name{"centre-name",
                        words.plain("centre.name"),
                        "text",
                        "organization",
                        visit.value("centre-name"),
                        "",
                        true};
  return content + element("h3", words("centre.new")) +
         post_form(visit, "/administration/centres",
                   labelled_input(name, errors) + button(words("centre.create")));
}

}  // namespace

PageContent rights_page(const Visit& visit, const Account& account,
                        const std::vector<Centre>& centres, std::vector<FormError> errors) {
  const Words& words = visit.words;
  PageContent content{words.plain("rights.title"), {}, errors, errors.empty() ? 200 : 422};
  content.heading = words.filled("rights.of", {{"who", account.name}});
  content.main =
      element("div", {{"class", "card narrow"}},
              post_form(visit, "/administration/accounts/" + account.id,
                        rights_fields(words, account, centres) + button(words("rights.do")))) +
      paragraph(element("a", {{"href", "/administration"}}, words("once.back")));
  return content;
}

PageContent administration_page(const Visit& visit, const AdministrationView& view,
                                std::vector<FormError> errors) {
  const Words& words = visit.words;
  PageContent content{words.plain("administration.title"), {}, errors, errors.empty() ? 200 : 422};
  content.main = card("accounts", words("account.title"),
                      accounts_table(visit, view) + account_form(visit, view, errors)) +
                 card("centres", words("centre.title"), centres(visit, view, errors));
  return content;
}

}  // namespace aktiv::casefile
