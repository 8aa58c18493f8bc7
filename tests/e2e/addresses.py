"""Every page, where it has more to show at addresses at which it shows it."""

from urllib.parse import urlencode

from ui import navigation

RHEINE = "orte=05566076"
FOUR = f"{RHEINE}&orte=05158016&orte=05382056&orte=05558&ort=05566076"
TIED = urlencode(
    {"zeile": ("Rheine;10", "Emsdetten;9", "Greven;9"), "stellen": "2,5", "mindestens": "0"},
    doseq=True,
)
ASKED = {
    "overview": ("", "karte=posts"),
    "profile": ("", RHEINE),
    "comparison": (FOUR, "umfang=all"),
    "search": ("", "q=Stellen"),
    "positions": ("", "teil=posts&teil=persons&teil=over_time"),
    "carriers": ("teil=flow",),
    "method": ("", "teil=coverage"),
    "evidence": ("", "dokument=rheine-vermerk-2023"),
    "allocation": ("", TIED),
}
ADDRESSES = [
    f"/{page.address}{'?' if asked else ''}{asked}"
    for page in {each.name: each for each in navigation.PAGES}.values()
    for asked in ASKED.get(page.name, ("",))
]
