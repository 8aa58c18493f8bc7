"""How German writes one number, in digits or in words, and the hedges in front of it."""

import re
from itertools import product

UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
TEENS = {
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fünfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
}
TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
ARTICLES = ("ein", "eine", "einen", "einem", "einer", "eines")
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
HALF = r"halbe[nrsm]?"
QUARTERS = r"(?:ein|drei)[ -]?viertel"


REACH_OF_OVER = 90
OVER_IT = re.compile(
    r"(?:verfüg[a-z]{1,3}|bescheid(?:e[ns]?|s)?|bewilligung(?:en)?|antrag(?:s|es)?|anträge|vertrag(?:s|es)?|zusage(?:n)?|"
    r"zuwendung(?:en)?|zuschuss(?:es)?|förderung|rechnung(?:en)?|beschluss(?:es)?)\b[^.;:]*$"
)


def _words() -> dict[str, float]:
    """Every number word up to a hundred that is no article -> its value."""
    units = {word: float(value) for value, word in enumerate(UNITS, 1)}
    words = {word: value for word, value in units.items() if word != "ein"}
    words |= {"eins": 1, "zwo": 2, "zweier": 2, "dreier": 3, "zweien": 2, "dreien": 3}
    words |= {word: float(value) for word, value in (TEENS | TENS).items()}
    for (unit, value), (ten, tens) in product(units.items(), TENS.items()):
        words[f"{unit}und{ten}"] = value + tens
    words |= {f"{unit}hundert": value * 100 for unit, value in units.items()} | {"hundert": 100}
    words |= {f"{unit}einhalb": value + 0.5 for unit, value in units.items()}
    return words | {"anderthalb": 1.5, "anderthalbe": 1.5, "eineinhalbe": 1.5}


WORDS = _words()
GROUP_SIGNS = str.maketrans("", "", ". \u00a0\u202f\u2009'")
DIGITS = r"(?:[0-9]{1,2}\.[0-9]{1,2}(?=\s[a-zA-Z-]{0,30}(?:[Ss]telle|vz|VZ))|[0-9]{1,3}(?:[.\u00a0\u202f\u2009 ][0-9]{3}){1,4}(?![0-9])|[0-9]{1,12})(?:,[0-9]{1,4})?(?:\s?[½¼¾])?|[½¼¾]"
WITH_POINT = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")
IN_WORDS = "|".join(sorted(WORDS, key=len, reverse=True))
WORD = rf"(?:{IN_WORDS})(?![\w-])"
ARTICLE = r"(?:ein(?:e[nmrs]?)?)"
HEDGES = {
    "at_most": r"bis zu einer höhe von|bis zu einem betrag von|bis zur höhe von|bis zu|nicht mehr als|weniger als|maximal|max\.|höchstens|unter",
    "at_least": r"mehr als|mindestens|wenigstens|mind\.|über",
    "about": r"ca\.?|rd\.?|circa|zirka|rund|etwa|ungefähr|annähernd|knapp|nahezu|fast|gut|schätzungsweise|um die",
}
HEDGE = "|".join(
    rf"(?P<{certainty}>{words})".replace(" ", r"\s") for certainty, words in HEDGES.items()
)


def value(text: str) -> float | None:
    """The number that a numeral means: "1.234,5", "zweieinhalb", "2 ½"; None for other text."""
    word = text.casefold().strip()
    if word in WORDS:
        return WORDS[word]
    if word in ARTICLES:
        return 1.0
    fraction = FRACTIONS.get(word[-1:], 0.0)
    bare = word[:-1] if fraction else word
    if WITH_POINT.fullmatch(bare):
        return float(bare)
    digits = bare.translate(GROUP_SIGNS).replace(",", ".")
    if not digits:
        return fraction or None
    try:
        return float(digits) + fraction
    except ValueError:
        return None


def certainty(found: re.Match[str], least: float, most: float) -> str:
    """The code of the hedge in a match of a pattern with HEDGE in it; a range without one is "about".

    "über" is no hedge behind "verfügt" or "Bescheid".
    """
    unhedged = "exact" if least == most else "about"
    code = next((code for code in HEDGES if found[code]), unhedged)
    if code == "at_least" and found[code] == "über":
        before = found.string[max(0, found.start() - REACH_OF_OVER) : found.start()]
        return unhedged if OVER_IT.search(before) else code
    return code


def bounds(code: str, least: float, most: float) -> tuple[float | None, float | None]:
    """The lower and the upper bound that a hedged number or range leaves."""
    if code == "at_most":
        return (least if least != most else None), most
    if code == "at_least":
        return least, (most if least != most else None)
    return least, most
