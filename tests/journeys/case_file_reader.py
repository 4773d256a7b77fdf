"""What the mentor would find in the case file: signs in with the first sign-in, changes the password where that is asked,
and follows the pages' own links to what citizens said. Counts what the pages show, nothing else: an answer is what carries
data-answer, a submission what carries data-submission."""
import base64
import re
import shutil
import subprocess
import tempfile
import time
from collections import namedtuple
from urllib.parse import urljoin, urlsplit

from case_file import NEW_PASSWORD, Browser, CaseFileFailed

Read = namedtuple("Read", "answers submissions path")

LOOKS_AGAIN_S = 1.0
PAGES_LIMIT = 60
LEFT_ALONE = ("sign-out", "signout", "logout", "log-ud", "lang=", "/language", "static", "/write/", "/records/",
              ".css", ".png", ".svg", ".pdf")
CHROMIUM = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--window-size=1280,2400"]


class Reader:
    def __init__(self, case_file, folder):
        self.case_file, self.folder = case_file, folder
        self.browser = Browser(case_file, folder)
        self.found = {}    # path -> the page

    def read_back(self, wanted, within_s):
        """What the pages hold, as soon as it is what was kept, or when the time is over."""
        self.sign_in()
        until = time.monotonic() + within_s
        while True:
            read = self._read()
            if read.answers >= wanted or time.monotonic() > until:
                return read
            time.sleep(LOOKS_AGAIN_S)

    def voices(self):
        """Recordings that the pages let one hear, each once."""
        heard = set()
        for page in self.found.values():
            heard |= set(re.findall(r"data:audio/ogg;base64,T2dnUw[A-Za-z0-9+/=]{400,}", page.text))
        return len(heard)

    def sign_in(self):
        name, password = self.case_file.first_sign_in()
        page = self.browser.get("/")
        page = self.browser.send(page, {"name": name, "password": password}, "/")
        if page.has_field("new_password"):
            wish = {"new_password": NEW_PASSWORD}
            if page.has_field("new_password_again"):
                wish["new_password_again"] = NEW_PASSWORD
            if page.has_field("password"):
                wish["password"] = password
            page = self.browser.send(page, wish, "/")
        if page.has_field("password"):
            raise CaseFileFailed(f"signing in did not open the case file: {page.plain()[:300]}")

    def _read(self):
        """All pages that links lead to, from the first one."""
        self.found, waiting = {}, ["/"]
        while waiting and len(self.found) < PAGES_LIMIT:
            path = waiting.pop(0)
            if path in self.found:
                continue
            page = self.found[path] = self.browser.get(path)
            waiting += [link for link in self._links(path, page) if link not in self.found]
        answers, submissions, best = set(), set(), ("/", 0)
        for path, page in self.found.items():
            answers |= page.answers
            submissions |= page.submissions
            if len(page.answers) > best[1]:
                best = (path, len(page.answers))
        return Read(len(answers), len(submissions), best[0])

    def _links(self, path, page):
        for href, _ in page.links:
            parts = urlsplit(urljoin(self.case_file.url + path, href))
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            is_ours = f"{parts.scheme}://{parts.netloc}" == self.case_file.url
            if is_ours and not any(word in target for word in LEFT_ALONE) and not target.startswith("/fhir"):
                yield target

    def picture(self, path, file, say):
        """The page as Chromium shows it, where it is installed. The page comes as it was read, with its styles."""
        chromium = shutil.which("chromium")
        if chromium is None:
            say("Chromium is not installed: no picture of the case file's page")
            return
        with tempfile.TemporaryDirectory(prefix="aktiv-chromium-") as profile:
            saved = self.folder / "page.html"
            saved.write_text(self._with_own_parts(path), encoding="utf-8")
            taken = subprocess.run([chromium, *CHROMIUM, f"--user-data-dir={profile}", f"--screenshot={file}",
                                    saved.as_uri()], capture_output=True, text=True, timeout=90, check=False)
        if taken.returncode != 0 or not file.exists():
            raise CaseFileFailed(f"no picture of {path}: {taken.stderr.strip()[-300:]}")

    def _with_own_parts(self, path):
        """The page with its style sheets and pictures beside it, fetched by the signed-in browser: Chromium has neither
        the session nor the pin."""
        text = self.found[path].text
        for name in sorted(self.found[path].parts, key=len, reverse=True):
            target = urlsplit(urljoin(self.case_file.url + path, name))
            local = self.folder / f"part-{abs(hash(name))}{'.css' if '.css' in name else ''}"
            self.browser.save(target.path + (f"?{target.query}" if target.query else ""), local)
            if local.suffix == ".css":
                self._put_letters_in(local)
            text = text.replace(f'"{name}"', f'"{local.as_uri()}"')
        return text

    def _put_letters_in(self, sheet):
        """The style sheet's own typeface, inside it: beside it, Chromium would not read it from a file."""
        letters = self.folder / "letters"

        def inside(found):
            self.browser.save(found.group(1), letters)
            return f'url("data:font/ttf;base64,{base64.b64encode(letters.read_bytes()).decode()}")'

        sheet.write_text(re.sub(r'url\("(/fonts/[^"]+)"\)', inside, sheet.read_text(encoding="utf-8")), encoding="utf-8")
