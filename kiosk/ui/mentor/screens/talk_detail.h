// What is told about one conversation: why it was refused, its flags, what might be seen or
// visited, who pressed. Thread: the loop's.
#pragma once

#include "kiosk/ui/mentor/work.h"

namespace aktiv::mentor {

double talk_detail_height(const Sheet& sheet, const Work& work, const SavedSubmission& saved,
                          double w);

enum class TalkWish { none, send_again, print_sheet };
// send_again: what the case file refused. print_sheet: where something was said back.
TalkWish show_talk_detail(Sheet& sheet, RectMm room, const Work& work,
                          const SavedSubmission& saved);

}  // namespace aktiv::mentor
