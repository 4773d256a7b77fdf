"""Numbered pictures of what stood on the glass, one a screen."""
import time

SETTLES_S = 0.25          # a screen is drawn whole before its picture is taken


class Album:
    def __init__(self, window, programs, folder, names=()):
        self.window, self.programs, self.folder = window, programs, folder
        self.names = list(names)

    def take(self):
        time.sleep(SETTLES_S)
        self.names.append(self.window.look().id)
        name = f"{len(self.names):03d}-{self.names[-1].replace('/', '-')}.png"
        self.window.picture(self.programs, self.folder / name)
        return self.folder / name
