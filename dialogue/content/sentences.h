// How long a text is to somebody who hears it. Pure functions; any thread.
#pragma once

#include <string_view>

namespace aktiv {

int count_words(std::string_view text);

// Words of the longest sentence; . ? ! : and a line's end close a sentence, and so does
// {card.spoken}, which is filled with sentences of its own. Another placeholder counts as one word.
int longest_sentence_words(std::string_view text);

// Keys that only staff read: citizens' rules of length and sound do not hold for them.
bool is_for_staff(std::string_view key);

}  // namespace aktiv
