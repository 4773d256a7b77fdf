// What the citizen said, as cards on the page: pictures, names, how often chosen, certainty and
// flags in words. And words for what stands around an answer. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/pages/frame.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/casefile/wishes/wishes.h"

namespace aktiv::casefile {

Html wish_cards(const Words& words, const Person& person, const Wishes& wishes);
// "Foreløbig. Sagt tilbage. Borgeren trykkede. Kilde: To billeder, 22. nov. 2026", and its flags.
Html source_line(const Words& words, const std::string& address, const WishSource& source);
Html card_with_name(const Words& words, const CardRef& card, int size_px);
// "ul", or "ol" where their order says something.
Html card_list(const Words& words, const std::vector<CardRef>& cards, int size_px,
               const char* kind = "ul");
// "Bage, Servere og Have"
std::string card_names(const Words& words, const std::vector<CardRef>& cards);
std::string pressed_words(const Words& words, PressedBy pressed_by);
std::string present_words(const Words& words, const std::vector<Present>& present);
std::string readers_words(const Words& words, const std::vector<std::string>& readers);
Html flag_list(const Words& words, const std::vector<Flag>& flags);

}  // namespace aktiv::casefile
