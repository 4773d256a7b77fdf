"""A mentor at the real window: presses what stands there by its name, writes on the keys of the glass, reads the words."""
import time

from kiosk_window import JourneyFailed

SHOWS_WITHIN_S = 20
STANDS_WITHIN_S = 3       # then it is looked for elsewhere on the paper
MOST_PAGES = 8            # of the keys
SIGNS = set(":;/\\@_+=%&#()[]\"'")
NAMES = {" ": "space"}


class Mentor:
    def __init__(self, window, album):
        self.window, self.album = window, album

    def at(self, screen):
        """Waits for a screen of the mentor's area and takes its picture."""
        shown = self.window.wait_for(lambda now: now.id == f"mentor.{screen}", SHOWS_WITHIN_S)
        if shown is None:
            raise JourneyFailed(f"mentor.{screen} did not come; there stands {self.window.look().describe()}")
        self.album.take()
        return shown

    def press(self, *names):
        for name in names:
            element = self.able(name)
            before = self.window.look().frame
            self.window.tap(element)
            self.window.wait_for(lambda now, frame=before: now.frame > frame, SHOWS_WITHIN_S)
            time.sleep(0.05)  # a press is two frames: what it does, and what stands there then
        return self

    def press_what_says(self, label):
        """By what stands on it, where its name is only its number in a list."""
        shown = self.window.wait_for(lambda now: label in [e.get("label") for e in now.elements], SHOWS_WITHIN_S)
        if shown is None:
            raise JourneyFailed(f"nothing here says “{label}”: {told(self.window.look())}")
        return self.press(next(e["id"] for e in shown.elements if e.get("label") == label))

    def able(self, name):
        """What is pressed; waits until it may be pressed. On a small glass it is looked for further down, then
        behind "more"."""
        def find(shown):
            found = next((e for e in shown.elements if fits(e["id"], name)), None)
            return found if found and found["enabled"] else None

        shown = self.window.wait_for(find, STANDS_WITHIN_S)
        if shown is None:
            self.look_through(lambda now: any(fits(e["id"], name) for e in now.elements))
            shown = self.window.wait_for(find, SHOWS_WITHIN_S)
        if shown is None:
            raise JourneyFailed(f"{name} cannot be pressed on {self.window.look().describe()}")
        return find(shown)

    def look_through(self, is_it):
        """Turns the paper to its end, to its top again, and opens the menu, until it is there."""
        def may_press(name):
            return (self.window.look().find(name) or {}).get("enabled", False)

        for key in ("scroll:down", "scroll:up"):
            while not is_it(self.window.look()) and may_press(key):
                self.press(key)
        if not is_it(self.window.look()) and may_press("more"):
            self.press("more")

    def digits(self, digits):
        return self.press(*(f"digit:{digit}" for digit in digits))

    def write(self, words):
        """On the keys of the glass: another board for signs, a shift before each capital."""
        for letter in words:
            self.show_board(letter in SIGNS)
            if letter.isupper():
                self.press("key:shift")
            self.show_key("key:" + NAMES.get(letter, letter.lower()))
            self.press("key:" + NAMES.get(letter, letter.lower()))
        self.show_board(False)
        return self

    def show_key(self, key):
        """Where not all keys find room they come in pages, and the digits stand among the signs."""
        if self.turn_to(key) or self.window.look().find("key:page") is None:
            return
        self.press("key:signs")
        self.turn_to(key)

    def turn_to(self, key):
        for _ in range(MOST_PAGES):
            shown = self.window.look()
            if shown.find(key) is not None or shown.find("key:page") is None:
                break
            self.press("key:page")
        return self.window.look().find(key) is not None

    def show_board(self, has_signs):
        shows_signs = self.window.look().find("key:signs")["label"] == "abc"
        if shows_signs != has_signs:
            self.press("key:signs")

    def reads(self, words, within_s=SHOWS_WITHIN_S):
        """The words stand somewhere on the glass."""
        shown = self.window.wait_for(lambda now: words in told(now), min(within_s, STANDS_WITHIN_S))
        if shown is None:
            self.look_through(lambda now: words in told(now))
            shown = self.window.wait_for(lambda now: words in told(now), within_s)
        if shown is None:
            raise JourneyFailed(f"“{words}” is not to be read; there stands: {told(self.window.look())}")
        return self

    def reads_not(self, words):
        if words in told(self.window.look()):
            raise JourneyFailed(f"“{words}” is to be read, and should not be")
        return self


def fits(element, name):
    """A name that ends in * stands for the first that begins so."""
    return element.startswith(name[:-1]) if name.endswith("*") else element == name


def told(shown):
    return " | ".join(element.get("label", "") for element in shown.elements)
