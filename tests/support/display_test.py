"""The display and its fingers by themselves: what is injected arrives as true touch, where it was meant."""
import json
import os
import select
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

from display import Display, DisplayFailed, Fingers, end_process

PROGRAMS = Path(sys.argv.pop())


class TouchArrives(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="aktiv-display-")
        self.addCleanup(self.folder.cleanup)

    def start_probe(self, display, events):
        probe = subprocess.Popen([PROGRAMS / "touch_probe", str(events)], env=display.environment(),
                                 stdout=subprocess.PIPE, text=True)
        self.addCleanup(probe.stdout.close)
        self.addCleanup(end_process, probe)
        for line in probe.stdout:
            if '"first_screen"' in line:
                return probe
        self.fail("the probe showed no screen")

    def events_of(self, probe):
        lines = [json.loads(line) for line in probe.communicate(timeout=15)[0].splitlines()]
        return [line for line in lines if line["event"].startswith("finger_")]

    def test_a_tap_lands_where_it_was_meant(self):
        with Display(self.folder.name) as display, Fingers(display, PROGRAMS) as fingers:
            probe = self.start_probe(display, 2)
            sent_us = fingers.tap(960, 270)
            down, up = self.events_of(probe)
            self.assertEqual([down["event"], up["event"]], ["finger_down", "finger_up"])
            self.assertAlmostEqual(down["x"] * 1920, 960, delta=1)
            self.assertAlmostEqual(down["y"] * 1080, 270, delta=1)
            self.assertEqual(down["finger"], up["finger"])
            self.assertGreater(up["at_us"], sent_us)

    def test_a_display_whose_maker_was_killed_ends(self):
        story = ("import sys; sys.path.insert(0, sys.argv[1])\n"
                 "from display import Display\n"
                 "with Display(sys.argv[2]) as display:\n"
                 "    print(display.server.pid, flush=True); sys.stdin.read()\n")
        words = [sys.executable, "-c", story, str(Path(__file__).parent), self.folder.name]
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as maker:
            server = os.pidfd_open(int(maker.stdout.readline()))
            self.addCleanup(os.close, server)
            maker.kill()
        ended, _, _ = select.select([server], [], [], 15)
        self.assertEqual(ended, [server])

    def test_two_fingers_are_two_fingers(self):
        with Display(self.folder.name, 1080, 1920) as display, Fingers(display, PROGRAMS) as fingers:
            probe = self.start_probe(display, 4)
            fingers.down(200, 300, finger=1)
            fingers.down(900, 1500, finger=2)
            fingers.up(200, 300, finger=1)
            fingers.up(900, 1500, finger=2)
            events = self.events_of(probe)
            self.assertEqual(len({event["finger"] for event in events}), 2)

    def test_what_is_shown_can_be_seen(self):
        picture = Path(self.folder.name) / "screen.png"
        with Display(self.folder.name, 1280, 800) as display:
            self.start_probe(display, 1)
            subprocess.run([PROGRAMS / "aktiv-grab", picture], env=display.environment(), check=True,
                           timeout=20)
        data = picture.read_bytes()
        self.assertEqual(struct.unpack(">II", data[16:24]), (1280, 800))
        self.assertGreater(len(set(pixels_of(data))), 2)

    def test_a_finger_outside_the_glass_is_refused(self):
        with Display(self.folder.name) as display, Fingers(display, PROGRAMS) as fingers:
            with self.assertRaisesRegex(DisplayFailed, "outside the glass"):
                fingers.down(5000, 10)

    def test_nothing_is_left_running(self):
        with Display(self.folder.name) as display:
            server = display.server
        self.assertIsNotNone(server.poll())


def pixels_of(png):
    """The bytes of the picture's rows."""
    rows, at = b"", 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        if kind == b"IDAT":
            rows += png[at + 8:at + 8 + size]
        at += size + 12
    return zlib.decompress(rows)


if __name__ == "__main__":
    unittest.main(verbosity=2)
