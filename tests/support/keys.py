"""Keys on the screen's own keyboard, as a switch box plays them: XTest, which every X server has."""
import ctypes
import os
import time

from display import DisplayFailed


class Keys:
    """For as long as the display stands."""

    def __init__(self, display):
        self.display = display
        self.server = None

    def __enter__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.xtest = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        where = self.display.environment()
        os.environ["XAUTHORITY"] = where["XAUTHORITY"]
        self.server = ctypes.c_void_p(self.x11.XOpenDisplay(where["DISPLAY"].encode()))
        if not self.server.value:
            raise DisplayFailed(f"no keys reach the display {where['DISPLAY']}")
        return self

    def __exit__(self, *_):
        self.x11.XCloseDisplay(self.server)

    def press(self, name, held_s=0.08):
        code = self.x11.XKeysymToKeycode(self.server, ctypes.c_ulong(self.x11.XStringToKeysym(name.encode())))
        self._send(code, True)
        time.sleep(held_s)
        self._send(code, False)

    def _send(self, code, is_down):
        self.xtest.XTestFakeKeyEvent(self.server, ctypes.c_uint(code), ctypes.c_int(is_down), ctypes.c_ulong(0))
        self.x11.XFlush(self.server)
