#include "kiosk/casefile/pages/offers/offers_page.h"

#include <algorithm>
#include <sstream>

#include "dialogue/content/fold.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr size_t most_faults_shown = 20;

std::string code_words(const Words& words, const std::string& field, const std::string& code) {
  return code.empty() ? std::string() : words.plain("offer." + field + "." + code);
}

std::string asked(const Visit& visit, const char* name) {
  return field(visit.request.query, name).value_or("");
}

// Every word stands somewhere in what the offer says.
bool is_sought(const Words& words, const Offer& offer, const std::string& wanted) {
  const std::string all =
      folded(offer.name + " " + offer.text + " " + offer.place + " " + offer.contact + " " +
             provider_words(words, offer) + " " + forms_words(words, offer) + " " +
             cards_of_list(words, "jobs", offer.cards) + " " +
             cards_of_list(words, "themes", offer.themes));
  std::istringstream stream(folded(wanted));
  for (std::string word; stream >> word;)
    if (all.find(word) == std::string::npos) return false;
  return true;
}

Html row_of(const Words& words, const Offer& offer) {
  const auto cell = [](const std::string& content) { return element("td", text(content)); };
  return element("tr", {{"data-offer", offer.id}},
                 element("th", {{"scope", "row"}},
                         element("a", {{"href", "/offers/" + offer.id}}, text(offer.name))) +
                     cell(provider_words(words, offer)) + cell(forms_words(words, offer)) +
                     cell(cards_of_list(words, "jobs", offer.cards)) + cell(offer.place) +
                     cell(words.iso_day_words(offer.confirmed)));
}

Html table_of(const Words& words, const std::vector<const Offer*>& offers) {
  Html rows;
  for (const Offer* offer : offers) rows += row_of(words, *offer);
  Html head;
  for (const char* key : {"offer.name", "offer.provider", "offer.forms", "offer.cards",
                          "offer.place", "offer.confirmed"})
    head += element("th", {{"scope", "col"}}, words(key));
  return wide("offers",
              element("table", element("caption", words("offers.caption")) +
                                   element("thead", element("tr", head)) + element("tbody", rows)));
}

Html search_form(const Visit& visit) {
  const Words& words = visit.words;
  return element("form",
                 {{"method", "get"},
                  {"action", "/offers"},
                  {"role", "search"},
                  {"aria-label", words.plain("offers.search")}},
                 labelled_input({"words", words.plain("offers.search"), "search", "off",
                                 asked(visit, "words"), words.plain("offers.search_hint"), false},
                                {}) +
                     button(words("search.do")));
}

Html import_form(const Visit& visit) {
  const Words& words = visit.words;
  return file_form(visit, "/offers/import",
                   {"table", ".csv,text/csv", words("offers.table"), words("offers.table_hint")},
                   words("offers.import"));
}

std::vector<FormError> errors_of(const Words& words, const std::vector<CsvFault>& faults) {
  std::vector<FormError> errors;
  for (size_t i = 0; i < std::min(faults.size(), most_faults_shown); ++i)
    errors.push_back(
        {"table", words.filled("offers.fault", {{"line", std::to_string(faults[i].line)},
                                                {"field", faults[i].field},
                                                {"expected", faults[i].expected}})});
  return errors;
}

// --- one offer -----------------------------------------------------------------------------------

std::vector<std::string> all_values(const Fields& form, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [field_name, value] : form)
    if (field_name == name && !value.empty()) values.push_back(value);
  return values;
}

Html tick_boxes(const char* name, const std::string& legend, const std::vector<Option>& options,
                const std::vector<std::string>& chosen) {
  Html boxes;
  for (const Option& option : options) {
    const std::string id = std::string(name) + "-" + option.value;
    const bool is_on = std::ranges::find(chosen, option.value) != chosen.end();
    boxes += tick_box(id, name, option.value, text(option.label), is_on);
  }
  return element("fieldset",
                 element("legend", text(legend)) + element("div", {{"class", "ticks"}}, boxes));
}

std::vector<Option> cards_in(const Words& words, const char* deck_id) {
  std::vector<Option> options;
  if (const Deck* deck = words.content().deck(deck_id))
    for (const Card& card : deck->cards) options.push_back({card.ref.id, words.card(card.ref)});
  return options;
}

template <class Codes>
std::vector<Option> codes_in(const Words& words, const std::string& field, const Codes& codes) {
  std::vector<Option> options;
  for (const char* code : codes) options.push_back({code, code_words(words, field, code)});
  return options;
}

// "Stille", "Lyd", both, or not known: two pictures' names each.
Html condition_fields(const Words& words, const Offer& offer) {
  Html fields;
  for (const std::string& pair : condition_pairs(words.content())) {
    const auto known = offer.conditions.find(pair);
    const std::string a = words.card(CardRef{"conds", pair + "_a"});
    const std::string b = words.card(CardRef{"conds", pair + "_b"});
    fields += labelled_select("condition-" + pair, words.filled("offer.pair", {{"a", a}, {"b", b}}),
                              {{"", words.plain("offer.condition.unknown")},
                               {"a", a},
                               {"b", b},
                               {"both", words.plain("offer.condition.both")}},
                              "", known == offer.conditions.end() ? "" : known->second);
  }
  return element("fieldset", element("legend", words("offer.conditions")) +
                                 element("div", {{"class", "ticks"}}, fields));
}

Html form_of(const Visit& visit, const OfferDraft& draft) {
  const Words& words = visit.words;
  const Offer& offer = draft.offer;
  const auto line = [&](const char* id, const std::string& value, bool is_must,
                        const char* type = "text") {
    const std::string label = words.plain(std::string("offer.") + id);
    return labelled_input({id, is_must ? label : words.filled("form.may", {{"field", label}}), type,
                           "off", value, "", is_must},
                          draft.errors);
  };
  std::vector<Option> support = codes_in(words, "support", support_kinds);
  support.insert(support.begin(), {"", words.plain("form.no_choice")});
  return post_form(
      visit, offer.id.empty() ? "/offers/new" : "/offers/" + offer.id,
      hidden_input("version", std::to_string(draft.version)) + line("name", offer.name, true) +
          labelled_select("provider", words.plain("offer.provider"),
                          codes_in(words, "provider", provider_kinds), "", offer.provider) +
          labelled_text_area(
              {"text", words.filled("form.may", {{"field", words.plain("offer.text")}}), "", "",
               offer.text, words.plain("offer.text_hint"), false},
              3, draft.errors) +
          tick_boxes("forms", words.plain("offer.forms"), cards_in(words, "forms"), offer.forms) +
          tick_boxes("cards", words.plain("offer.cards"), cards_in(words, "jobs"), offer.cards) +
          tick_boxes("themes", words.plain("offer.themes"), cards_in(words, "themes"),
                     offer.themes) +
          condition_fields(words, offer) +
          tick_boxes("rungs", words.plain("offer.rungs"), codes_in(words, "rung", rung_kinds),
                     offer.rungs) +
          labelled_select("support", words.plain("offer.support"), support, "", offer.support) +
          line("place", offer.place, false) + line("contact", offer.contact, false) +
          line("confirmed", offer.confirmed, false, "date") +
          line("free_places", offer.free_places, false) + button(words("form.keep")));
}

Html theirs_card(const Words& words, const OfferDraft& draft) {
  if (!draft.theirs) return {};
  const Offer& offer = draft.theirs->offer;
  Html list;
  const auto add = [&](const char* field, const std::string& value) {
    if (!value.empty())
      list += element("dt", words(std::string("offer.") + field)) + element("dd", text(value));
  };
  add("name", offer.name);
  add("provider", provider_words(words, offer));
  add("text", offer.text);
  add("forms", forms_words(words, offer));
  add("cards", cards_of_list(words, "jobs", offer.cards));
  add("themes", cards_of_list(words, "themes", offer.themes));
  add("place", offer.place);
  add("contact", offer.contact);
  add("confirmed", words.iso_day_words(offer.confirmed));
  return card("theirs", words("form.theirs"),
              paragraph(words("form.theirs_explain")) + element("dl", list));
}

}  // namespace

Html demand_card(const Words& words, const DemandList& demand) {
  Html rows;
  for (const DemandLine& line : demand.lines)
    rows += element(
        "tr", element("td", text(words.quarter_words(line.quarter))) +
                  element("th", {{"scope", "row"}}, text(words.card(CardRef{"jobs", line.card}))) +
                  element("td", {{"class", "number"}}, text(std::to_string(line.count))));
  Html content = paragraph(words("demand.list_explain"), "muted");
  if (!rows.empty()) {
    Html head;
    for (const char* key : {"demand.quarter", "demand.wish", "demand.count"})
      head += element("th", {{"scope", "col"}}, words(key));
    content += wide("demand", element("table", element("caption", words("demand.caption")) +
                                                   element("thead", element("tr", head)) +
                                                   element("tbody", rows)));
  }
  if (demand.hidden > 0)
    content +=
        paragraph(text(words.filled("demand.hidden", {{"count", std::to_string(demand.hidden)}})));
  else if (rows.empty())
    content += paragraph(words("demand.none"));
  return card("demand", words("demand.title"), content);
}

std::string provider_words(const Words& words, const Offer& offer) {
  return code_words(words, "provider", offer.provider);
}

std::string cards_of_list(const Words& words, const char* list,
                          const std::vector<std::string>& ids) {
  std::vector<CardRef> cards;
  for (const std::string& id : ids) cards.push_back({list, id});
  return cards.empty() ? std::string() : card_names(words, cards);
}

std::string forms_words(const Words& words, const Offer& offer) {
  return cards_of_list(words, "forms", offer.forms);
}

PageContent offers_page(const Visit& visit, const std::vector<KeptOffer>& offers,
                        const DemandList& demand, const std::vector<CsvFault>& faults) {
  const Words& words = visit.words;
  std::vector<const Offer*> shown;
  for (const KeptOffer& kept : offers)
    if (is_sought(words, kept.offer, asked(visit, "words"))) shown.push_back(&kept.offer);
  const auto errors = errors_of(words, faults);
  PageContent content{words.plain("offers.title"), {}, errors, errors.empty() ? 200 : 422};
  const Html list = offers.empty()  ? paragraph(words("offers.none"))
                    : shown.empty() ? search_form(visit) + paragraph(words("offers.found_none"))
                                    : search_form(visit) + table_of(words, shown);
  content.main =
      paragraph(words("offers.explain"), "muted") +
      card("offers", words("offers.list"),
           paragraph(element("a", {{"href", "/offers/new"}}, words("offers.new"))) + list) +
      demand_card(words, demand) +
      card("tables", words("offers.tables"),
           paragraph(element("a", {{"href", "/offers.csv"}}, words("offers.export"))) +
               import_form(visit));
  return content;
}

OfferDraft offer_from_form(const Visit& visit) {
  OfferDraft draft;
  Offer& offer = draft.offer;
  offer.name = trimmed(visit.value("name"));
  offer.provider = visit.value("provider");
  offer.text = trimmed(visit.value("text"));
  offer.forms = all_values(visit.form, "forms");
  offer.cards = all_values(visit.form, "cards");
  offer.themes = all_values(visit.form, "themes");
  offer.rungs = all_values(visit.form, "rungs");
  offer.support = visit.value("support");
  offer.place = trimmed(visit.value("place"));
  offer.contact = trimmed(visit.value("contact"));
  offer.confirmed = visit.value("confirmed");
  offer.free_places = trimmed(visit.value("free_places"));
  for (const std::string& pair : condition_pairs(visit.words.content()))
    if (const std::string value = visit.value("condition-" + pair); !value.empty())
      offer.conditions[pair] = value;
  draft.version = number_in(visit.value("version"));
  for (const OfferFault& fault : faults_of(offer, visit.words.content()))
    draft.errors.push_back(
        {fault.field,
         visit.words.filled("form.must", {{"field", visit.words.plain("offer." + fault.field)}})});
  return draft;
}

PageContent offer_page(const Visit& visit, const OfferDraft& draft) {
  const Words& words = visit.words;
  const bool is_new = draft.offer.id.empty();
  PageContent content{
      is_new ? words.plain("offers.new") : words.plain("offers.change") + ": " + draft.offer.name,
      {},
      draft.errors,
      draft.theirs           ? 409
      : draft.errors.empty() ? 200
                             : 422};
  content.main = paragraph(element("a", {{"href", "/offers"}}, words("offers.back"))) +
                 theirs_card(words, draft) +
                 element("div", {{"class", "card"}}, form_of(visit, draft));
  if (!is_new)
    content.main += card("close", words("offers.close"),
                         paragraph(words("offers.close_explain")) +
                             post_form(visit, "/offers/" + draft.offer.id + "/close",
                                       hidden_input("version", std::to_string(draft.version)) +
                                           button(words("offers.close"), "quiet")));
  return content;
}

}  // namespace aktiv::casefile
