"""The real kiosk on a real display: its window is touched by true fingers, and what it shows is read from the
scenes that it describes (aktiv-kiosk run --describe FILE: one JSON line after each shown frame)."""
import json
import re
import subprocess
import time
from pathlib import Path

from display import end_process

SHOWS_WITHIN_S = 20
ANSWERED_WITHIN_S = 2
GOES_ON_WITHIN_S = 2.5
TOUCHES = 6               # a choice, Næste, and what the same-touch guard left out


class JourneyFailed(Exception):
    """The journey could not go on; the text says on which screen and what was there."""


class Shown:
    """A scene as it stood on the glass."""

    def __init__(self, line):
        self.scene = line["scene"]
        self.frame = line.get("frame", self.scene.get("frame", 0))
        self.id = self.scene["id"]
        self.elements = self.scene["elements"]

    def key(self):
        """What makes it another screen: not what is chosen on it, but what is asked and what can be chosen."""
        return (self.scene.get("screen"), self.id, self.scene.get("title"), self.scene.get("spoken"),
                tuple(element["id"] for element in self.elements))

    def is_about_cards(self):
        """A question of a tool: its answers are what the citizen keeps."""
        return re.match(r"t\d+_", self.id) is not None or self.id == "f4_again"

    def find(self, wanted):
        return next((element for element in self.elements if element["id"] == wanted), None)

    def of_role(self, *roles):
        found = [element for element in self.elements
                 if element["role"] in roles and element.get("enabled", True)]
        return sorted(found, key=lambda element: element.get("order") or 999)

    def selected(self):
        return [element["id"] for element in self.elements if element.get("selected")]

    def describe(self):
        words = ", ".join(f"{e['id']}({e['role']}{'' if e.get('enabled', True) else ', off'})"
                          for e in self.elements)
        return f"screen {self.id} “{self.scene.get('title', '')}”: {words}"


class KioskWindow:
    def __init__(self, words, display, fingers, folder):
        self.words, self.display, self.fingers = words, display, fingers
        self.description = Path(folder) / "scenes.jsonl"
        self.log = Path(folder) / "kiosk.log"
        self.process = None
        self.lines = None
        self.held_s = 0.08  # as long as a finger stays

    def __enter__(self):
        self.description.write_text("", encoding="utf-8")  # what an earlier run was shown is not on this glass
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([*self.words, "--describe", self.description],
                                            env=self.display.environment(), stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=subprocess.STDOUT)
        self.lines = open(self.description, encoding="utf-8")
        self.rest, self.now, self.ring = "", None, []
        return self

    def __exit__(self, *_):
        end_process(self.process)
        self.lines.close()

    def look(self):
        """What stands on the glass now: the last scene that was described, or None before the first."""
        self.rest += self.lines.read()
        *whole, self.rest = self.rest.split("\n")
        for line in map(json.loads, whole):
            if "ring" in line:
                self.ring = line["ring"]  # where the scan stands
            else:
                self.now = Shown(line)
        return self.now

    def wait_for(self, is_it, within_s=SHOWS_WITHIN_S):
        """The first scene that fits, or None when none did in time."""
        until = time.monotonic() + within_s
        while True:
            shown = self.look()
            if shown and is_it(shown):
                return shown
            if self.process.poll() is not None:
                raise JourneyFailed(f"the kiosk ended with {self.process.returncode}:\n{self.last_words()}")
            if time.monotonic() > until:
                return None
            time.sleep(0.01)

    def first(self):
        shown = self.wait_for(lambda _: True)
        if shown is None:
            raise JourneyFailed(f"no screen was shown within {SHOWS_WITHIN_S} s\n{self.last_words()}")
        return shown

    def tap(self, element, held_s=None):
        return self.fingers.tap(*middle(element), held_s=held_s or self.held_s)

    def drag(self, element, onto):
        return self.fingers.drag(middle(element), middle(onto))

    def draw(self, pad):
        """A line across the sheet, and one down it."""
        x, y, w, h = pad["rect_px"]
        for begin, end in (((0.2, 0.3), (0.8, 0.4)), ((0.5, 0.2), (0.4, 0.8))):
            self.fingers.drag((x + begin[0] * w, y + begin[1] * h), (x + end[0] * w, y + end[1] * h))

    def picture(self, programs, file):
        """What is on the screen, as a PNG."""
        grabbed = subprocess.run([Path(programs) / "aktiv-grab", file], env=self.display.environment(),
                                 capture_output=True, text=True, timeout=30, check=False)
        if grabbed.returncode != 0:
            raise JourneyFailed(f"no picture of the screen: {grabbed.stderr.strip()}")

    def last_words(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])


def by_switch(window, press, element, within_s):
    """Chooses an element with a switch: waits for the ring, presses, and where a line opened, once more."""
    def stands_on(only):
        return element["id"] in window.ring and (not only or len(window.ring) == 1)

    for only in (False, True):
        if window.wait_for(lambda _, only=only: stands_on(only), within_s) is None:
            raise JourneyFailed(f"the ring does not come to {element['id']}; it stands at {window.ring} on "
                                f"{window.look().describe()}")
        had = len(window.ring)
        press()
        if had == 1:
            return


def answer(window, citizen, tap=None):
    """Touches what the citizen touches until another screen stands there; returns the screen that was answered."""
    asked = shown = window.look()
    touched = None
    for pad in shown.of_role("pad"):
        window.draw(pad)
    for _ in range(TOUCHES):
        element = citizen.touch(shown)
        before = shown.key(), shown.selected()
        (tap or window.tap)(element)
        if element["role"] != "next":
            touched = element
        # The look of what was chosen comes at once; going on by itself takes about 1.5 s.
        window.wait_for(lambda now: (now.key(), now.selected()) != before, ANSWERED_WITHIN_S)
        gone_on = window.wait_for(lambda now: now.key() != asked.key(), GOES_ON_WITHIN_S)
        if gone_on:
            citizen.remember(asked, touched or element, element)
            return asked
        shown = window.look()
    raise JourneyFailed(f"touching changed nothing on {shown.describe()}")


def middle(element):
    x, y, w, h = element["rect_px"]
    return x + w / 2, y + h / 2
