// What every page has around its own content: language, title, skip link, landmarks, who is signed
// in; and the small parts that pages share. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/pages/html.h"
#include "kiosk/casefile/pages/visit.h"

namespace aktiv::casefile {

// Something to put right in a form: where, and in which words.
struct FormError {
  std::string field;  // the id of the input
  std::string message;
};

struct PageContent {
  std::string title;  // unique among the pages; never a person's name: titles end in histories
  Html main;
  std::vector<FormError> errors;
  int status = 200;
  std::string heading = {};  // where it says more than the title may; empty: the title
};

HttpResponse page(const Visit& visit, const PageContent& content);
HttpResponse redirect(const std::string& path);
// Shown where it is asked for, not kept as a download.
HttpResponse file_response(std::string body, const char* type);

// What was written in a field, without blanks around it.
std::string trimmed(const std::string& text);

// The same as a number; `otherwise` where it begins with none.
int64_t number_in(const std::string& text, int64_t otherwise = 0);

Html hidden_input(const std::string& name, const std::string& value);
// With its label behind it.
Html tick_box(const std::string& id, const std::string& name, const std::string& value,
              const Html& label, bool is_on);
// A POST form with its CSRF token; `inside` holds labels, inputs and the button.
Html post_form(const Visit& visit, const std::string& action, const Html& inside);
Html button(const Html& label, const char* look = "");
// A form with one file in it, which comes as the field of that name.
struct FileField {
  std::string id;
  std::string accept;  // ".csv,text/csv"
  Html label;
  Html hint;
};
Html file_form(const Visit& visit, const std::string& action, const FileField& field,
               const Html& button_label);
struct InputField {
  std::string id;
  std::string label;
  std::string type = "text";
  std::string autocomplete = "off";
  std::string value;
  std::string hint;
  bool is_required = true;
};
Html labelled_input(const InputField& input, const std::vector<FormError>& errors);
// A field for several lines.
Html labelled_text_area(const InputField& input, int rows, const std::vector<FormError>& errors);
struct Option {
  std::string value;
  std::string label;
};
Html labelled_select(const std::string& id, const std::string& label,
                     const std::vector<Option>& options, const std::string& hint = "",
                     const std::string& selected = "");
// A card of the paper look: a heading of level 2 and content.
Html card(const std::string& id, const Html& heading, const Html& content);
// A table that may be wider than the window: it scrolls by itself, by keyboard too.
Html wide(const std::string& labelled_by, const Html& table);
// The picture without words: its name stands beside it.
Html picture(const std::string& id, int size_px);
// So much of a whole. The words beside it say the same: the bar carries nothing of its own.
Html share_bar(int part, int whole);
Html paragraph(const Html& content, const char* look = "");

}  // namespace aktiv::casefile
