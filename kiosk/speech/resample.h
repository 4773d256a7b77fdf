// Any sound to the room's one channel and rate. Pure; any thread.
#pragma once

#include "kiosk/speech/pcm.h"
#include "kiosk/speech/wav.h"

namespace aktiv::speech {

Pcm to_mono(const RawSound& sound);

}  // namespace aktiv::speech
