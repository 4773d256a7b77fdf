"""Taps a second through `aktiv-kiosk drive`, tool 1: a first pass finds out what to tap, a second pass sends the same
lines at once and is timed, so that the engine is measured and not the asking."""
import json
import subprocess
import time
from pathlib import Path

CONVERSATIONS = 400
SEEDS = 8
TAPS_LIMIT = 200


def taps_per_second(programs):
    words = [str(Path(programs) / "aktiv-kiosk"), "drive"]
    scripts = [one_conversation(words, seed) for seed in range(1, SEEDS + 1)]
    lines = [line for number in range(CONVERSATIONS) for line in scripts[number % SEEDS]]
    taps = sum('"tap"' in line for line in lines)
    began = time.monotonic()
    done = subprocess.run(words, input="\n".join(lines) + "\n", capture_output=True, text=True, timeout=300,
                          check=True)
    took_s = time.monotonic() - began
    answers = done.stdout.splitlines()
    if len(answers) != len(lines) or any(answer.startswith('{"error"') for answer in answers):
        raise RuntimeError(f"drive answered {len(answers)} of {len(lines)} lines, or an error")
    return taps / took_s


def one_conversation(words, seed):
    """The lines of one whole use of tool 1, found by answering what is shown."""
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as drive:
        lines = []

        def say(request):
            lines.append(json.dumps(request))
            drive.stdin.write(lines[-1] + "\n")
            drive.stdin.flush()
            return json.loads(drive.stdout.readline())

        answer = say({"open": {"citizen": None, "tool": "to_billeder", "way": 1, "seed": seed, "lang": "da"}})
        for _ in range(TAPS_LIMIT):
            target = what_to_tap(answer)
            if target is None:
                break
            answer = say({"tap": target})
        say({"close": True})
        drive.stdin.close()
    return lines


def what_to_tap(answer):
    """The next tap within the tool, or None when it has been left."""
    if "scene" not in answer:
        raise RuntimeError(f"drive said {answer}")
    scene = answer["scene"]
    able = [element for element in scene["elements"] if element["enabled"]]
    following = [element["id"] for element in able if element["role"] == "next"]
    choices = sorted(element["id"] for element in able if element["role"] == "choice")
    is_chosen = any(element["selected"] for element in able)
    if not scene["id"].startswith("t1_"):
        return None
    return next(iter(following if is_chosen or not choices else choices), None)
