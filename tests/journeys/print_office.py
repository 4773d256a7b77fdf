"""The printer of a day centre: CUPS' two commands, played by two small programs. It has no printer until one is set up."""
from pathlib import Path

LPSTAT = """#!/bin/sh
if [ -e {folder}/set_up ]; then echo "system default destination: Stuen"; else echo "no system default destination"; fi
"""
LP = """#!/bin/sh
cat > {folder}/paper.pdf
"""


class PrintOffice:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir()
        for name, program in (("lpstat", LPSTAT), ("lp", LP)):
            (self.folder / name).write_text(program.format(folder=self.folder))
            (self.folder / name).chmod(0o755)

    def set_up(self):
        (self.folder / "set_up").touch()

    def paper(self):
        """What lies in the tray, or None."""
        paper = self.folder / "paper.pdf"
        return paper.read_bytes() if paper.exists() else None
