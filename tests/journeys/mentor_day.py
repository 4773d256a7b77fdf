"""What a mentor's day begins with, on the real window: a mentor, a PIN, a citizen."""
import time

PIN = "2580"
SAME_TOUCH_S = 0.7        # so soon after a touch, another is the same one


def say(words):
    print(f"· {words}", flush=True)


def open_area(window, mentor):
    """By the mentor's sign on the citizen's screen."""
    window.wait_for(lambda now: now.find("key:mentor") is not None)
    time.sleep(SAME_TOUCH_S)
    mentor.press("key:mentor")


def sign_in(window, mentor):
    open_area(window, mentor)
    mentor.at("who")
    mentor.press("mentor:*").at("pin")
    mentor.digits(PIN).press("open").at("home")


def become_first_mentor(window, mentor):
    open_area(window, mentor)
    mentor.at("first_mentor")
    mentor.press("sign:boat", "go_on").at("first_mentor")
    mentor.write("Mette").press("go_on").at("first_mentor")
    mentor.digits(PIN).press("go_on").digits(PIN).press("go_on").at("home")
    mentor.press("back_to_citizen")
    say("the first mentor has a sign and a PIN")


def create_citizen(mentor):
    mentor.press("new_citizen").at("new_citizen")
    mentor.press("first:sunflower", "go_on").at("new_citizen")
    mentor.press("without_second").reads("Borgeren er oprettet.").at("home")
    say("a citizen has a picture to sign in with")


def enrol(mentor, case_file, within_s):
    """From the home page, until everything that waited is sent. On a small glass one field stands there at a time."""
    mentor.press("sync").reads("Alt bliver på kiosken.").at("sync")
    mentor.press("enrol").at("enrol")
    mentor.write(case_file.url.removeprefix("https://"))
    has_both = mentor.window.look().find("field:code") is not None
    mentor.press("field:code" if has_both else "other_field")
    mentor.write(case_file.one_time_code().replace("-", "").lower()).at("enrol")
    mentor.press("do_enrol").reads("Kiosken er koblet til sagsmappen.")
    mentor.reads("Alt er sendt.", within_s).at("sync")
