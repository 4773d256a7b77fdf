#!/usr/bin/env python3
"""The house's rules that a program can check. Each rule takes the tree and yields one line a fault:
file:line: what is wrong, and what would be right.

    house_rules.py RULE [TREE]      RULE is a name below, or all; exit 1 when a fault was found
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

# --- what the rooms may see (the house in CONTRIBUTING.md) --------------------------------------------------

DRAWING = r"SDL|imgui|cairo|pango|librsvg|glib"
OUTSIDE = rf"{DRAWING}|sqlite|sodium|espeak|curl|httplib|CLI|spdlog|opus"
MACHINE = r"thread|mutex|condition_variable|future|atomic|chrono|ctime|time\.h|random|fstream|filesystem" \
          r"|cstdio|stdio\.h|iostream|unistd\.h|sys/|fcntl\.h"
ROOMS = ("app", "assist", "photos", "input", "ui", "speech", "storage", "sync", "report", "casefile")

# Room: (what it must not include, why). Tests beside the code may read files and print.
FORBIDDEN = {
    "dialogue": (rf"<(?:{OUTSIDE})|<(?:{MACHINE})|\"kiosk/",
                 "dialogue is pure: no window, voice, store, thread, clock, randomness or file"),
    "kiosk/input": (r"<(?:imgui|sqlite|sodium|espeak|curl|httplib)|\"kiosk/(?!input/)",
                    "input knows touch and the dialogue"),
    "kiosk/ui": (r"<(?:sqlite|sodium|espeak|curl|httplib)|\"kiosk/(?:storage|sync|speech|casefile|app)/",
                 "ui draws; it keeps, sends and speaks nothing"),
    "kiosk/assist": (r"<(?:SDL|imgui|cairo|pango|librsvg|sqlite|sodium|espeak|curl|httplib)|\"(?:dialogue|kiosk/(?!assist/))",
                     "assist knows the accessibility bus and its own plain tree"),
    "kiosk/photos": (r"<(?:SDL|imgui|pango|librsvg|sqlite|sodium|espeak|curl|httplib)|\"kiosk/(?!photos/|files/)",
                     "photos open pictures and keep them; nothing of a citizen comes by"),
    "kiosk/speech": (r"<(?:imgui|sqlite|sodium|curl|httplib)|\"kiosk/(?!speech/|files/)",
                     "speech knows sound and the dialogue"),
    "kiosk/storage": (rf"<(?:{DRAWING}|espeak|curl|httplib)|\"kiosk/(?!storage/)",
                      "storage knows the disk and the dialogue"),
    "kiosk/sync": (rf"<(?:{DRAWING}|espeak)|\"kiosk/(?:ui|input|speech|app|casefile)/",
                   "sync knows the wire, the mapping and what storage promises"),
    "kiosk/casefile": (rf"<(?:{DRAWING}|espeak)|\"kiosk/(?:ui|input|speech|app|storage|report)/|"
                       r"\"kiosk/sync/(?!fhir/|questionnaires/)",
                       "the case file shares the FHIR mapping, what is made of it, and the dialogue, nothing else"),
}

TOP_LEVEL = {"dialogue", "kiosk", "assets", "locales", "tests", "CMakeLists.txt", "README.md", "LICENSE",
             "CHANGELOG.md", "CONTRIBUTING.md", "CMakePresets.json"}

# Written so that this file does not find itself.
MACHINE_PATHS = re.compile(r"/wo[r]k/|/fa[r]m/|\.\./sha[r]ed|/ro[o]t/|/ho[m]e/[a-z]+/(?!\.)|/tmp/(?:poc|peers|research)")
REGISTRY_HOSTS = re.compile(r"registry\.(?:npm[j]s|yarn[p]kg)|artifactor[y]|verdacci[o]|:48[7]3\b"
                            r'|"resolved": "http[s]?:')


def tracked(tree):
    """Every file of the repository; without git, every file that is not built or fetched."""
    listed = subprocess.run(["git", "-C", tree, "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode == 0:
        names = [name for name in listed.stdout.decode().split("\0") if name]
    else:
        names = [str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file()]
    skipped = {"build", "node_modules", "__pycache__", ".git"}
    return sorted(name for name in names
                  if not skipped & set(Path(name).parts) and (tree / name).is_file())


def lines_of(tree, name):
    """The numbered lines of a text file; a binary file has none."""
    data = (tree / name).read_bytes()
    if b"\0" in data[:8000]:
        return []
    return enumerate(data.decode(errors="replace").splitlines(), 1)


def is_code(name):
    return name.endswith((".cpp", ".h", ".cc", ".hpp"))


def includes(tree):
    """No room sees what it may not see."""
    for name in tracked(tree):
        if not is_code(name) or name.endswith("_test.cpp"):
            continue
        for room, (pattern, why) in FORBIDDEN.items():
            if not name.startswith(room + "/"):
                continue
            for number, line in lines_of(tree, name):
                if line.lstrip().startswith("#include") and re.search(pattern, line):
                    yield f"{name}:{number}: {line.strip()} ({why})"


def top_level(tree):
    """The top level holds what the house plan names, and dotfiles."""
    for name in sorted({Path(name).parts[0] for name in tracked(tree)}):
        if name not in TOP_LEVEL and not name.startswith("."):
            yield f"{name}: does not belong at the top level; put it into the room it serves"


def readmes(tree):
    """Every folder says in a few lines what lives in it."""
    names = tracked(tree)
    folders = {folder for name in names for folder in Path(name).parents if folder.parts}
    for folder in sorted(folders):
        if folder.parts[0].startswith(".") or f"{folder}/README.md" in names:
            continue
        yield f"{folder}: has no README.md; a few lines on what lives here"


def machine_paths(tree):
    """The repository speaks of the product: no paths of somebody's machine, no registry's address."""
    for name in tracked(tree):
        for number, line in lines_of(tree, name):
            if MACHINE_PATHS.search(line):
                yield f"{name}:{number}: names a place on somebody's machine: {line.strip()[:90]}"
            if REGISTRY_HOSTS.search(line):
                yield f"{name}:{number}: names a registry; lock files leave \"resolved\" out"


STAFFS = re.compile(r"(?:staff|flag|certainty|casefile)\.|.*\.hint$")


def translations(tree):
    """Each .po file is well formed and tells who has read it; every language has every text of those it is for, with
    its note and the Danish it was made from."""
    names = [name for name in tracked(tree) if re.fullmatch(r"locales/\w+\.po", name)]
    if not names:
        return
    if shutil.which("msgfmt") is None:
        yield "msgfmt is missing; install gettext"
        return
    for name in names:
        checked = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", tree / name], capture_output=True,
                                 text=True, check=False)
        if checked.returncode != 0:
            yield f"{name}: {checked.stderr.strip()}"
    keys = {name: keys_of(tree, name) for name in names}
    every = set().union(*keys.values())
    for name in names:
        po = (tree / name).read_text()
        is_for_citizens = '"X-Audience: citizens\\n"' in po
        needed = {key for key in every if not is_for_citizens or not STAFFS.match(key)}
        for key in sorted(needed ^ keys[name]):
            yield f"{name}: {'has no text for' if key in needed else 'is for citizens and has'} {key}"
        if not name.endswith("/da.po") and not re.search(r'"X-Read-By-Native-Speaker: (?:yes|no)\\n"', po):
            yield f"{name}: does not say X-Read-By-Native-Speaker: yes or no in its header"
    if (tree / "locales/refresh").is_file():
        refreshed = subprocess.run([tree / "locales/refresh", "--check"], capture_output=True, text=True, check=False)
        yield from (f"locales/{line}" for line in (refreshed.stdout + refreshed.stderr).splitlines())


def keys_of(tree, name):
    pattern = re.compile(r'^msgid "(.+)"$')
    found = (pattern.match(line) for _, line in lines_of(tree, name))
    return {match[1] for match in found if match}


def shell(tree):
    """Each shell script can at least be read by the shell."""
    for name in tracked(tree):
        first = next((line for _, line in lines_of(tree, name)), "")
        if not re.match(r"#!.*\b(?:ba|da|)sh\b", first):
            continue
        interpreter = "bash" if "bash" in first else "sh"
        read = subprocess.run([interpreter, "-n", tree / name], capture_output=True, text=True, check=False)
        if read.returncode != 0:
            yield f"{name}: {read.stderr.strip()}"


def python(tree):
    """Each Python script can be read by Python."""
    for name in tracked(tree):
        first = next((line for _, line in lines_of(tree, name)), "")
        if not name.endswith(".py") and not re.match(r"#!.*python", first):
            continue
        try:
            compile((tree / name).read_text(), name, "exec")
        except SyntaxError as fault:
            yield f"{name}:{fault.lineno}: {fault.msg}"


def formatting(tree):
    """Code is laid out as .clang-format says, where clang-format is installed."""
    if shutil.which("clang-format") is None:
        return
    names = [name for name in tracked(tree) if is_code(name)]
    for start in range(0, len(names), 40):
        checked = subprocess.run(["clang-format", "--dry-run", *names[start:start + 40]], cwd=tree,
                                 capture_output=True, text=True, check=False)
        off = {line.split(":")[0] for line in checked.stderr.splitlines() if "[-Wclang-format" in line}
        for name in sorted(off):
            yield f"{name}: run clang-format -i on it"


RULES = {rule.__name__: rule for rule in
         (includes, top_level, readmes, machine_paths, translations, shell, python, formatting)}


def main(words):
    tree = Path(words[1] if len(words) > 1 else Path(__file__).parents[2]).resolve()
    if not words or words[0] not in (*RULES, "all"):
        print(__doc__, "rules:", *RULES)
        return 2
    wanted = RULES.values() if words[0] == "all" else [RULES[words[0]]]
    faults = [fault for rule in wanted for fault in rule(tree)]
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
