// The two short sounds, made from their parameters when the kiosk starts. Pure; any thread.
#pragma once

#include "kiosk/speech/pcm.h"
#include "kiosk/speech/settings.h"

namespace aktiv::speech {

Pcm make_tone(const Tone& tone);

}  // namespace aktiv::speech
