// What was answered, in staff's words: results, flags, where it is, when. Pure but for the time
// zone.
#pragma once

#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "kiosk/ui/mentor/desk.h"

namespace aktiv::mentor {

std::string card_words(const Texts& texts, const std::string& language, const CardRef& card);
// "Bage, Passe dyr · foreløbig"; "7 kan lide · 3 midt imellem · usikker"
std::string result_words(const Content& content, const std::string& language,
                         const Submission& submission);
std::vector<std::string> flag_words(const Texts& texts, const std::string& language,
                                    const Submission& submission);
std::string whereabouts_words(const Texts& texts, const std::string& language, Whereabouts where);
std::string pressed_by_key(PressedBy pressed_by);  // "staff.pressed.citizen"
std::string present_key(Present present);
std::string tool_name(const Texts& texts, const std::string& language, const ToolId& tool);
// "22. nov." in the kiosk's own time zone.
std::string day_words(const Texts& texts, const std::string& language, int64_t utc_ms);
// "2026-12-03" -> "3. dec."; as it stands where it is no day.
std::string date_words(const Texts& texts, const std::string& language, const std::string& iso);
// "45 sekunder", "4 min. 5 sek."
// "12 minutter", "3 timer", "400 døgn": what is two minutes or more, in the unit that has two.
std::string span_words(const Texts& texts, const std::string& language, int64_t ms);
std::string wait_words(const Texts& texts, const std::string& language, int64_t ms);

}  // namespace aktiv::mentor
