"""The service units: nothing that a kiosk or a case file has no use for, and nothing that systemd would not read."""
import re
import shutil
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "kiosk/packaging").glob("*.service"))
MOST_EXPOSED = 2.5  # systemd-analyze security: 0 is shut, 10 is open


def settings(unit):
    """Each key's values, in order."""
    found = {}
    for line in unit.read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            key, value = line.split("=", 1)
            found.setdefault(key, []).append(value)
    return found


class Units(unittest.TestCase):
    def test_both_programs_have_one(self):
        self.assertEqual([unit.name for unit in UNITS], ["aktiv-casefile.service", "aktiv-kiosk.service"])

    def test_a_crash_leaves_nothing_and_gains_nothing(self):
        for unit in UNITS:
            with self.subTest(unit.name):
                has = settings(unit)
                self.assertEqual(has["LimitCORE"], ["0"])
                self.assertEqual(has["NoNewPrivileges"], ["yes"])
                self.assertEqual(has["ProtectSystem"], ["strict"])
                self.assertEqual(has["StateDirectoryMode"], ["0700"])
                self.assertNotIn("root", has["User"])

    def test_a_watchdog_is_set_only_where_it_is_fed(self):
        code = "".join(path.read_text(errors="replace") for path in (ROOT / "kiosk").rglob("*.cpp"))
        for unit in UNITS:
            with self.subTest(unit.name):
                self.assertTrue("WatchdogSec" not in settings(unit) or "WATCHDOG=1" in code)

    @unittest.skipIf(shutil.which("systemd-analyze") is None, "systemd is not here")
    def test_systemd_reads_them(self):
        for unit in UNITS:
            with self.subTest(unit.name):
                read = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True,
                                      text=True, timeout=60, check=False)
                faults = [line for line in read.stderr.splitlines()
                          if unit.name in line and "is not executable" not in line]
                self.assertEqual(faults, [])

    @unittest.skipIf(shutil.which("systemd-analyze") is None, "systemd is not here")
    def test_they_are_shut(self):
        for unit in UNITS:
            with self.subTest(unit.name):
                judged = subprocess.run(
                    ["systemd-analyze", "security", "--offline=true", "--no-pager", unit],
                    capture_output=True, text=True, timeout=60, check=False)
                level = re.search(r"exposure level for \S+: ([0-9.]+)", judged.stdout)
                self.assertIsNotNone(level, judged.stdout + judged.stderr)
                self.assertLessEqual(float(level[1]), MOST_EXPOSED)


if __name__ == "__main__":
    unittest.main(verbosity=2)
