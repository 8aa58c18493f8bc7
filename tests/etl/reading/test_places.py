"""All places of NRW by all that registers, statistics and our own screens call them."""

import csv
import tomllib

import pytest

from etl.reading import Lexicon
from etl.reading.values.cells import ReadCell
from etl.reading.values.places import region
from kim.tables import DATA, ROOT
from ui.widgets.frame import place_label

with (DATA / "regions.csv").open(encoding="utf-8", newline="") as register:
    ROWS = {row["ags"]: row for row in csv.DictReader(register)}
STANDING = {key: row for key, row in ROWS.items() if not row["valid_to"]}
SUCCESSORS = {key: row["successor"] for key, row in ROWS.items() if row["successor"]}
WORDS_OF_GONE = " (bis 20.10.2009, danach: {})"
NAMES = {
    key: row["name"] + WORDS_OF_GONE.format(ROWS[row["successor"]]["name"])
    if row["successor"]
    else row["name"]
    for key, row in ROWS.items()
}
REGION = region(Lexicon(NAMES, successors=SUCCESSORS))
DISTRICTS = [key for key, row in STANDING.items() if row["kind"] == "district"]
CITIES = [key for key, row in STANDING.items() if row["kind"] == "independent_city"]
TOWNS = [key for key, row in STANDING.items() if row["kind"] == "municipality"]
SHORT = tomllib.loads((ROOT / "ui" / "texts" / "short.toml").read_text("utf-8"))


def of_register(key: str) -> str:
    """The name as the official register has it: a district without its "Kreis" in front."""
    return ROWS[key]["name"].removeprefix("Kreis ")


def read(text: str) -> tuple[str, str]:
    """The key that a text is read as, or the finding with the places that it names."""
    found = REGION(text)
    if isinstance(found, str):
        return found, ""
    return ("", f"{found.finding}: {found.expected}") if found.finding else (found.text, "")


def test_all_names_of_the_registers_are_read_or_name_the_two_that_they_stand_for() -> None:
    """53 of districts and independent cities, 396 of towns and, once more, of independent cities."""
    registered = [(of_register(key), key) for key in [*DISTRICTS, *CITIES, *CITIES, *TOWNS]]
    assert len(registered) == 449
    asked = set()
    for name, key in registered:
        found, said = read(name)
        if said:
            asked.add(name)
            assert said.startswith("place_twofold: ")
            assert f"({key})" in said
            assert said.count(" oder ") == 1
        else:
            assert found == key, name
    towns = {of_register(key) for key in TOWNS}
    assert asked == towns & {of_register(key) for key in DISTRICTS} | {"Aachen", "Neuss"}


@pytest.mark.parametrize(
    "words",
    [
        *("Kreis {}", "{}, Kreis", "Landkreis {}", "LK {}", "{} (Kreis)", "{}, Landkreis"),
        *("KREIS {}", "Kr. {}", "{} Kreis"),
    ],
)
def test_districts_with_their_kind(words: str) -> None:
    for key in DISTRICTS:
        name = of_register(key)
        if "reis" not in name and "region" not in name:
            assert read(words.format(name)) == (key, ""), words.format(name)


@pytest.mark.parametrize(
    "words",
    [
        *("Stadt {}", "{}, Stadt", "SK {}", "{}, SK", "{}, Krfr. Stadt", "Kreisfreie Stadt {}"),
        *("{}, kreisfreie Stadt", "{} (kreisfreie Stadt)", "{}, Landeshauptstadt"),
        *("{}, Stadt der Kultur", "Universitätsstadt {}", "{} ({})"),
    ],
)
def test_independent_cities_with_their_kind(words: str) -> None:
    if words in ("{} (Land)"):
        assert read(words.format("Köln"))[1]
        return
    for key in CITIES:
        said = words.format(of_register(key), key)
        assert read(said) == (key, ""), said


@pytest.mark.parametrize(
    "words",
    [
        *("Stadt {}", "Gemeinde {}", "{}, Stadt", "{} (Stadt)", "Kreisstadt {}", "{}, Hansestadt"),
        *("Große kreisangehörige Stadt {}", "{} ({})", "{}, Gemeinde", "Alte Hansestadt {}"),
    ],
)
def test_towns_with_their_kind(words: str) -> None:
    for key in TOWNS:
        said = words.format(of_register(key), key)
        assert read(said) == (key, ""), said


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Städteregion Aachen (einschl. Stadt Aachen)", "05334"),
        ("StadtRegion Aachen", "05334"),
        ("Aachen, Städteregion", "05334"),
        ("StR Aachen", "05334"),
        ("Aachen, Stadt", "05334002"),
        ("Stadt Aachen", "05334002"),
        ("Hagen, Stadt der FernUniversität", "05914"),
        ("Ennepetal, Stadt der Kluterthöhle", "05954008"),
        ("SK Mülheim a.d.Ruhr", "05117"),
        ("Mülheim a. d. Ruhr", "05117"),
        ("Mülheim/Ruhr", "05117"),
        ("Muelheim an der Ruhr", "05117"),
        ("Neuss, Rhein-Kreis", "05162"),
        ("Kreis Neuss", "05162"),
        ("Rhein Sieg Kreis", "05382"),
        ("Rhein-Sieg", "05382"),
        ("Hochsauerland", "05958"),
        ("HSK", "05958"),
        ("EN-Kreis", "05954"),
        ("Ennepe-Ruhr", "05954"),
        ("Lippe", "05766"),
        ("Halle/Westfalen", "05754012"),
        ("Halle Westf", "05754012"),
        ("Horn - Bad Meinberg", "05766032"),
        ("St. Augustin", "05382056"),
        ("Emmerich a. Rh.", "05154008"),
        ("Monheim a.Rhein", "05158026"),
        ("Rheine, Kreis Steinfurt", "05566076"),
        ("Steinfurt (Kreis Steinfurt)", "05566084"),
        ("Kreis Steinfurt (05566)", "05566"),
        ("Land Nordrhein-Westfalen", "05"),
        ("Nordrhein-Westfalen, Land", "05"),
    ],
)
def test_as_people_and_statistics_write_it(said: str, key: str) -> None:
    assert read(said) == (key, "")


def test_as_our_own_screens_write_it() -> None:
    """The bar of filters, the lists of choice with the key behind the name, places that are gone."""
    for key, row in STANDING.items():
        for said in (place_label(key, NAMES), f"{row['name']} ({key})"):
            assert read(said) == (key, ""), said
    for key in SUCCESSORS:
        assert read(NAMES[key]) == (key, "")


def test_short_names_of_our_charts_are_read_or_name_the_two_that_they_stand_for() -> None:
    for key, short in SHORT.items():
        found, said = read(short)
        assert found == key or f"({key})" in said, short


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Steinfurt", {"05566084", "05566"}),
        ("Neuss", {"05162024", "05162"}),
        ("Aachen", {"05334002", "05334"}),
        ("Kreis Aachen", {"05334", "05354"}),
        ("LK Aachen", {"05334", "05354"}),
        ("Kreisfreie Stadt Aachen", {"05334002", "05313"}),
        ("SK Aachen", {"05334002", "05313"}),
    ],
)
def test_what_stands_for_several_names_them(said: str, meant: set[str]) -> None:
    found = REGION(said)
    assert isinstance(found, ReadCell)
    assert found.finding == "place_twofold"
    assert {key for key in ROWS if f"({key})" in found.expected} == meant


@pytest.mark.parametrize(
    "said",
    [
        *("nicht Rheine", "halb Köln", "ohne Köln", "Kreis Köln", "LK Bonn", "Kreis Rheine"),
        *("Kreisfreie Stadt Rheine", "Städteregion Aachen (ohne Stadt Aachen)", "Kreis", "Stadt"),
        *("Kreis und Stadt Steinfurt", "Rheine (Kreis Coesfeld)", "Rheine (05566084)"),
        *("Regierungsbezirk Köln", "Reg.-Bez. Münster", "Kreis Steinfurt (ohne Rheine)"),
        *("Köln und Bonn", "Tausend Rheine", "Rheine 2", "Köln (Land)"),
    ],
)
def test_what_no_place_is_called_is_not_read(said: str) -> None:
    found, finding = read(said)
    assert not found
    assert finding.partition(":")[0] in ("ags", "place_unknown")


def test_no_suggestion_crosses_the_border_between_district_and_town() -> None:
    """A letter too many, in every name with its kind."""
    for key in [*DISTRICTS, *TOWNS, *CITIES]:
        is_district = key in DISTRICTS
        name = of_register(key)
        if is_district and ("reis" in name or "region" in name):
            continue
        found = REGION(f"{'Kreis' if is_district else 'Stadt'} {name[:3]}{name[2:]}")
        assert isinstance(found, ReadCell)
        named = {each for each in ROWS if f"({each})" in found.expected}
        assert all((each in DISTRICTS or each == "05354") is is_district for each in named), name
