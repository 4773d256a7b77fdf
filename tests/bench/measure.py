"""The measuring itself: touches seen from outside, time to the first screen, what a process uses."""
import json
import os
import select
import statistics
import subprocess
import time
from pathlib import Path

CLOCK_TICKS = os.sysconf("SC_CLK_TCK")
PRESS_HELD_S = 0.25  # longer than any look takes to come, so that pressed and chosen are told apart


def monotonic_us():
    return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000


class Trace:
    """The JSON lines {"at_us", "event"} of a program, read as they come."""

    def __init__(self, path):
        self.path = Path(path)
        self.path.touch()
        self.file = open(self.path, encoding="utf-8")
        self.rest, self.lines = "", []

    def read(self):
        self.rest += self.file.read()
        *whole, self.rest = self.rest.split("\n")
        self.lines += [json.loads(line) for line in whole if line]
        return self.lines

    def first_after(self, event, since_us, within_s=3):
        until = time.monotonic() + within_s
        while time.monotonic() < until:
            for line in self.read():
                if line["event"] == event and line["at_us"] >= since_us:
                    return line["at_us"]
            time.sleep(0.005)
        return None

    def count(self, event, since_us, until_us):
        return sum(line["event"] == event and since_us <= line["at_us"] < until_us for line in self.read())

    def close(self):
        self.file.close()


class Eye:
    """Sees when a part of the screen changes, whatever draws it (pixel_watch)."""

    def __init__(self, display, programs):
        self.process = subprocess.Popen([Path(programs) / "pixel_watch"], env=display.environment(),
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def watch(self, rectangle):
        x, y, w, h = (int(part) for part in rectangle)
        self.process.stdin.write(f"watch {x} {y} {w} {h}\n")
        self.process.stdin.flush()
        self._line()

    def seen_us(self):
        word, *at = self._line().split()
        return int(at[0]) if word == "seen" else None

    def _line(self):
        ready, _, _ = select.select([self.process.stdout], [], [], 10)
        line = self.process.stdout.readline().strip() if ready else ""
        if not line:
            raise RuntimeError("the eye on the screen has closed")
        return line


def touch_and_see(fingers, eye, rectangle, point):
    """One tap: microseconds from finger down, and from finger up, to a change that can be seen."""
    eye.watch(rectangle)
    down_us = fingers.down(*point)
    pressed_us = eye.seen_us()
    time.sleep(PRESS_HELD_S)
    eye.watch(rectangle)
    up_us = fingers.up(*point)
    chosen_us = eye.seen_us()
    return {"down_us": down_us, "up_us": up_us,
            "pressed": pressed_us and pressed_us - down_us, "chosen": chosen_us and chosen_us - up_us}


def used_cpu_s(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


def memory_mib(pid):
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except PermissionError:
        raise RuntimeError(f"the memory of {pid} cannot be read: the kiosk hides what citizens said from every "
                           "other process; run the bench as root") from None
    for line in lines:
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"no memory figure for {pid}")


def median(values):
    """None where nothing was measured: a gap in the table, never a zero."""
    found = [value for value in values if value is not None]
    return statistics.median(found) if found else None
