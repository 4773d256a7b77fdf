"""One citizen, as they would touch: listens, chooses what they like, and leaves the fixed buttons alone. Knows nothing
about the kiosk's inside: only what stands on the glass."""

# What this person turns to wherever it is offered, first to last.
LIKES = ("jobs/bage", "jobs/have", "jobs/dyr", "themes/mad", "themes/dyr", "themes/natur")

# Screens with one right way on for this person.
WANTED = (
    "card:signs/sunflower",   # who: "which picture is yours"
    "option:aloud",           # how it is heard
    "option:keep",            # F2: Gem dem
    "option:as_it_is",        # F4: Sådan skal det være
    "option:visit",           # To billeder: Besøge stedet
)


class Citizen:
    def __init__(self, lock=()):
        self.lock = list(lock)   # the pictures of the own lock, in order
        self.told = {}

    def touches(self, shown):
        """The elements to touch, one after another, to answer this screen; empty: nothing to do but wait."""
        if shown.scene.get("arrangement") == "keypad" or shown.id.startswith("lock"):
            return self._unlock(shown)
        wanted = next((found for found in map(shown.find, WANTED) if found), None)
        if wanted:
            return [wanted]
        places = shown.of_role("place")
        if places:
            return [self._place_for(shown, places)]
        choices = [choice for choice in shown.of_role("choice") if not choice.get("selected")]
        following = shown.of_role("next")
        if choices and not (following and shown.selected()):
            return [self._liked(shown, choices)]
        return following[:1]

    def _unlock(self, shown):
        pressed = self.told.get(shown.id, 0)
        self.told[shown.id] = pressed + 1
        if pressed < len(self.lock):
            return [shown.find(self.lock[pressed])]
        return shown.of_role("next")[:1]

    def _place_for(self, shown, places):
        """Different things go to different places, always the same thing to the same place."""
        card = next((element["id"] for element in shown.elements if element["role"] == "movable"), "")
        liked = any(name in card for name in LIKES) or sum(card.encode()) % 3 != 0
        wanted = "place:kan_lide" if liked else "place:kan_ikke_lide"
        return next((place for place in places if place["id"] == wanted), places[0])

    def _liked(self, shown, choices):
        """The practice asks for something: that. Otherwise the liked one; otherwise the first in the alphabet, so
        that a wish is a wish and not a side."""
        heard = (shown.scene.get("spoken") or shown.scene.get("title") or "").lower()
        if shown.id.startswith("f1"):
            asked = [choice for choice in choices if choice["label"] and choice["label"].lower() in heard]
            if asked:
                return max(asked, key=lambda choice: len(choice["label"]))
        for name in LIKES:
            for choice in choices:
                if choice["id"].endswith(name):
                    return choice
        return min(choices, key=lambda choice: choice["id"])
