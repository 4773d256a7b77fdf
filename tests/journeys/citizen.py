"""One citizen, as they would touch: listens, chooses what they like, and leaves the fixed buttons alone. Knows nothing
about the kiosk's inside: only what stands on the glass."""

# What this person turns to wherever it is offered, first to last.
LIKES = ("jobs/bage", "jobs/passe_dyr", "jobs/have", "jobs/passe_heste", "jobs/musik", "jobs/lave_mad",
         "themes/natur", "themes/mad", "people/")

# Where one thing is what this person wants, it is this. "Ved ikke" about a word to read (p8): this person listens.
WANTED = {
    "who": "card:signs/sunflower",
    "lock": "key:skip_lock",
    "t3_q": "own:draw",
    "unfinished": "option:begin_anew",
    "listen": "option:aloud",
    "f2_4": "option:keep",
    "f2_share": "option:share_yes",
    "f4_3": "option:like_this",
    "t1_vis": "option:visit",
    "practice.p1": "card:practice/apple",
    "practice.p2": "card:practice/cup",
    "practice.p3": "card:practice/dog",
    "practice.p4": "card:practice/bus",
    "practice.p5": "card:practice/happy",
    "practice.p6": "card:practice/full",
    "practice.p7": "card:practice/empty",
    "practice.p8": "out:dont_know",
    "practice.p11": "out:dont_know",
}

# Somebody who says it with their own voice: the first of these that stands there.
SPOKEN = {
    "t3_q": ("own:say",),
    "own_saying": ("option:own_record", "option:own_stop", "next"),
}

CHOICES = ("choice", "place", "out")


class Citizen:
    def __init__(self, wants=("kan_lide", "to_billeder"), speaks=False):
        self.spoken = SPOKEN if speaks else {}
        self.wants = ["tool:" + tool for tool in wants]  # what this person comes to talk about, first to last
        self.tools = []       # those already used
        self.answers = {}     # screen -> how many of its questions were answered

    def touch(self, shown):
        """The element to touch on this screen."""
        following = next(iter(shown.of_role("next")), None)
        chosen = shown.selected()
        if chosen and following:
            return following
        target = self._tool(shown) or self._wanted(shown) or self._place(shown) or self._liked(shown) or following
        if target is None:
            raise LookupError(f"nothing to touch on {shown.describe()}")
        return target

    def remember(self, shown, element, last):
        """What was answered on a screen that is now behind; last: what was touched when it went."""
        if shown.id == "choose_tool" and element["id"].startswith("tool:"):
            self.tools.append(element["id"])
        is_passed_by = element["role"] == "next" and bool(shown.of_role(*CHOICES))
        if shown.is_about_cards() and (element["role"] in CHOICES or is_passed_by):
            # Where several may be chosen, going on is open from the beginning, and is an answer too: no more of these.
            is_several = element["role"] == "choice" and last["role"] == "next" and bool(shown.of_role("next"))
            self.answers[shown.id] = self.answers.get(shown.id, 0) + (2 if is_several else 1)

    def answered(self):
        return sum(self.answers.values())

    def _tool(self, shown):
        """The next talk this person came for, on another page if it is not on this one."""
        wanted = [tool for tool in self.wants if tool not in self.tools]
        if shown.id != "choose_tool" or not wanted:
            return None
        return shown.find(wanted[0]) or shown.find("page:next")

    def _wanted(self, shown):
        for wanted in self.spoken.get(shown.id, ()):
            if shown.find(wanted):
                return shown.find(wanted)
        return shown.find(WANTED.get(shown.id, ""))

    def _place(self, shown):
        """Different things go to different places, the same thing always to the same place."""
        places = shown.of_role("place")
        card = next(iter(shown.of_role("movable", "picture")), None)
        if not places:
            return None
        if card is None:
            return places[-1]
        is_liked = any(card["id"].endswith(name) for name in LIKES)
        likeable = ("place:kan_lide", "place:midt_imellem", "place:kan_ikke_lide")
        wanted = likeable[0 if is_liked else sum(card["id"].encode()) % 3]
        return next((place for place in places if place["id"] == wanted), self._any(places, card))

    @staticmethod
    def _any(places, card):
        return places[sum(card["id"].encode()) % len(places)]

    def _liked(self, shown):
        """The liked one; otherwise the first in the alphabet, so that a wish is a wish and not a side."""
        choices = [choice for choice in shown.of_role("choice") if not choice["id"].startswith(("tool:", "own:"))]
        for name in LIKES:
            for choice in choices:
                if name in choice["id"]:
                    return choice
        return min(choices, key=lambda choice: choice["id"], default=None)
