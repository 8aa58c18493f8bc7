"""Who acts in a sentence: Land, districts, towns, their offices, carriers; each with its key in `organisations`."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from etl.extraction.context import Context
from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.mentions.places import Place
from etl.extraction.paper import Span
from kim.regions import LAND
from kim.tables import DATA

LENGTH_OF_DISTRICT = 5
REACH = 25
INTEGRATION_CENTRE, IMMIGRATION_OFFICE, TOWNS = "integration_centre", "immigration_office", "towns"
DISTRICT, TOWN, LAND_ITSELF, CARRIER = "district", "town", "land", "carrier"
ANYBODY = "freie-wohlfahrtspflege"
PUBLIC = frozenset((DISTRICT, TOWN, INTEGRATION_CENTRE, LAND_ITSELF))
WORDS = re.compile(
    r"""(?<![\w-])(?:
      (?P<integration_centre>Kommunale[nms]?\s(?:Kreis)?[Ii]ntegrationszentr(?:ums?|en)|(?:Kreis)?[Ii]ntegrationszentrums?|KI(?![\w-]))
    | (?P<immigration_office>(?:Ausländer|Einbürgerungs)(?:behörden?|amt(?:e?s)?))
    | (?P<towns>(?:[Kk]reisangehörigen?|[Bb]eteiligten?|[Jj]eweiligen?|einzelnen?)\s(?:[Kk]reisangehörigen\s)?(?:Kommunen|Städten?|Gemeinden|Rathäusern?)|(?:[Dd]en|[Dd]ie)\s(?:Kommunen|Rathäusern?))
    | (?P<district>Kreisverwaltung|Kreistags?|(?:(?<=[Bb]ei\s)der|[Dd]ie)\sStädte[Rr]egion|(?:[Dd]e[rmsn]|[Bb]eim|[Ii]m|[Vv]om|[Zz]um|[Dd]urch\sden)\sKreis(?:es|e)?)
    | (?P<town>Stadtverwaltung|(?:[Dd]er|[Dd]ie)\s(?:Stadt|Gemeinde)|(?:[Ii]m|[Ii]ns|[Bb]eim|[Dd]as)\sRathaus(?:es)?)
    | (?P<land>(?:[Dd]as|[Vv]om|[Dd]es)\sLand(?:es)?(?:\sNRW)?)
    )(?![\w-])""",
    re.VERBOSE,
)
KINDS = ("Stadt", "Kreis", "Gemeinde", "Land")
IN_A_LIST = re.compile(
    r"(?:Städten?|Gemeinden|Kommunen|Rathäusern?(?: in)?) (?:[A-ZÄÖÜ][\w-]+(?:,| und| sowie) ){0,5}$"
)
FORMS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
NOTE = re.compile(r" \(.*\)$")
STEERED = re.compile(r"(?:Lenkungs|Steuerungs)\w{4,8} [^.;]{0,60}\bbeim Kreis\b")
PARAGRAPHS_BEFORE = 6
FULL = re.compile(r" \(.*\)$| e\. V\.$")
WORD = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]{3,40}")
OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Party:
    """Who is named: the words, the key in `organisations`, the place it belongs to, and what it is."""

    span: Span
    organisation: str
    region: str
    kind: str

    @property
    def is_public(self) -> bool:
        """Whether it is a body of the public hand that may pass on, commission, supervise."""
        return self.kind in PUBLIC


def find_parties(context: Context) -> list[Party]:
    """Who is named in a sentence, in its order, no two on the same words."""
    found = [*_offices(context), *_places(context), *_carriers(context), *_short_names(context)]
    kept: list[Party] = []
    for party in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if kept and kept[-1].organisation == ANYBODY and party.span.start == kept[-1].span.end + 1:
            kept.pop()
        if not kept or party.span.start >= kept[-1].span.end:
            kept.append(party)
    return kept


def own(context: Context) -> Party:
    """The body whose paper it is."""
    region = context.paper.region
    return Party(Span(0, 0), organisation_of(region), region, _kind(region))


def organisation_of(region: str) -> str:
    """The key of the body that a place is: "kreis-steinfurt", "stadt-rheine"."""
    if region == LAND:
        return "land-nrw"
    name = OTHER.sub("-", NOTE.sub("", _names()[region]).lower().translate(FORMS)).strip("-")
    if is_district(region):
        return name
    return f"gemeinde-{name}" if f"gemeinde-{name}" in _registered() else f"stadt-{name}"


def is_district(region: str) -> bool:
    """Whether a place is a district with towns of its own."""
    return len(region) == LENGTH_OF_DISTRICT and region in _districts()


def district_of(region: str) -> str:
    """The district of a town; of any other place itself."""
    return region[:LENGTH_OF_DISTRICT]


def is_steered_by_district(context: Context) -> bool:
    """Whether a paragraph shortly before says that the steering group is at the district, so that its groups are too."""
    number = context.sentence.paragraph
    before = context.paper.paragraphs[max(0, number - 1 - PARAGRAPHS_BEFORE) : number]
    return any(STEERED.search(each) for each in before)


def _offices(context: Context) -> Iterator[Party]:
    """Offices and bodies named by what they are, with the place behind them or that of the paper."""
    for found in WORDS.finditer(context.text):
        kind = found.lastgroup or ""
        place = _place_behind(context, found.end())
        if kind == TOWNS and place:
            continue
        span = Span(found.start(), place.span.end if place else found.end())
        region = _region(context, kind, place)
        if region:
            yield Party(span, _organisation(kind, region), region, kind)


def _place_behind(context: Context, end: int) -> Place | None:
    """The place that the words belong to: "beim Integrationszentrum des Kreises Mettmann"."""
    for place in context.places:
        between = context.text[end : place.span.start]
        if 0 <= place.span.start - end <= REACH and re.fullmatch(
            r"\s?(?:(?:des|der|im|in|in der|vom|von|für den|für die)\s)?", between
        ):
            return place
        if place.span.start <= end <= place.span.end:
            return place
    return None


def _region(context: Context, kind: str, place: Place | None) -> str | None:
    region = place.ags if place else context.paper.region
    if kind == TOWN and place is None and is_district(region):
        named = {each.ags for each in context.places if each.ags.startswith(region)} - {region}
        return named.pop() if len(named) == 1 else None
    if kind in (DISTRICT, TOWNS):
        region = district_of(region)
        return region if is_district(region) else None
    if kind == INTEGRATION_CENTRE:
        return district_of(region) if region != LAND else None
    if kind == TOWN and is_district(region):
        return None
    return LAND if kind == LAND_ITSELF else region


def _organisation(kind: str, region: str) -> str:
    of = organisation_of(region)
    if kind == INTEGRATION_CENTRE:
        return f"ki-{of}"
    if kind == IMMIGRATION_OFFICE:
        return f"auslaenderbehoerde-{of.removeprefix('stadt-')}"
    return f"kommunen-{of}" if kind == TOWNS else of


def _places(context: Context) -> Iterator[Party]:
    for place in context.places:
        kind = LAND_ITSELF if place.ags == LAND else _kind(place.ags)
        is_told = context.text.startswith(KINDS, place.span.start) or IN_A_LIST.search(
            context.text, max(0, place.span.start - 80), place.span.start
        )
        if is_told or kind == DISTRICT:
            yield Party(place.span, organisation_of(place.ags), place.ags, kind)


def _carriers(context: Context) -> Iterator[Party]:
    for each in find_organisations(context.text):
        if each.kind != "bodies":
            key = each.code or OTHER.sub("-", each.name.lower().translate(FORMS)).strip("-")
            if not key.startswith(("kreis-", "stadt-", "ki-", "land-", "gemeinde-")):
                yield Party(each.span, _local(key, context), context.paper.region, CARRIER)


def _short_names(context: Context) -> Iterator[Party]:
    """Carriers of one word, as `organisations` has them: "IFAK e. V."."""
    for found in WORD.finditer(context.text):
        key = _of_one_word().get(found[0])
        if key:
            yield Party(Span(*found.span()), key, context.paper.region, CARRIER)


def _local(key: str, context: Context) -> str:
    """The association of the place, where there is one of that name: "caritas-rheine" for "caritas"."""
    names = (
        _names()[region].removeprefix("Kreis ")
        for region in (context.paper.region, district_of(context.paper.region))
    )
    local = (f"{key}-{OTHER.sub('-', name.lower().translate(FORMS))}" for name in names)
    return next((each for each in local if each in _registered()), key)


def _kind(region: str) -> str:
    return DISTRICT if is_district(region) else TOWN


@cache
def _names() -> dict[str, str]:
    return {row["ags"]: row["name"] for row in _rows("regions.csv")}


@cache
def _districts() -> frozenset[str]:
    return frozenset(row["ags"] for row in _rows("regions.csv") if row["kind"] == "district")


@cache
def _registered() -> frozenset[str]:
    return frozenset(row["organisation"] for row in _rows("organisations.csv"))


@cache
def _of_one_word() -> dict[str, str]:
    named = {
        FULL.sub("", row["name"]): row["organisation"]
        for row in _rows("organisations.csv")
        if row["kind"] == "welfare_association"
    }
    return {
        name: key
        for name, key in named.items()
        if " " not in name and len(name) > len("AWO") and name != "Caritas"
    }


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
