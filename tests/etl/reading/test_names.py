"""Codes and labels, places, organisations and sources by key or by name."""

import csv
import time

import pytest

from etl.reading import Lexicon
from etl.reading.values.cells import ReadCell
from etl.reading.values.names import is_slip, normal
from etl.reading.values.names import vocabulary as vocabulary_reader
from etl.reading.values.places import region
from kim.tables import DATA, package
from tests.etl.reading.dropped import drop, drop_cells, excel, table_of

with (DATA / "regions.csv").open(encoding="utf-8", newline="") as register:
    ROWS = list(csv.DictReader(register))
REGISTER = {row["ags"]: row["name"] for row in ROWS if not row["valid_to"]}
REGION = region(Lexicon(REGISTER))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("besetzt", "filled"),
        ("BESETZT ", "filled"),
        ("filled", "filled"),
        ("Filled", "filled"),
        ("eingerichtet", "established"),
    ],
)
def test_codes_and_labels_are_read_in_any_case(cell: str, code: str) -> None:
    got = drop_cells({"Stand der Einrichtung": cell})
    assert (got.findings, got.repairs, got.column("status")) == ([], [], [code])


@pytest.mark.parametrize("cell", ["2", "Baustein 2: Case Management", "baustein 2"])
def test_the_short_form_of_a_label_will_do(cell: str) -> None:
    assert drop_cells({"Baustein": cell}).column("module") == ["2"]


def test_a_label_that_is_also_a_sign_is_a_label() -> None:
    got = drop_cells({"Genauigkeit": "unbekannt", "Anzahl": ""})
    assert got.column("certainty") == ["unknown"]


def test_an_unknown_label_names_the_allowed_ones_and_the_one_that_was_meant() -> None:
    got = drop_cells({"Stand der Einrichtung": "besezt"}, {"Stand der Einrichtung": "grün"})
    labels = ", ".join(package().vocabularies["position_status"].values())
    assert [(f.kind, f.line, f.column, f.value, f.expected) for f in got.findings] == [
        ("vocabulary", 2, "Stand der Einrichtung", "besezt", f"{labels} (meinten Sie „besetzt“?)"),
        ("vocabulary", 3, "Stand der Einrichtung", "grün", labels),
    ]
    assert got.column("status") == ["besezt", "grün"]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("unbesetzt", "besetzt"),
        ("nicht besetzt", "besetzt"),
        ("noch nicht besetzt", "besetzt"),
        ("teilweise besetzt", "besetzt"),
        ("halbjährlich", "jährlich"),
        ("vierteljährlich", "jährlich"),
        ("ungenau", "genau"),
        ("ungefördert", "gefördert"),
        ("TEUR", "EUR"),
        ("TEuro", "Euro"),
        ("Tsd. Euro", "Euro"),
        ("Euro in Tausend", "Euro"),
        ("behauptet, bestätigt", "behauptet, nicht bestätigt"),
        ("Baustein 3", "Baustein 2"),
        ("Stadt Steinfurt", "Kreis Steinfurt"),
        ("Lenkungsgruppe 2022", "Lenkungsgruppe 2023"),
        ("Betrag ab (T€)", "Betrag ab"),
        ("keine Angabe", "Angabe"),
        ("entfristet", "befristet"),
    ],
)
def test_another_meaning_is_no_slip(given: str, meant: str) -> None:
    assert not is_slip(given, meant)
    assert not is_slip(meant, given)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("besezt", "besetzt"),
        ("Bestezt", "besetzt"),
        ("jährlch", "jährlich"),
        ("Casemanagement", "Case Management"),
        ("Lernen fördern e.V.", "Lernen fördern e. V."),
        ("Rhein Sieg Kreis", "Rhein-Sieg-Kreis"),
    ],
)
def test_a_slip_of_the_pen_is_one(given: str, meant: str) -> None:
    assert is_slip(given, meant)


@pytest.mark.parametrize("words", ["nicht {}", "kein {}", "un{}", "halb{}", "T{}", "{} in Tausend"])
@pytest.mark.parametrize("vocabulary", package().vocabularies)
def test_no_vocabulary_suggests_the_opposite(vocabulary: str, words: str) -> None:
    labels = package().vocabularies[vocabulary]
    known = {normal(each) for each in [*labels, *labels.values()]}
    read = vocabulary_reader(labels)
    for label in labels.values():
        cell = words.format(label)
        found = read(cell)
        is_word = normal(cell) not in known and not cell.startswith(("unun", "halbhalb"))
        if is_word and isinstance(found, ReadCell):
            assert f"„{label}“?" not in found.expected, (cell, found.expected)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Landkreis Steinfuhrt", "„Kreis Steinfurt“ (05566)"),
        ("Steinfuhrt", "„Steinfurt“ (05566084) oder „Kreis Steinfurt“ (05566)"),
        ("Halle", "„Halle (Westf.)“ (05754012)"),
        ("Rheime (Kreis Steinfurt)", "„Rheine“ (05566076)"),
        ("Lippetall", "„Lippetal“ (05974024)"),
    ],
)
def test_a_suggested_place_is_of_the_kind_that_was_written(cell: str, meant: str) -> None:
    found = REGION(cell)
    assert isinstance(found, ReadCell)
    assert (found.finding, found.expected) == ("place_unknown", meant)


@pytest.mark.parametrize("cell", ["Kreis Rheine", "LK Bonn", "Kreis Lippetal", "Landkreis Hille"])
def test_no_town_is_suggested_for_a_district(cell: str) -> None:
    found = REGION(cell)
    assert isinstance(found, ReadCell)
    assert (found.finding, found.expected) == ("ags", "")


def test_every_town_is_read_as_the_bar_of_filters_writes_it() -> None:
    for key, name in REGISTER.items():
        if len(key) == 8:
            label = f"{name} ({REGISTER[key[:5]]})"
            found = REGION(label)
            assert isinstance(found, ReadCell)
            assert (found.text, found.finding) == (key, None), label


@pytest.mark.parametrize(
    ("cell", "ags", "kind"),
    [
        ("05566076", "05566076", None),
        ("'05566076", "05566076", None),
        ("05566999", "05566999", None),
        ("05 566 076", "05566076", "region_written"),
        ("5.566.076", "05566076", "region_zero"),
        ("5566076", "05566076", "region_zero"),
        ("5566", "05566", "region_zero"),
        ("5", "05", "region_zero"),
        ("055660076076", "05566076", "region_long"),
        ("Rheine", "05566076", "region_name"),
        ("kreis  steinfurt", "05566", "region_name"),
        (".", "", "sign_empty"),
    ],
)
def test_a_place_by_key_or_name(cell: str, ags: str, kind: str | None) -> None:
    got = drop_cells({"Ort": cell})
    assert (got.findings, got.column("region")) == ([], [ags])
    assert [r.kind for r in got.repairs] == ([kind] if kind else [])


@pytest.mark.parametrize("cell", ["055660760", "5999", "99", "Atlantis", "05 56a"])
def test_what_is_no_place_is_found(cell: str) -> None:
    got = drop_cells({"Ort": cell})
    assert [f.kind for f in got.findings] == ["ags"]
    assert got.column("region") == [cell]


def test_a_town_that_a_district_is_called_after_is_not_guessed() -> None:
    got = drop_cells({"Ort": "Steinfurt"})
    assert [(f.kind, f.expected) for f in got.findings] == [
        ("place_twofold", "Steinfurt (05566084) oder Kreis Steinfurt (05566)")
    ]
    assert got.column("region") == ["Steinfurt"]


@pytest.mark.parametrize(
    ("cell", "ags"),
    [
        ("Stadt Steinfurt", "05566084"),
        ("Steinfurt, Stadt", "05566084"),
        ("Gemeinde Steinfurt", "05566084"),
        ("Stadt Rheine", "05566076"),
        ("Kreis Steinfurt", "05566"),
        ("Landkreis  STEINFURT", "05566"),
        ("Münster", "05515"),
        ("Stadt Münster", "05515"),
        ("Kreisfreie Stadt Münster", "05515"),
        ("NRW", "05"),
        ("Land NRW", "05"),
        ("Nordrhein-Westfalen", "05"),
    ],
)
def test_what_places_are_called_beside_their_names(cell: str, ags: str) -> None:
    got = drop_cells({"Ort": cell})
    assert (got.findings, got.column("region")) == ([], [ags])
    assert [(r.kind, r.before, r.after) for r in got.repairs] == [("region_name", cell, ags)]


@pytest.mark.parametrize(
    "cell", ["Kreis Münster", "Kreis Rheine", "Kreisfreie Stadt Rheine", "Stadt Steinfurt (Westf.)"]
)
def test_what_no_place_is_called_is_found(cell: str) -> None:
    got = drop_cells({"Ort": cell})
    assert got.column("region") == [cell]
    assert [f.kind for f in got.findings] in (["ags"], ["place_unknown"])


def test_every_place_of_the_register_can_be_named() -> None:
    for key, name in REGISTER.items():
        found = REGION(f"Stadt {name}" if len(key) == 8 else name)
        assert isinstance(found, ReadCell)
        assert (found.text, found.repair) == (key, "region_name")
    twofold = {name for name in REGISTER.values() if _finding(REGION(name)) == "place_twofold"}
    assert {"Steinfurt", "Coesfeld", "Borken", "Soest", "Unna", "Neuss", "Aachen"} <= twofold
    assert len(twofold) == 21
    assert twofold.isdisjoint({"Rheine", "Münster", "Köln"})


def _finding(found: ReadCell | str) -> str | None:
    return found.finding if isinstance(found, ReadCell) else None


def test_a_place_that_is_nearly_right_is_suggested() -> None:
    got = drop_cells({"Ort": "Kreis Steinfort"})
    assert [(f.kind, f.expected) for f in got.findings] == [
        ("place_unknown", "„Kreis Steinfurt“ (05566)")
    ]


def test_umlauts_may_be_composed_or_not() -> None:
    got = drop_cells({"Ort": "Mu\u0308nster", "Ma\u00df": "Gesamtzahl"})
    assert (got.findings, got.column("region")) == ([], ["05515"])


def test_organisations_and_sources_by_key_or_name() -> None:
    got = drop_cells(
        {"Anstellungsträger": "Stadt Rheine", "Quelle": "vermerk für den integrationsrat"},
        {"Anstellungsträger": "stadt-rheine"},
        {"Anstellungsträger": "x"},
    )
    assert got.column("employer") == ["stadt-rheine", "stadt-rheine", ""]
    assert got.column("source") == ["vermerk-2023"] * 3
    assert [(r.kind, r.after) for r in got.repairs] == [
        ("name", "stadt-rheine"),
        ("name", "vermerk-2023"),
        ("sign_empty", ""),
    ]


def test_a_reference_that_is_nearly_right_is_suggested_and_others_stay() -> None:
    got = drop_cells({"Anstellungsträger": "Stadt Rheyne", "Quelle": "nie-gesehen"})
    assert [(f.kind, f.value, f.expected) for f in got.findings] == [
        ("reference", "Stadt Rheyne", "„Organisationen“ (meinten Sie „Stadt Rheine“?)")
    ]
    assert got.column("source") == ["nie-gesehen"]


def test_many_unknown_names_do_not_take_long() -> None:
    changes = ({"Ort": f"Kreis Nirgendwo {number}" * 2} for number in range(20_000))
    content = excel(table_of(*changes))
    start = time.process_time()
    assert drop(content).findings[-1].kind == "too_many"
    assert time.process_time() - start < 20
