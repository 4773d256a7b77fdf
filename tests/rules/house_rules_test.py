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

    def test_a_missing_translation_is_found(self):
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        self.put("locales/da.po", head + 'msgid "next.label"\nmsgstr "Næste"\n')
        self.put("locales/en.po", head)
        self.assertEqual(self.faults("translations"), ["locales/en.po: has no text for next.label"])

    def test_a_draft_that_says_something_else_is_found(self):
        self.put("locales/da.po", 'msgid "t1.spoken"\nmsgstr "Hvad vil du? {a.inf|cap} eller {b.inf}?"\n\n'
                                  'msgid "next.label"\nmsgstr "Næste"\n\nmsgid "staff.x"\nmsgstr "Kun personale"\n')
        self.put("assets/drafts/de.po", 'msgid "t1.spoken"\nmsgstr "Was willst du? {a.inf}!"\n\n'
                                         'msgid "old.label"\nmsgstr "Alt"\n')
        self.assertEqual(self.faults("drafts"), [
            "assets/drafts/de.po: has no text for next.label",
            "assets/drafts/de.po: nobody asks for old.label",
            "assets/drafts/de.po: t1.spoken is filled with something else than in Danish",
            "assets/drafts/de.po: t1.spoken exclaims"])

    def test_a_long_sentence_in_a_draft_is_found(self):
        self.put("locales/da.po", 'msgid "a.spoken"\nmsgstr "Hej."\n')
        self.put("assets/drafts/de.po", 'msgid "a.spoken"\nmsgstr "%s."\n' % " ".join(["Wort"] * 13))
        self.assertEqual(self.faults("drafts"),
                         ["assets/drafts/de.po: a.spoken has a sentence of more than 12 words"])

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
