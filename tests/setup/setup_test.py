"""kiosk/setup.sh against a machine that is played: its dpkg, apt, npm and id are little scripts that keep
a diary, so that every way a fresh machine can be is met without touching this one."""
import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

SOURCE = Path(__file__).parents[2]
DIARY = 'echo "{name} $*" >>"$DIARY"\n'


class PlayedMachine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="aktiv-setup-")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.home, self.bin = self.root / "home", self.root / "bin"
        self.diary = self.root / "diary"
        self.diary.touch()
        for name in ("kiosk/setup.sh", "kiosk/packages.txt", "kiosk/packages_demo.txt", "tests/packages.txt"):
            (self.home / name).parent.mkdir(parents=True, exist_ok=True)
            (self.home / name).write_bytes((SOURCE / name).read_bytes())
        (self.home / "kiosk/packages.txt").write_text("libone-dev\n# a remark\nlibtwo-dev\n\nnpm\n")
        (self.home / "tests/packages.txt").write_text("libthree-dev\n")
        (self.home / "kiosk/packages_demo.txt").write_text("")
        self.bin.mkdir()
        self.installed("libone-dev", "libtwo-dev", "libthree-dev")
        self.play("apt-get")
        self.play("npm", 'mkdir -p node_modules\n')
        self.play("node")
        self.play("id", "echo 0\n")
        self.play("df", 'echo "Filesystem 1M-blocks Used Available"\necho "/dev/x 9 9 90000 1% /"\n')

    def play(self, name, does=""):
        script = self.bin / name
        script.write_text("#!/bin/sh\n" + DIARY.format(name=name) + does)
        script.chmod(0o755)

    def installed(self, *names):
        self.play("dpkg-query", "".join(f"echo 'installed {name}'\n" for name in names))

    def lock(self, folder, text):
        (self.home / folder).mkdir(parents=True, exist_ok=True)
        (self.home / folder / "package-lock.json").write_text(text)

    def run_setup(self, *words, path=None):
        self.diary.write_text("")
        environment = {**os.environ, "PATH": path or f"{self.bin}:/usr/bin:/bin", "DIARY": str(self.diary)}
        return subprocess.run(["/bin/bash", self.home / "kiosk/setup.sh", *words], env=environment,
                              capture_output=True, text=True, timeout=60, check=False)

    def did(self, name):
        return [line for line in self.diary.read_text().splitlines() if line.startswith(name + " ")]

    def test_a_machine_that_has_all_is_left_alone_and_at_once(self):
        self.lock("assets", "{}")
        self.run_setup()
        began = time.monotonic()
        again = self.run_setup()
        self.assertLess(time.monotonic() - began, 2)
        self.assertEqual((again.returncode, again.stdout, again.stderr), (0, "", ""))
        self.assertEqual(self.did("apt-get") + self.did("npm"), [])

    def test_only_what_is_missing_is_installed_after_one_update(self):
        self.installed("libone-dev")
        self.assertEqual(self.run_setup().returncode, 0)
        update, install = self.did("apt-get")
        self.assertIn(" update", update)
        self.assertTrue(install.endswith("libtwo-dev"), install)
        self.assertNotIn("libone-dev", install)
        self.assertNotIn("npm", install)

    def test_the_tests_packages_come_only_for_the_tests(self):
        self.installed("libone-dev", "libtwo-dev")
        self.run_setup()
        self.assertEqual(self.did("apt-get"), [])
        self.run_setup("--tests")
        self.assertIn("libthree-dev", self.did("apt-get")[1])

    def test_a_package_that_was_removed_again_is_missing(self):
        self.play("dpkg-query", "echo 'installed libone-dev'\necho 'config-files libtwo-dev'\n")
        self.run_setup()
        self.assertIn("libtwo-dev", self.did("apt-get")[1])

    def test_npm_packages_are_fetched_again_only_for_another_lock(self):
        self.lock("assets", "one")
        self.run_setup()
        self.assertEqual(len(self.did("npm")), 1)
        self.run_setup()
        self.assertEqual(self.did("npm"), [])
        self.lock("assets", "two")
        self.run_setup()
        self.assertEqual(len(self.did("npm")), 1)

    def test_pictures_and_fonts_may_run_nothing(self):
        self.lock("assets", "one")
        self.run_setup()
        self.assertIn("--ignore-scripts", self.did("npm")[0])

    def test_every_lock_of_the_tests_is_followed(self):
        self.lock("tests/interop", "one")
        self.lock("tests/interop/node_modules/inner", "not ours")
        self.run_setup("--tests")
        self.assertEqual(len(self.did("npm")), 1)

    def test_without_root_and_sudo_it_says_what_is_missing(self):
        self.installed("libone-dev")
        self.play("id", "echo 1000\n")
        path = f"{self.bin}:{self.tools_without('sudo')}"
        stopped = self.run_setup(path=path)
        self.assertEqual(stopped.returncode, 1)
        self.assertIn("libtwo-dev", stopped.stderr)
        self.assertIn("root or sudo", stopped.stderr)
        self.assertEqual(self.did("apt-get"), [])

    def test_with_sudo_root_is_not_needed(self):
        self.installed("libone-dev")
        self.play("id", "echo 1000\n")
        self.play("sudo", '"$@"\n')
        self.assertEqual(self.run_setup().returncode, 0)
        self.assertEqual(len(self.did("sudo")), 2)

    def test_another_system_is_told_what_to_do(self):
        (self.bin / "dpkg-query").unlink()
        stopped = self.run_setup(path=f"{self.bin}:{self.tools_without('dpkg-query', 'apt-get')}")
        self.assertEqual(stopped.returncode, 1)
        self.assertIn("not Debian", stopped.stderr)

    def test_no_network_is_said_with_the_last_lines(self):
        self.installed("libone-dev")
        self.play("apt-get", 'echo "Could not resolve host" >&2\nexit 100\n')
        stopped = self.run_setup()
        self.assertEqual(stopped.returncode, 1)
        self.assertIn("Could not resolve host", stopped.stderr)
        self.assertIn("Is the network there", stopped.stderr)

    def test_npm_that_fails_is_tried_again_next_time(self):
        self.lock("assets", "one")
        self.play("npm", "mkdir -p node_modules\nexit 1\n")
        self.assertEqual(self.run_setup().returncode, 1)
        self.play("npm", "mkdir -p node_modules\n")
        self.assertEqual(self.run_setup().returncode, 0)
        self.assertEqual(len(self.did("npm")), 1)

    def test_a_full_disk_is_seen_before_anything_is_fetched(self):
        self.installed("libone-dev")
        self.play("df", 'echo "Filesystem 1M-blocks Used Available"\necho "/dev/x 9 9 900 1% /"\n')
        stopped = self.run_setup()
        self.assertEqual(stopped.returncode, 1)
        self.assertIn("only 900 MB", stopped.stderr)
        self.assertEqual(self.did("apt-get"), [])

    def test_an_unknown_word_is_refused(self):
        self.assertEqual(self.run_setup("--everything").returncode, 1)

    def tools_without(self, *hidden):
        """A folder of the ordinary tools, some of them left out."""
        tools = self.root / "tools"
        tools.mkdir()
        for place in ("/usr/bin", "/bin"):
            for tool in Path(place).iterdir():
                if tool.name not in hidden and not (tools / tool.name).exists():
                    (tools / tool.name).symlink_to(tool)
        return tools


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=[sys.argv[0]])
