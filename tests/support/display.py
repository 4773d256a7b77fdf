"""A display of its own with a true touch screen: Xorg with the dummy and inputtest drivers.

    with Display(folder, width_px, height_px) as display:
        subprocess.Popen([...], env=display.environment())
        with Fingers(display, programs) as fingers: fingers.tap(x, y)

Nothing of it outlives the with block: server and injector end with it, whatever happened, and with the
process that made them, however it ended: a server that is left alone takes a whole core for ever.
"""
import ctypes
import os
import secrets
import select
import signal
import struct
import subprocess
import time
from pathlib import Path

XORG = Path("/usr/lib/xorg/Xorg")  # the server itself: Debian's wrapper refuses a dummy for others than root
STARTS_WITHIN_S = 20
ANSWERS_WITHIN_S = 10
PR_SET_PDEATHSIG = 1  # linux/prctl.h
LIBC = ctypes.CDLL(None, use_errno=True)


def end_with_maker():
    """For Popen's preexec_fn: the kernel ends this process when the one that made it is gone."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


CONFIG = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
  Option "BlankTime" "0"
  Option "DPMS" "false"
EndSection
Section "Device"
  Identifier "memory"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "glass"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "{w}x{h}" {clock:.2f} {w} {w1} {w2} {w3} {h} {h1} {h2} {h3} +HSync +VSync
EndSection
Section "Screen"
  Identifier "screen"
  Device "memory"
  Monitor "glass"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "{w}x{h}"
    Virtual {w} {h}
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "touch"
  Driver "inputtest"
  Option "SocketPath" "{socket}"
  Option "DeviceType" "Touch"
  Option "TouchCount" "10"
EndSection
Section "ServerLayout"
  Identifier "kiosk"
  Screen "screen"
  InputDevice "touch"
EndSection
"""


class DisplayFailed(Exception):
    """The display or its touch screen did not come, or went away; the text says where to look."""


def end_process(process, within_s=5):
    """Asks a process to end, then makes it; returns its exit code."""
    if process is None:
        return None
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(within_s)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait()


def _config(width, height, socket):
    w1, w2, w3 = width + 88, width + 132, width + 280
    h1, h2, h3 = height + 4, height + 9, height + 45
    return CONFIG.format(w=width, w1=w1, w2=w2, w3=w3, h=height, h1=h1, h2=h2, h3=h3,
                         clock=w3 * h3 * 60 / 1e6, socket=socket)


def _write_cookie(path):
    """An Xauthority file with one entry that fits every address: only who holds it sees the screen."""
    name, cookie = b"MIT-MAGIC-COOKIE-1", secrets.token_bytes(16)
    entry = struct.pack(">H", 0xFFFF)
    for part in (b"", b"", name, cookie):
        entry += struct.pack(">H", len(part)) + part
    path.touch(mode=0o600)
    path.write_bytes(entry)


class Display:
    def __init__(self, folder, width_px=1920, height_px=1080):
        self.folder = Path(folder)
        self.width_px, self.height_px = width_px, height_px
        self.socket = self.folder / "touch.sock"
        self.cookie = self.folder / "xauthority"
        self.log = self.folder / "xorg.log"
        self.name = None
        self.server = None

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            end_process(self.server)
            raise
        return self

    def __exit__(self, *_):
        end_process(self.server)

    def environment(self):
        return {**os.environ, "DISPLAY": self.name, "XAUTHORITY": str(self.cookie)}

    def _start(self):
        if not XORG.exists():
            raise DisplayFailed(f"{XORG} is missing; kiosk/setup.sh --demo installs it")
        config = self.folder / "xorg.conf"
        config.write_text(_config(self.width_px, self.height_px, self.socket))
        _write_cookie(self.cookie)
        number, told = os.pipe()
        # -displayfd: the server itself takes a free number and tells it when it is ready.
        self.server = subprocess.Popen(
            [XORG, "-displayfd", str(told), "-config", config, "-logfile", self.log, "-auth", self.cookie,
             "-nolisten", "tcp", "-noreset", "-novtswitch", "-s", "0", "-dpms"],
            pass_fds=[told], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True, preexec_fn=end_with_maker)
        os.close(told)
        try:
            self.name = ":" + self._told_number(number)
        finally:
            os.close(number)
        self._await_socket()

    def _told_number(self, pipe):
        text, until = b"", time.monotonic() + STARTS_WITHIN_S
        while not text.endswith(b"\n"):
            ready, _, _ = select.select([pipe], [], [], max(0, until - time.monotonic()))
            part = os.read(pipe, 16) if ready else b""
            if not part:
                raise DisplayFailed(f"Xorg did not start.\n{self._last_words()}")
            text += part
        return text.decode().strip()

    def _await_socket(self):
        until = time.monotonic() + STARTS_WITHIN_S
        while not self.socket.exists():
            if time.monotonic() > until or self.server.poll() is not None:
                raise DisplayFailed(f"Xorg's touch device did not come.\n{self._last_words()}")
            time.sleep(0.02)

    def _last_words(self):
        if not self.log.exists():
            return f"It left no log at {self.log}."
        faults = [line for line in self.log.read_text(errors="replace").splitlines()
                  if "(EE)" in line]
        return "\n".join(faults[-8:]) or f"Its log is {self.log}."


class Fingers:
    """Fingers on the glass, in pixels. Each call returns the monotonic microseconds of the event."""

    def __init__(self, display, programs):
        self.display, self.programs = display, Path(programs)
        self.injector = None

    def __enter__(self):
        size = f"{self.display.width_px}x{self.display.height_px}"
        self.injector = subprocess.Popen(
            [self.programs / "aktiv-touch", self.display.socket, "--size", size],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
            preexec_fn=end_with_maker)
        try:
            self._answer("ready")
        except BaseException:
            end_process(self.injector)
            raise
        return self

    def __exit__(self, *_):
        self.injector.stdin.close()
        end_process(self.injector)
        self.injector.stdout.close()

    def down(self, x, y, finger=1):
        return self._tell("down", finger, x, y)

    def move(self, x, y, finger=1):
        return self._tell("move", finger, x, y)

    def up(self, x, y, finger=1):
        return self._tell("up", finger, x, y)

    def tap(self, x, y, held_s=0.08):
        self.down(x, y)
        time.sleep(held_s)
        return self.up(x, y)

    def drag(self, start, end, held_s=0.5, steps=12):
        self.down(*start)
        for step in range(1, steps + 1):
            time.sleep(held_s / steps)
            part = step / steps
            self.move(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
        return self.up(*end)

    def _tell(self, word, finger, x, y):
        try:
            self.injector.stdin.write(f"{word} {finger} {x:.2f} {y:.2f}\n")
            self.injector.stdin.flush()
        except BrokenPipeError:
            raise DisplayFailed("the touch injector has ended") from None
        return int(self._answer("ok").split()[1])

    def _answer(self, wanted):
        ready, _, _ = select.select([self.injector.stdout], [], [], ANSWERS_WITHIN_S)
        line = self.injector.stdout.readline().strip() if ready else ""
        if not line.startswith(wanted):
            raise DisplayFailed(f"the touch injector said: {line or 'nothing'}")
        return line
