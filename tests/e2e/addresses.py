"""Every page, where it has more to show at addresses at which it shows it."""

from ui import navigation

RHEINE = "orte=05566076"
FOUR = f"{RHEINE}&orte=05158016&orte=05382056&orte=05558&ort=05566076"
ASKED = {
    "overview": ("", "karte=posts"),
    "profile": ("", RHEINE),
    "comparison": (FOUR, "umfang=all"),
    "search": ("", "q=Stellen"),
    "positions": ("", "teil=posts&teil=persons&teil=over_time"),
    "carriers": ("teil=flow",),
    "method": ("", "teil=coverage"),
    "evidence": ("", "dokument=rheine-vermerk-2023"),
    "allocation": ("", "zeile=Rheine;10&zeile=Emsdetten;9&zeile=Greven;9&stellen=2,5&mindestens=0"),
}
ADDRESSES = [
    f"/{page.address}{'?' if asked else ''}{asked}"
    for page in {each.name: each for each in navigation.PAGES}.values()
    for asked in ASKED.get(page.name, ("",))
]
