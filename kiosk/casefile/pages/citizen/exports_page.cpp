// What can be handed on about a citizen, and what was: to whom, when, and how they said yes.
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/record_list.h"

namespace aktiv::casefile {

PageContent exports_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  Html list;
  for (const ExportPlan& plan : view.exports->all())
    list +=
        element("li", element("h3", element("a", {{"href", view.address("/exports/" + plan.id)}},
                                            words("export." + plan.id + ".title"))) +
                          paragraph(words("export." + plan.id + ".about")));
  return citizen_frame(
      visit, view, Tab::exports,
      card("exports", words("export.title"),
           paragraph(words("export.rule")) + element("ul", {{"class", "plain"}}, list)) +
          record_card(words, view, "export", ""));
}

}  // namespace aktiv::casefile
