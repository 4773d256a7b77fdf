#include "kiosk/casefile/pages/frame.h"

#include <algorithm>
#include <charconv>

#include "kiosk/casefile/rights/places.h"

namespace aktiv::casefile {
namespace {

// The same page in another language, with what was asked for on it.
std::string here_in(const Visit& visit, const std::string& language) {
  std::string query;
  for (const auto& [name, value] : visit.request.query)
    if (name != "lang") query += percent_encode(name) + "=" + percent_encode(value) + "&";
  return "?" + query + "lang=" + language;
}

Html language_links(const Visit& visit) {
  Html links;
  for (const auto& language : visit.words.content().texts.staff_languages()) {
    const std::string& name = visit.words.content().texts.get(language, "casefile.language");
    if (language == visit.words.language())
      links += element("li",
                       element("span", {{"aria-current", "true"}, {"lang", language}}, text(name)));
    else
      links += element(
          "li",
          element("a",
                  {{"href", here_in(visit, language)}, {"lang", language}, {"hreflang", language}},
                  text(name)));
  }
  return element("ul", {{"class", "languages"}}, links);
}

Html place_links(const Visit& visit) {
  const Words& words = visit.words;
  if (visit.account->must_change) return {};
  Html links;
  for (const Place& place : places_of(*visit.account)) {
    const std::string path(place.path);
    const Html name = words(std::string(place.key));
    links += element("li", visit.request.path == path
                               ? element("a", {{"href", path}, {"aria-current", "page"}}, name)
                               : element("a", {{"href", path}}, name));
  }
  return links.empty()
             ? Html()
             : element("nav", {{"aria-label", words.plain("nav.name")}}, element("ul", links));
}

Html signed_in(const Visit& visit) {
  if (!visit.account) return {};
  std::string who = visit.account->name;
  if (!visit.centre_name.empty()) who += " · " + visit.centre_name;
  return place_links(visit) +
         element("div", {{"class", "who"}},
                 element("span", text(who)) +
                     post_form(visit, "/sign-out", button(visit.words("sign_out"), "link")));
}

// Read first and reached at once: the summary takes the focus when the page comes.
Html error_summary(const Visit& visit, const std::vector<FormError>& errors) {
  if (errors.empty()) return {};
  Html list;
  for (const auto& [field_id, message] : errors)
    list +=
        element("li", field_id.empty() ? text(message)
                                       : element("a", {{"href", "#" + field_id}}, text(message)));
  return element(
      "div",
      {{"class", "errors"},
       {"role", "alert"},
       {"tabindex", "-1"},
       {"autofocus", ""},
       {"aria-labelledby", "errors-title"}},
      element("h2", {{"id", "errors-title"}}, visit.words("errors.title")) + element("ul", list));
}

Html head(const Visit& visit, const PageContent& content) {
  const Words& words = visit.words;
  const std::string mark = content.errors.empty() ? "" : words.plain("errors.mark") + ": ";
  return element(
      "head", markup("<meta charset=\"utf-8\">"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">") +
                  element("title", text(mark + content.title + " – " + words.plain("name"))) +
                  markup("<link rel=\"stylesheet\" href=\"/style.css\">"
                         "<link rel=\"icon\" href=\"data:,\">"));
}

constexpr int bar_width = 160;

}  // namespace

HttpResponse page(const Visit& visit, const PageContent& content) {
  const Words& words = visit.words;
  const Html body =
      element("a", {{"class", "skip"}, {"href", "#main"}}, words("skip")) +
      element("header",
              element("p", {{"class", "name"}}, element("a", {{"href", "/"}}, words("name"))) +
                  signed_in(visit)) +
      element("main", {{"id", "main"}, {"tabindex", "-1"}},
              error_summary(visit, content.errors) +
                  element("h1", text(content.heading.empty() ? content.title : content.heading)) +
                  content.main) +
      element("footer", language_links(visit));
  const Html whole =
      markup("<!DOCTYPE html>") +
      element("html", {{"lang", words.language()}}, head(visit, content) + element("body", body));
  return {content.status, "text/html; charset=utf-8", whole.str(), {}};
}

HttpResponse redirect(const std::string& path) {
  return {303, "", "", {{"Location", path}}};
}

HttpResponse file_response(std::string body, const char* type) {
  return {200, type, std::move(body), {{"Content-Disposition", "inline"}}};
}

std::string trimmed(const std::string& text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

int64_t number_in(const std::string& text, int64_t otherwise) {
  int64_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Html hidden_input(const std::string& name, const std::string& value) {
  return void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html tick_box(const std::string& id, const std::string& name, const std::string& value,
              const Html& label, bool is_on) {
  std::string box =
      void_element("input", {{"type", "checkbox"}, {"id", id}, {"name", name}, {"value", value}})
          .str();
  if (is_on) box.insert(box.size() - 1, " checked");
  return element("div", {{"class", "tick"}}, markup(box) + element("label", {{"for", id}}, label));
}

Html post_form(const Visit& visit, const std::string& action, const Html& inside) {
  return element("form", {{"method", "post"}, {"action", action}, {"accept-charset", "utf-8"}},
                 hidden_input("csrf", visit.csrf) + inside);
}

Html file_form(const Visit& visit, const std::string& action, const FileField& field,
               const Html& button_label) {
  const std::string hint_id = field.id + "-hint";
  return element("form",
                 {{"method", "post"}, {"action", action}, {"enctype", "multipart/form-data"}},
                 hidden_input("csrf", visit.csrf) +
                     element("div", {{"class", "field"}},
                             element("label", {{"for", field.id}}, field.label) +
                                 element("p", {{"class", "hint"}, {"id", hint_id}}, field.hint) +
                                 void_element("input", {{"type", "file"},
                                                        {"id", field.id},
                                                        {"name", field.id},
                                                        {"accept", field.accept},
                                                        {"aria-describedby", hint_id},
                                                        {"required", ""}})) +
                     button(button_label));
}

Html button(const Html& label, const char* look) {
  return *look == '\0' ? element("button", {{"type", "submit"}}, label)
                       : element("button", {{"type", "submit"}, {"class", look}}, label);
}

namespace {

struct Labelled {
  Html before;            // label, hint and what is wrong
  std::string described;  // ids of hint and error; empty: neither
  bool is_wrong = false;
};

Labelled label_of(const InputField& input, const std::vector<FormError>& errors) {
  const auto error = std::ranges::find(errors, input.id, &FormError::field);
  Labelled made;
  made.before = element("label", {{"for", input.id}}, text(input.label));
  if (!input.hint.empty()) {
    made.before += element("p", {{"class", "hint"}, {"id", input.id + "-hint"}}, text(input.hint));
    made.described = input.id + "-hint";
  }
  if (error == errors.end()) return made;
  made.is_wrong = true;
  made.before +=
      element("p", {{"class", "error"}, {"id", input.id + "-error"}}, text(error->message));
  made.described += (made.described.empty() ? "" : " ") + input.id + "-error";
  return made;
}

// Into the start tag, whose ">" is left out.
std::string with_state(std::string tag, const InputField& input, const Labelled& label) {
  if (input.is_required) tag += " required";
  if (!label.described.empty()) tag += " aria-describedby=\"" + label.described + "\"";
  if (label.is_wrong) tag += " aria-invalid=\"true\"";
  return tag + ">";
}

}  // namespace

Html labelled_input(const InputField& input, const std::vector<FormError>& errors) {
  const Labelled label = label_of(input, errors);
  std::string tag = void_element("input", {{"id", input.id},
                                           {"name", input.id},
                                           {"type", input.type},
                                           {"autocomplete", input.autocomplete},
                                           {"value", input.value}})
                        .str();
  tag.pop_back();
  return element("div", {{"class", "field"}},
                 label.before + markup(with_state(std::move(tag), input, label)));
}

Html labelled_text_area(const InputField& input, int rows, const std::vector<FormError>& errors) {
  const Labelled label = label_of(input, errors);
  std::string tag = void_element("textarea", {{"id", input.id},
                                              {"name", input.id},
                                              {"rows", std::to_string(rows)},
                                              {"spellcheck", "true"}})
                        .str();
  tag.pop_back();
  // A browser drops one line break right after the tag: this one, never the writer's own.
  return element("div", {{"class", "field"}},
                 label.before + markup(with_state(std::move(tag), input, label) + "\n") +
                     text(input.value) + markup("</textarea>"));
}

Html labelled_select(const std::string& id, const std::string& label,
                     const std::vector<Option>& options, const std::string& hint,
                     const std::string& selected) {
  Html list;
  for (const auto& option : options)
    list += option.value == selected && !selected.empty()
                ? element("option", {{"value", option.value}, {"selected", ""}}, text(option.label))
                : element("option", {{"value", option.value}}, text(option.label));
  Html parts = element("label", {{"for", id}}, text(label));
  if (!hint.empty()) parts += element("p", {{"class", "hint"}, {"id", id + "-hint"}}, text(hint));
  parts +=
      hint.empty()
          ? element("select", {{"id", id}, {"name", id}}, list)
          : element("select", {{"id", id}, {"name", id}, {"aria-describedby", id + "-hint"}}, list);
  return element("div", {{"class", "field"}}, parts);
}

Html card(const std::string& id, const Html& heading, const Html& content) {
  return element("section", {{"class", "card"}, {"aria-labelledby", id}},
                 element("h2", {{"id", id}}, heading) + content);
}

Html wide(const std::string& labelled_by, const Html& table) {
  return element(
      "div",
      {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-labelledby", labelled_by}},
      table);
}

Html picture(const std::string& id, int size_px) {
  const std::string size = std::to_string(size_px);
  return void_element("img", {{"src", "/pictures/" + id + ".png"},
                              {"alt", ""},
                              {"width", size},
                              {"height", size},
                              {"loading", "lazy"}});
}

Html paragraph(const Html& content, const char* look) {
  return *look == '\0' ? element("p", content) : element("p", {{"class", look}}, content);
}

Html share_bar(int part, int whole) {
  const int filled = whole > 0 ? bar_width * part / whole : 0;
  const std::string width = std::to_string(bar_width);
  Html inside =
      element("rect", {{"class", "track"}, {"width", width}, {"height", "12"}, {"rx", "6"}}, {});
  if (filled > 0)
    inside += element(
        "rect",
        {{"class", "fill"}, {"width", std::to_string(filled)}, {"height", "12"}, {"rx", "6"}}, {});
  return element("svg",
                 {{"class", "bar"}, {"viewBox", "0 0 " + width + " 12"}, {"aria-hidden", "true"}},
                 inside);
}

}  // namespace aktiv::casefile
