"""What the machine itself can do, in the same run: the least that answers a finger, in X and in SDL2."""
import subprocess
import tempfile
from pathlib import Path

from display import Display, Fingers, end_process
from measure import Eye, Trace, median, memory_mib, monotonic_us, touch_and_see

CARD = (196, 200, 48, 600)  # the left edge: what changes with any look
POINT = (500, 500)
TAPS = 30
STARTS = 7


def floor_of(program, programs):
    """Medians for a bare program, in microseconds and MiB."""
    with tempfile.TemporaryDirectory(prefix="aktiv-bench-") as folder:
        with Display(folder) as display, Fingers(display, programs) as fingers, Eye(display, programs) as eye:
            starts = []
            for number in range(STARTS):
                start_us, trace, process = open_window(program, programs, display, folder, number)
                starts.append(trace.first_after("first_screen", start_us, 10) - start_us)
                if number == STARTS - 1:
                    touches = [touch_and_see(fingers, eye, CARD, POINT) for _ in range(TAPS)]
                    memory = memory_mib(process.pid)
                end_process(process)
                trace.close()
            return {"start": median(starts), "pressed": median(touch["pressed"] for touch in touches),
                    "chosen": median(touch["chosen"] for touch in touches), "memory": memory}


def open_window(program, programs, display, folder, number):
    trace = Trace(Path(folder) / f"{program}-{number}.jsonl")
    start_us = monotonic_us()
    with open(trace.path, "w", encoding="utf-8") as out:
        process = subprocess.Popen([Path(programs) / program], env=display.environment(), stdout=out)
    return start_us, trace, process
