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
Html card_with_name(const Words& words, const CardRef& card, int size_px);
std::string pressed_words(const Words& words, PressedBy pressed_by);
std::string present_words(const Words& words, const std::vector<Present>& present);
std::string readers_words(const Words& words, const std::vector<std::string>& readers);
Html flag_list(const Words& words, const std::vector<Flag>& flags);

}  // namespace aktiv::casefile
