"""The kiosk as an aid meets it: read and pressed through AT-SPI (pyatspi), never touched. Stands where a KioskWindow
stands, so that the same mentor and the same citizen use it."""
import time

import pyatspi
from gi.repository import GLib

from kiosk_window import JourneyFailed, KioskWindow, Shown

IS_THERE_WITHIN_S = 20
IS_LAID_WITHIN_S = 5
PROGRAM = "AKTIV-dialog"


class Unpressed(Exception):
    """The thing was not there any more, or could not be pressed."""


def attributes_of(thing):
    return dict(word.split(":", 1) for word in thing.getAttributes() if ":" in word)


class AidWindow(KioskWindow):
    """wait_for() and first() are the window's own; what is looked at and pressed comes over the bus."""

    def __enter__(self):
        self.changes, self.last, self.things, self.heard = 0, None, {}, []
        pyatspi.Registry.registerEventListener(self._hear, "object:property-change:accessible-name")
        super().__enter__()
        until = time.monotonic() + IS_THERE_WITHIN_S
        while self._program() is None:
            if time.monotonic() > until:
                raise JourneyFailed(f"{PROGRAM} is not on the accessibility bus\n{self.last_words()}")
            time.sleep(0.1)
        return self

    def __exit__(self, *rest):
        pyatspi.Registry.deregisterEventListener(self._hear, "object:property-change:accessible-name")
        super().__exit__(*rest)

    def look(self):
        while GLib.MainContext.default().iteration(False):
            pass
        super().look()  # what the kiosk itself describes, to hold beside it
        try:
            scene = self._read()
        except (GLib.Error, LookupError, AttributeError, NotImplementedError):  # it is being laid anew
            return self.last
        if scene is None:
            return self.last
        if self.last is None or scene != self.last.scene:
            self.changes += 1
        # A press that changes nothing is still drawn: what comes after it may be waited for.
        self.last = Shown({"scene": scene, "frame": self.changes + (self.now.frame if self.now else 0)})
        return self.last

    def tap(self, element, held_s=None):
        name = element["id"]
        if not self._press(name) and self.wait_for(lambda now: self._press(name), IS_LAID_WITHIN_S) is None:
            raise Unpressed(name)

    def _press(self, name):
        """False where it has been laid anew since it was read: who presses reads it once more, as an aid does."""
        try:
            action = self.things[name].queryAction()
            is_pressable = action.nActions == 1
        except (GLib.Error, NotImplementedError, KeyError):
            return False
        try:
            if not is_pressable or not action.doAction(0):
                raise Unpressed(name)
        except GLib.Error as fault:  # not once more: it may have been pressed
            raise Unpressed(name) from fault
        return True

    def _program(self):
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.name == PROGRAM:
                return program
        return None

    def _hear(self, event):
        try:
            if event.source is not None and attributes_of(event.source).get("live") == "assertive":
                self.heard.append(event.any_data)
        except GLib.Error:  # a thing of a screen that is gone
            pass

    def _read(self):
        program = self._program()
        if program is None or program.childCount != 1:
            return None
        program.clear_cache()
        frame = program[0]
        screen = frame.get_accessible_id()
        things, elements, announced = {}, [], ""
        for order, thing in enumerate(frame, start=1):
            name = thing.get_accessible_id()
            attributes, states = attributes_of(thing), thing.getState()
            if attributes.get("live"):
                announced = thing.name
                continue
            things[name] = thing
            box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            elements.append({"id": name, "role": attributes.get("class", ""), "label": thing.name, "order": order,
                             "spoken": thing.description or thing.name, "kind": thing.getRoleName(),
                             "rect_px": [box.x, box.y, box.width, box.height],
                             "enabled": states.contains(pyatspi.STATE_SENSITIVE),
                             "selected": states.contains(pyatspi.STATE_CHECKED)})
        self.things = things
        return {"id": attributes_of(frame)["class"], "screen": screen, "title": frame.name, "announced": announced,
                "elements": elements}

    def differences(self):
        """How what the aid is told differs from what the kiosk describes; empty while the two are of different
        moments."""
        told, shown = self.last, self.now
        if told is None or shown is None or told.scene["screen"] != shown.scene.get("screen"):
            return []
        labels = {element["id"]: element["label"] for element in told.elements}
        missing = [element["id"] for element in shown.elements
                   if element["rect_px"][2] > 0 and element["id"] not in labels]
        renamed = [element["id"] for element in shown.elements
                   if element.get("label") and labels.get(element["id"], element["label"]) != element["label"]]
        # In p8 a word is read alone: the pictures say nothing, to nobody.
        unnamed = [element["id"] for element in told.elements if told.id != "practice.p8"
                   and element["kind"] in ("push button", "toggle button") and not element["label"]]
        return ([f"{told.id}: {name} is not told" for name in missing] +
                [f"{told.id}: {name} has another name" for name in renamed] +
                [f"{told.id}: {name} has no name" for name in unnamed])
