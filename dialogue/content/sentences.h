// A text as somebody hears it: its sentences, and how long they are. Pure functions; any thread.
#pragma once

#include <string_view>
#include <vector>

namespace aktiv {

// "Det er din samtale. Du bestemmer." -> two; views into the text.
std::vector<std::string_view> sentences(std::string_view text);

// Whether a heard sentence can be read in a shown text: "Hvad skal vi gøre?" in "Hvad skal vi gøre
// med dine svar?".
bool can_be_read_in(std::string_view shown, std::string_view sentence);

int count_words(std::string_view text);

// Words of the longest sentence; . ? ! : and a line's end close a sentence, and so does
// {card.spoken}, which is filled with sentences of its own. Another placeholder counts as one word.
int longest_sentence_words(std::string_view text);

// LIX, the readability index (Björnsson 1968): words per sentence + 100 × the share of words of
// more than six letters. Under 25 reads like a children's book. . ? ! : and a line's end close a
// sentence; a placeholder counts as one short word. Labels of one or two words mean nothing by it.
// 0: no words.
double lix(std::string_view text);

// Keys that only staff read: citizens' rules of length and sound do not hold for them.
bool is_for_staff(std::string_view key);

}  // namespace aktiv
