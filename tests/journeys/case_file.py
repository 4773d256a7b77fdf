"""The real case file, and its pages as a mentor's browser would get them: over TLS with exactly this case file's
certificate, signing in with the first sign-in that it printed."""
import base64
import re
import shutil
import subprocess
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from display import end_process

ANSWERS_WITHIN_S = 20
CENTRE = "Demonstration"
NEW_PASSWORD = "en sommerfugl paa hylden 27"


class CaseFileFailed(Exception):
    """The case file did not answer as it should; the text holds its words."""


class CaseFile:
    def __init__(self, programs, data, log):
        self.program = Path(programs) / "aktiv-casefile"
        self.data, self.log = Path(data), Path(log)
        self.process = None
        self.url = self.pin = None

    def __enter__(self):
        self.data.mkdir(parents=True, exist_ok=True)
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--data", self.data, "--listen", "127.0.0.1:0", "--centre", CENTRE,
                 "--second-step", "offered"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        try:
            self.url = self._awaited(r"^case file (https://\S+?)/?$")
            # What is printed is hexadecimal; curl pins the same hash in base64.
            key_hash = bytes.fromhex(self._awaited(r"^certificate sha256/([0-9a-f]{64})$"))
            self.pin = "sha256//" + base64.b64encode(key_hash).decode()
        except BaseException:
            end_process(self.process)
            raise
        return self

    def __exit__(self, *_):
        end_process(self.process)

    def words(self):
        return self.log.read_text(errors="replace")

    def _awaited(self, pattern):
        """What the case file prints at its start."""
        until = time.monotonic() + ANSWERS_WITHIN_S
        while time.monotonic() < until:
            is_gone = self.process.poll() is not None
            found = re.search(pattern, self.words(), re.M)
            if found:
                return found[1]
            if is_gone:
                break
            time.sleep(0.05)
        raise CaseFileFailed(f"the case file did not start:\n{self.words()}")

    def one_time_code(self):
        made = subprocess.run([self.program, "code", "--data", self.data, "--centre", CENTRE],
                              capture_output=True, text=True, timeout=30, check=False)
        found = re.search(r"\b(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}\b", made.stdout)
        if made.returncode != 0 or not found:
            raise CaseFileFailed(f"no one-time code: {made.stdout}{made.stderr}")
        return found[0]

    def first_sign_in(self):
        return self._awaited(r"^first sign-in (\S+) "), self._awaited(r"^first sign-in \S+ +(\S+)$")


class Page(HTMLParser):
    """A page's forms, links, parts and words: what a browser without JavaScript has to go on."""

    def __init__(self, text):
        super().__init__()
        self.text, self.forms, self.links, self.parts, self.words = text, [], [], [], []
        self.submissions, self.answers = set(), set()
        self.submission = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.forms.append({"action": given.get("action") or "", "fields": {}})
        elif tag in ("input", "button", "select", "textarea") and self.forms and given.get("name"):
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.forms[-1]["fields"].setdefault(given["name"], given.get("value") or "")
        elif tag == "a" and given.get("href"):
            self.links.append((given["href"], given))
        elif tag == "link" and given.get("rel") == "stylesheet":
            self.parts.append(given["href"])
        elif tag == "img" and given.get("src") and not given["src"].startswith("data:"):
            self.parts.append(given["src"])
        if "data-submission" in given:
            self.submission = given["data-submission"]
            self.submissions.add(self.submission)
        if "data-answer" in given:
            self.answers.add((self.submission, given["data-answer"]))

    def handle_data(self, data):
        self.words.append(data.strip())

    def has_field(self, name):
        return any(name in form["fields"] for form in self.forms)

    def plain(self):
        return " ".join(word for word in self.words if word)


class Browser:
    """curl with a cookie jar, that trusts one key only: the case file's own."""

    def __init__(self, case_file, folder):
        self.case_file, self.jar = case_file, Path(folder) / "cookies"
        if shutil.which("curl") is None:
            raise CaseFileFailed("curl is missing; kiosk/setup.sh --demo installs it")

    def get(self, path):
        return self._curl(path)

    def send(self, page, given, path):
        """Fills in the page's form that holds the given fields, and sends it."""
        form = next((form for form in page.forms if set(given) <= set(form["fields"])), None)
        if form is None:
            raise CaseFileFailed(f"{path} has no form with {', '.join(given)}: {page.plain()[:300]}")
        fields = {**form["fields"], **given}
        words = [word for name, value in fields.items() for word in ("--data-urlencode", f"{name}={value}")]
        return self._curl(form["action"] or path, words)

    def save(self, path, file):
        self._curl(path, ["--output", file])

    def _curl(self, path, words=()):
        # --insecure leaves out the chain of a self-made certificate; the pin is what is trusted.
        got = subprocess.run(
            ["curl", "--silent", "--show-error", "--insecure", "--pinnedpubkey", self.case_file.pin,
             "--location", "--max-redirs", "5", "--fail-with-body", "--max-time", "20", "--cookie", self.jar,
             "--cookie-jar", self.jar, "--header", "Accept-Language: da", *words,
             urljoin(self.case_file.url + "/", path)], capture_output=True, text=True, timeout=40, check=False)
        if got.returncode != 0:
            raise CaseFileFailed(f"{path}: {got.stderr.strip()} {Page(got.stdout).plain()[:300]}")
        return Page(got.stdout)
