#!/usr/bin/env python3
"""The table of speed and size, measured on a real X server by true touches; floors are measured in the same run.

    bench.py --programs DIR [--json FILE]     ends with 1 when a figure is missing or beyond its reach
"""
import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support"), str(HERE.parent / "journeys")]

from citizen import Citizen  # noqa: E402
from display import Display, Fingers  # noqa: E402
from drive_speed import taps_per_second  # noqa: E402
from floors import floor_of  # noqa: E402
from kiosk_window import JourneyFailed, KioskWindow, answer, middle  # noqa: E402
from measure import Eye, Trace, median, memory_mib, monotonic_us, touch_and_see, used_cpu_s  # noqa: E402

STARTS = 7
IDLE_S = 30
QUIET_S = 0.9            # nothing drawn for so long: nothing is being said or moved
EDGE_PX = 48             # the card's edge shows every look
ANSWERS = ("t1_q", "t2_q")
CONVERSATION_LIMIT_S = 600
SYNC_MS = 500

MS, S, MIB = 1000, 1_000_000, 1

# What, reach, unit (microseconds in one of it) and decimals.
ROWS = {
    "start": ("start to the first meaningful screen, warm", 0.3, "s", S, 2),
    "pressed": ("finger down to the card's pressed look", 8, "ms", MS, 1),
    "chosen": ("finger lifted to its chosen look", 8, "ms", MS, 1),
    "sound": ("finger lifted to the first sound", 40, "ms", MS, 1),
    "idle_frames": ("frames drawn idle over 30 s", 0, "", 1, 0),
    "idle_cpu": ("share of a core idle over 30 s", 0.05, "%", 1, 2),
    "memory": ("memory (PSS) with all decks used", 60, "MiB", MIB, 1),
    "slow_disk": (f"latest frame, disk of {SYNC_MS} ms a sync", 33, "ms", MS, 1),
    "drive": ("drive, tool 1", 20000, "taps/s", 1, 0),
}
AT_LEAST = {"drive"}


class Kiosk:
    """One kiosk on one display, silent to a null sink, described and traced."""

    def __init__(self, folder, programs, display, fingers, environment=None):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.trace = Trace(self.folder / "trace.jsonl")
        words = ["env", "SDL_AUDIODRIVER=dummy", *(f"{k}={v}" for k, v in (environment or {}).items()),
                 str(Path(programs) / "aktiv-kiosk"), "run", "--demonstration", "--data",
                 str(self.folder / "data"), "--trace", str(self.trace.path)]
        self.window = KioskWindow(words, display, fingers, self.folder)

    def __enter__(self):
        self.started_us = monotonic_us()
        self.window.__enter__()
        return self

    def __exit__(self, *gone):
        self.window.__exit__(*gone)
        self.trace.close()

    def start_us(self):
        shown = self.trace.first_after("first_screen", self.started_us, 20)
        if shown is None:
            raise JourneyFailed(f"no first screen in the trace\n{self.window.last_words()}")
        return shown - self.started_us

    def await_quiet(self):
        """Until nothing has been drawn for a while: what is said has been said."""
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if monotonic_us() - self.last_frame_us() > QUIET_S * S:
                return
            time.sleep(0.05)
        raise JourneyFailed(f"the kiosk goes on drawing on {self.window.look().describe()}")

    def last_frame_us(self):
        shown = [line["at_us"] for line in self.trace.read() if line["event"] == "frame_shown"]
        return shown[-1] if shown else self.started_us


def idle(kiosk):
    """Frames and share of a core while nobody touches."""
    kiosk.await_quiet()
    before_s, since_us = used_cpu_s(kiosk.window.process.pid), monotonic_us()
    time.sleep(IDLE_S)
    used_s = used_cpu_s(kiosk.window.process.pid) - before_s
    return {"idle_frames": kiosk.trace.count("frame_shown", since_us, monotonic_us()),
            "idle_cpu": 100 * used_s / IDLE_S}


def edge(element):
    x, y, w, h = element["rect_px"]
    return max(0, x - 4), y, min(EDGE_PX, w), h


def measured_touch(kiosk, eye, fingers, element):
    """What the person sees and hears of one answer."""
    seen = touch_and_see(fingers, eye, edge(element), middle(element))
    sound_us = kiosk.trace.first_after("sound_first", seen["up_us"])
    seen["sound"] = sound_us and sound_us - seen["up_us"]
    for told, since in (("pressed_shown", "down_us"), ("chosen_shown", "up_us")):
        at_us = kiosk.trace.first_after(told, seen[since], 0.5)
        seen[told] = at_us and at_us - seen[since]
    return seen


def converse(kiosk, eye, fingers, on_screen=lambda _: None):
    """A whole conversation; every answer of the two tools is measured. Ends where it began."""
    citizen, touches, window = Citizen(), [], kiosk.window

    def tap(element):
        kiosk.await_quiet()
        if window.look().id in ANSWERS and element["role"] in ("choice", "place"):
            touches.append(measured_touch(kiosk, eye, fingers, element))
        else:
            window.tap(element)

    window.first()
    until = time.monotonic() + CONVERSATION_LIMIT_S
    while time.monotonic() < until:
        on_screen(window.look())
        answer(window, citizen, tap)
        if window.look().id == "welcome":
            return touches
    raise JourneyFailed(f"the conversation did not end; it stands at {window.look().describe()}")


def measure_starts(programs, display, fingers, folder):
    starts = []
    for number in range(STARTS):
        with Kiosk(Path(folder) / f"start-{number}", programs, display, fingers) as kiosk:
            starts.append(kiosk.start_us())
    return {"start": median(starts)}


def measure_conversation(programs, display, fingers, eye, folder):
    found, is_idle_known = {}, set()

    def rest(shown):
        if shown.id in ("welcome", "t1_q") and shown.id not in is_idle_known:
            is_idle_known.add(shown.id)
            for name, value in idle(kiosk).items():
                found[name] = max(value, found.get(name, 0))

    with Kiosk(Path(folder) / "conversation", programs, display, fingers) as kiosk:
        touches = converse(kiosk, eye, fingers, rest)
        found["memory"] = memory_mib(kiosk.window.process.pid)
    for name in ("pressed", "chosen", "sound", "pressed_shown", "chosen_shown"):
        found[name] = median(touch[name] for touch in touches)
    return found, len(touches)


def measure_slow_disk(programs, display, fingers, eye, folder):
    slow = {"LD_PRELOAD": str(Path(programs).resolve() / "slow_disk.so"), "AKTIV_SYNC_MS": str(SYNC_MS)}
    with Kiosk(Path(folder) / "slow", programs, display, fingers, slow) as kiosk:
        touches = converse(kiosk, eye, fingers)
    waits = [touch[name] for touch in touches for name in ("pressed", "chosen")]
    return {"slow_disk": max(waits) if waits and None not in waits else None}


def table(found, floors, answers):
    lines = ["| What | Measured | Reach | Bare X | Bare SDL2 | |", "|---|---|---|---|---|---|"]
    missed = 0
    for name, (what, reach, unit, scale, decimals) in ROWS.items():
        value = found.get(name)
        is_good = value is not None and (value / scale >= reach if name in AT_LEAST else value / scale <= reach)
        missed += not is_good
        cells = [written(at.get(name), scale, unit, decimals) for at in (found, *floors)]
        sign = "≥" if name in AT_LEAST else "≤"
        lines.append(f"| {what} | {cells[0]} | {sign} {reach} {unit} | {cells[1]} | {cells[2]} "
                     f"| {'' if is_good else 'beyond' if value is not None else 'not measured'} |")
    lines.append(f"\nMedians of {answers} answers, seen on the screen from outside; the kiosk's own trace says "
                 f"{written(found.get('pressed_shown'), MS, 'ms', 1)} pressed and "
                 f"{written(found.get('chosen_shown'), MS, 'ms', 1)} chosen.")
    return "\n".join(lines), missed


def written(value, scale, unit, decimals):
    return "–" if value is None else f"{value / scale:.{decimals}f} {unit}".strip()


def main():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    given.add_argument("--programs", required=True)
    given.add_argument("--json")
    words = given.parse_args()
    programs = Path(words.programs).resolve()
    floors = [floor_of(program, programs) for program in ("bare_x", "touch_probe")]
    with tempfile.TemporaryDirectory(prefix="aktiv-bench-") as folder, Display(folder) as display, \
            Fingers(display, programs) as fingers, Eye(display, programs) as eye:
        found = measure_starts(programs, display, fingers, folder)
        talk, answers = measure_conversation(programs, display, fingers, eye, folder)
        found |= talk | measure_slow_disk(programs, display, fingers, eye, folder)
    found["drive"] = taps_per_second(programs)
    text, missed = table(found, floors, answers)
    print(text)
    if words.json:
        Path(words.json).write_text(json.dumps({"kiosk": found, "bare_x": floors[0], "bare_sdl2": floors[1]},
                                               indent=2) + "\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
