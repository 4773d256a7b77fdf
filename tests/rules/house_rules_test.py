"""Each rule finds what it is there to find, and lets the right thing pass."""
import subprocess
import tempfile
import unittest
from pathlib import Path

import house_rules


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="aktiv-rules-")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def put(self, name, text):
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text)

    def faults(self, rule):
        return list(house_rules.RULES[rule](self.root))

    def test_the_dialogue_has_no_clock(self):
        self.put("dialogue/engine/update.cpp", "#include <string>\n#include <chrono>\n")
        self.assertEqual(len(self.faults("includes")), 1)
        self.assertIn("dialogue/engine/update.cpp:2:", self.faults("includes")[0])

    def test_the_dialogue_does_not_know_the_kiosk(self):
        self.put("dialogue/scene/scene.h", '#include "kiosk/ui/theme.h"\n')
        self.assertEqual(len(self.faults("includes")), 1)

    def test_a_test_beside_the_dialogue_may_read_files(self):
        self.put("dialogue/content/content_test.cpp", "#include <fstream>\n")
        self.assertEqual(self.faults("includes"), [])

    def test_the_case_file_does_not_open_the_journal(self):
        self.put("kiosk/casefile/pages.cpp", '#include "kiosk/storage/journal.h"\n')
        self.put("kiosk/casefile/server.cpp", '#include "kiosk/sync/fhir/mapping.h"\n')
        self.assertEqual(len(self.faults("includes")), 1)

    def test_a_room_sees_its_own_headers(self):
        self.put("kiosk/speech/queue.cpp", '#include "kiosk/speech/speaker.h"\n#include <SDL.h>\n')
        self.assertEqual(self.faults("includes"), [])

    def test_the_top_level_stays_small(self):
        self.put("src/a.txt", "")
        self.put("dialogue/README.md", "")
        self.put(".clang-format", "")
        self.assertEqual([fault.split(":")[0] for fault in self.faults("top_level")], ["src"])

    def test_a_folder_without_a_word_is_found(self):
        self.put("kiosk/ui/theme.cpp", "")
        self.put("kiosk/README.md", "")
        self.assertEqual([fault.split(":")[0] for fault in self.faults("readmes")], ["kiosk/ui"])

    def test_a_place_on_somebodys_machine_is_found(self):
        self.put("kiosk/notes.md", "fine\nsee " + "/wo" + "rk/main\n")
        self.assertEqual(len(self.faults("machine_paths")), 1)

    def test_a_lock_file_names_no_registry(self):
        self.put("assets/package-lock.json", '{"resolved": "ht' + 'tps://example.org/a.tgz"}\n')
        self.assertEqual(len(self.faults("machine_paths")), 1)

    def po(self, language, entries, header=""):
        self.put(f"locales/{language}.po",
                 f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n{header}\n{entries}')

    READ = '"X-Read-By-Native-Speaker: yes\\n"\n'

    def test_a_missing_translation_is_found(self):
        self.po("da", 'msgid "next.label"\nmsgstr "Næste"\n')
        self.po("en", "", self.READ)
        self.assertEqual(self.faults("translations"), ["locales/en.po: has no text for next.label"])

    def test_a_language_for_citizens_has_their_texts_and_no_others(self):
        self.po("da", 'msgid "next.label"\nmsgstr "Næste"\n\nmsgid "staff.x"\nmsgstr "Kun personale"\n')
        self.po("de", 'msgid "staff.x"\nmsgstr "Personal"\n', '"X-Audience: citizens\\n"\n' + self.READ)
        self.assertEqual(self.faults("translations"), ["locales/de.po: has no text for next.label",
                                                       "locales/de.po: is for citizens and has staff.x"])

    def test_a_translation_tells_whether_somebody_has_read_it(self):
        self.po("da", "")
        self.po("de", "")
        self.assertEqual(self.faults("translations"), ["locales/de.po: does not say X-Read-By-Native-Speaker: yes or "
                                                       "no in its header"])

    def test_a_translation_of_older_danish_is_found_and_marked_until_it_is_read_again(self):
        for name in ("refresh", "notes.toml"):
            self.put(f"locales/{name}", (Path(__file__).parents[2] / "locales" / name).read_text())
        (self.root / "locales/refresh").chmod(0o755)
        self.po("da", 'msgid "next.done.label"\nmsgstr "Færdig"\n')
        self.po("de", 'msgid "next.done.label"\nmsgstr "Fertig"\n', self.READ)
        self.assertEqual(len(self.faults("translations")), 2, "no note, no Danish")
        self.refresh()
        self.assertEqual(self.faults("translations"), [])
        self.assertIn("#. da: Færdig\n", self.read("locales/de.po"))

        self.put("locales/da.po", self.read("locales/da.po").replace("Færdig", "Slut"))
        self.assertEqual([fault.split(":")[0] for fault in self.faults("translations")], ["locales/de.po"])
        self.refresh()
        self.assertIn('#. da: Slut\n#, fuzzy\n#| msgid "Færdig"\nmsgid "next.done.label"\n', self.read("locales/de.po"))
        self.assertEqual(self.faults("translations"), [], "no kiosk loads it; nothing else is wrong")

        self.put("locales/de.po", self.read("locales/de.po").replace("#, fuzzy\n", ""))
        self.refresh()
        self.assertNotIn("#|", self.read("locales/de.po"))

    def refresh(self):
        subprocess.run([self.root / "locales/refresh"], check=True)

    def read(self, name):
        return (self.root / name).read_text()

    def test_a_broken_translation_file_is_found(self):
        self.put("locales/da.po", 'msgid "a\nmsgstr "b"\n')
        self.assertTrue(self.faults("translations"))

    def test_a_broken_script_is_found(self):
        self.put("kiosk/start", "#!/usr/bin/env bash\nif true; then\n")
        self.put("tests/a.py", "def (:\n")
        self.assertEqual(len(self.faults("shell")), 1)
        self.assertEqual(len(self.faults("python")), 1)

    def test_built_and_fetched_files_are_not_ours(self):
        self.put("assets/node_modules/x/src/a.md", "/wo" + "rk/")
        self.put("build/release/a.md", "/wo" + "rk/")
        self.assertEqual(self.faults("machine_paths"), [])

    def test_only_what_git_knows_counts_where_there_is_git(self):
        subprocess.run(["git", "init", "-q", self.root], check=True)
        self.put("scratch/a.txt", "")
        self.assertEqual(self.faults("top_level"), [])


if __name__ == "__main__":
    unittest.main()
