#!/usr/bin/env python3
"""A municipality's case file under load: made-up citizens with ten years of three talks a week each, of two sizes that
show how it grows, or of a whole municipality.

    casefile_bench.py --programs DIR [--full]     ends with 1 when a figure is beyond its reach

Each size is measured twice: one mentor alone, who reads without pause, and fifty mentors beside kiosks that hand in 200
talks a second. The one who asks runs on the same cores.
"""
import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

YEARS, TALKS_A_YEAR, NEWCOMERS = 10, 156, 200
SIZES, FULL = (4, 16), 1000
ALONE = ("--mentors", "1", "--rate", "0", "--think-s", "0.05", "--seconds", "25")
BUSY = ("--mentors", "50", "--rate", "200", "--seconds", "60")
PAGES = ("list", "overview", "goals", "development", "search")
PAGE_MS, RATE, MEMORY_MIB, GROWTH = 50, 199, 500, 1.3


class CaseFile:
    """One that is full, served on a port of its own."""

    def __init__(self, programs, folder, citizens):
        self.programs, self.folder = programs, Path(folder)
        subprocess.run([programs / "aktiv-sample-folder", folder, str(citizens), str(YEARS), str(TALKS_A_YEAR),
                        str(NEWCOMERS)], check=True, stdout=subprocess.DEVNULL)

    def __enter__(self):
        self.server = subprocess.Popen(
            [self.programs / "aktiv-casefile", "serve", "--data", self.folder, "--listen", "127.0.0.1:0",
             "--second-step", "offered"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.server.stdout:
            found = re.match(r"case file https://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = found[1]
                return self
        raise RuntimeError("the case file did not start")

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def load(self, how):
        done = subprocess.run([self.programs / "casefile_load", "--load", self.folder / "load.json", "--port",
                               self.port, *how], check=True, capture_output=True, text=True)
        return json.loads(done.stdout)

    def memory_mib(self):
        status = Path(f"/proc/{self.server.pid}/status").read_text(encoding="utf-8")
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def disk_mib(self):
        return sum(file.stat().st_size for file in self.folder.glob("case-file.db*")) / 2**20


def measure(programs, citizens):
    folder = tempfile.mkdtemp(prefix="aktiv-municipality-")
    try:
        with CaseFile(programs, folder, citizens) as file:
            return {"citizens": citizens, "disk": file.disk_mib(), "alone": file.load(ALONE),
                    "busy": file.load(BUSY), "memory": file.memory_mib()}
    finally:
        shutil.rmtree(folder)


def table(sizes):
    head = "".join(f" {size['citizens']} citizens, {size['citizens'] * YEARS * TALKS_A_YEAR:,} talks |" for size in sizes)
    lines = [f"| What |{head} Reach |", "|---|" + "---|" * (len(sizes) + 1)]

    def row(what, values, reach):
        lines.append(f"| {what} | " + " | ".join(values) + f" | {reach} |")

    def times(found, page):
        return f"{found[page]['p50_ms']:.0f} / {found[page]['p95_ms']:.0f}" if page in found else "–"
    for page in PAGES:
        row(f"{page}, p50 / p95, ms", [times(size["alone"], page) for size in sizes], f"≤ {PAGE_MS} (p95)")
    for page in PAGES:
        row(f"{page} beside the load, p50 / p95, ms", [times(size["busy"], page) for size in sizes], "–")
    row("talks handed in a second", [f"{size['busy']['transactions_a_second']:.1f}" for size in sizes], f"≥ {RATE}")
    row("from due to kept, p50 / p95, ms", [times(size["busy"], "transaction") for size in sizes], "–")
    row("requests without an answer", [str(sum(size["busy"]["faults"].values())) for size in sizes], "0")
    row("memory at most, MiB", [f"{size['memory']:.0f}" for size in sizes], f"≤ {MEMORY_MIB}")
    row("disk, MiB", [f"{size['disk']:.0f}" for size in sizes], "–")
    return "\n".join(lines)


def missed(sizes):
    """What is beyond its reach, in words."""
    found = []
    for size in sizes:
        of = f"with {size['citizens']} citizens"
        found += [f"{page} {of}: p95 {size['alone'][page]['p95_ms']:.0f} ms" for page in PAGES
                  if size["alone"][page]["p95_ms"] > PAGE_MS]
        if size["busy"]["transactions_a_second"] < RATE:
            found.append(f"{size['busy']['transactions_a_second']:.1f} talks a second {of}")
        if size["memory"] > MEMORY_MIB:
            found.append(f"{size['memory']:.0f} MiB {of}")
        found += [f"{count} times {what} {of}" for kind in ("alone", "busy") for what, count in
                  (size[kind]["faults"] or {}).items()]
    growth = sizes[-1]["alone"]["overview"]["p50_ms"] / sizes[0]["alone"]["overview"]["p50_ms"]
    if growth > GROWTH:
        found.append(f"a page takes {growth:.2f} times as long beside more citizens")
    return found


def main():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    given.add_argument("--programs", required=True)
    given.add_argument("--full", action="store_true", help=f"{FULL} citizens instead: some three hours and 20 GB")
    words = given.parse_args()
    programs = Path(words.programs).resolve()
    sizes = [measure(programs, citizens) for citizens in ((FULL,) if words.full else SIZES)]
    print(table(sizes))
    beyond = missed(sizes)
    for what in beyond:
        print("beyond:", what)
    return 1 if beyond else 0


if __name__ == "__main__":
    sys.exit(main())
