"""What clerks write for a code: words that are read as one, and words that stand for none."""

import pytest

from etl.reading.values.names import normal
from kim.tables import Field, package
from tests.etl.reading.dropped import Dropped, drop_cells

STATUS = "Stand der Einrichtung"
CODED = {
    (table.name, field.name): field
    for table in package().tables.values()
    for field in table.fields
    if field.vocabulary
}


def status(cell: str) -> Dropped:
    return drop_cells({STATUS: cell})


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("unbesetzt", "vacant"),
        ("nicht besetzt", "vacant"),
        ("noch nicht besetzt", "vacant"),
        ("beantragt", "applied_for"),
        ("weggefallen", "cut"),
        ("gestrichen", "cut"),
        ("teilweise besetzt", "partly_filled"),
        ("Größtenteils besetzt", "partly_filled"),
        ("noch nicht komplett", "partly_filled"),
        ("neu besetzt", "filled"),
    ],
)
def test_the_state_of_a_post(cell: str, code: str) -> None:
    got = status(cell)
    assert (got.findings, got.column("status")) == ([], [code])
    labels = package().vocabularies["position_status"]
    is_label = labels[code] == cell
    assert [(r.kind, r.after) for r in got.repairs] == (
        [] if is_label else [("synonym", labels[code])]
    )


@pytest.mark.parametrize("cell", ["nicht gefördert", "ungefördert", "nicht geplant", "zugesagt"])
def test_what_is_no_state_is_refused_and_nothing_is_suggested(cell: str) -> None:
    got = status(cell)
    assert [f.kind for f in got.findings] == ["vocabulary"]
    assert "meinten" not in got.findings[0].expected


@pytest.mark.parametrize("cell", ["kw", "KW 2025", "kw 31.12.2025", "künftig wegfallend"])
def test_a_post_that_will_go_is_not_gone(cell: str) -> None:
    got = status(cell)
    assert [f.kind for f in got.findings] == ["vocabulary"]
    assert "noch besteht die Stelle" in str(got.findings[0]).casefold().replace("stelle", "Stelle")
    assert "Befristet bis" in str(got.findings[0])


def test_a_cut_is_no_measure() -> None:
    got = drop_cells({"Maß": "Abbau"})
    assert str(got.findings[0]).endswith(
        "Erlaubt sind: Gesamtzahl, Zuwachs, Teilmenge. Ein Abbau ist kein Maß. Schreiben Sie die "
        "Zahl der weggefallenen Stellen als „Gesamtzahl“ mit dem Stand „weggefallen“."
    )


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31.12.2025", "2025-12-31"),
        ("befristet bis 31.12.2025", "2025-12-31"),
        ("befristet bis zum 31.12.2025", "2025-12-31"),
        ("bis Dezember 2025", "2025-12"),
        ("kw 2025", "2025"),
        ("kw-Vermerk: 2025", "2025"),
    ],
)
def test_until_when_a_post_is_limited(cell: str, day: str) -> None:
    got = drop_cells({"Befristet bis": cell})
    assert (got.findings, got.column("valid_until")) == ([], [day])


@pytest.mark.parametrize("cell", ["kw", "bis auf Weiteres", "befristet", "kw 30.02.2025"])
def test_what_is_no_day_is_no_limit(cell: str) -> None:
    got = drop_cells({"Befristet bis": cell})
    assert [f.column for f in got.findings] == ["Befristet bis"]
    assert got.findings[0].value == cell


def test_until_is_no_day_from_which_something_held() -> None:
    got = drop_cells({"Stand am": "befristet bis 2022"})
    assert [f.column for f in got.findings] == ["Stand am"]


@pytest.mark.parametrize(
    ("cell", "group"),
    [
        ("S 12", "S 12"),
        ("S12", "S 12"),
        ("s 11B", "S 11b"),
        ("E 9b", "E 9b"),
        ("EG 9c", "E 9c"),
        ("Entgeltgruppe 9b TVöD", "E 9b"),
        ("TVöD-SuE S 15", "S 15"),
        ("E 2Ü", "E 2Ü"),
        ("Besoldungsgruppe A 10", "A 10"),
        ("9b", "9b"),
        ("S 12/S 15", "S 12/S 15"),
        ("außertariflich", "außertariflich"),
        ("k. A.", ""),
    ],
)
def test_a_pay_group_has_one_form(cell: str, group: str) -> None:
    got = drop_cells({"Entgeltgruppe": cell})
    assert (got.findings, got.column("pay_group")) == ([], [group])


@pytest.mark.parametrize("heading", ["kw-Vermerk", "KW", "Befristung", "Besoldungsgruppe"])
def test_columns_are_known_under_other_headings(heading: str) -> None:
    got = drop_cells({heading: "2025" if heading != "Besoldungsgruppe" else "A 10"})
    assert (got.findings, got.questions, got.reading.left_out) == ([], [], [])
    assert {"valid_until", "pay_group"} & set(got.rows[0])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("abgelehnt", "rejected"),
        ("einstimmig abgelehnt", "rejected"),
        ("vertagt", "adjourned"),
        ("zurückgezogen", "withdrawn"),
        ("verwiesen", "referred"),
        ("aufgehoben", "rescinded"),
        ("einstimmig beschlossen", "decided"),
        ("Kenntnis genommen", "noted"),
    ],
)
def test_how_a_decision_went(cell: str, code: str) -> None:
    got = drop_cells({"Art": cell}, table="decisions")
    assert (got.findings, got.column("kind")) == ([], [code])


@pytest.mark.parametrize("cell", ["nicht beschlossen", "nicht abgelehnt", "unbeschlossen"])
def test_a_negation_is_no_decision_of_the_other_kind(cell: str) -> None:
    got = drop_cells({"Art": cell}, table="decisions")
    assert [f.kind for f in got.findings] == ["vocabulary"]
    assert "meinten" not in got.findings[0].expected


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("regelmäßig", "regularly"),
        ("halbjährlich", "half_yearly"),
        ("zweimal im Jahr", "half_yearly"),
        ("in jeder Sitzung", "every_meeting"),
        ("jährlich", "yearly"),
        ("einmalig", "once"),
    ],
)
def test_how_often_a_promise_falls_due(cell: str, code: str) -> None:
    got = drop_cells({"Wiederkehr": cell}, table="commitments")
    assert (got.findings, got.column("recurrence")) == ([], [code])


@pytest.mark.parametrize("cell", ["vierteljährlich", "unregelmäßig", "monatlich"])
def test_another_rhythm_is_refused_and_nothing_is_suggested(cell: str) -> None:
    got = drop_cells({"Wiederkehr": cell}, table="commitments")
    assert [f.kind for f in got.findings] == ["vocabulary"]
    assert "meinten" not in got.findings[0].expected


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Beratene Personen", "persons_advised"),
        ("Fälle im Case Management", "cases"),
        ("Fallzahl", "cases"),
        ("Beratungen", "consultations"),
        ("Personen je Fachkraft im Case Management", "persons_per_case_manager"),
        ("Einbürgerungen", "naturalisations"),
        ("Geflüchtete", "refugees"),
        ("Einwohnerzahl", "population"),
    ],
)
def test_what_is_counted(cell: str, code: str) -> None:
    got = drop_cells({"Kennzahl": cell}, table="indicators")
    assert (got.findings, got.column("indicator")) == ([], [code])


def test_a_share_is_no_number_of_people() -> None:
    got = drop_cells({"Kennzahl": "Ausländeranteil"}, table="indicators")
    assert "Für Anteile gibt es keine Kennzahl" in str(got.findings[0])


def test_how_and_over_which_time_it_is_counted() -> None:
    got = drop_cells(
        {"Zählweise": "Bestand"},
        {"Zählweise": "im Zeitraum", "Zeitraum": "2023"},
        {"Zählweise": "seit Beginn", "Zeitraum": "08.2022"},
        {},
        table="indicators",
    )
    assert got.findings == []
    assert got.column("counting") == ["stock", "flow", "running_total", ""]
    assert got.column("period") == ["", "2023", "2022-08", ""]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Case Management", "2"),
        ("case-management", "2"),
        ("Baustein II", "2"),
        ("Modul II", "2"),
        ("Modul 2", "2"),
        ("Baustein 2 (Case Management)", "2"),
        ("KIM-Koordination", "1"),
        ("Koordinierung", "1"),
        ("strategische Koordinierung", "1"),
        ("Modul I", "1"),
        ("Ausländerbehörde", "3"),
        ("Modul III", "3"),
    ],
)
def test_a_module_by_what_it_is_called(cell: str, code: str) -> None:
    got = drop_cells({"Baustein": cell})
    assert (got.findings, got.column("module")) == ([], [code])
    assert [(r.kind, r.before) for r in got.repairs] == [("synonym", cell)]


@pytest.mark.parametrize("cell", ["Baustein 4", "Modul IV", "Baustein 1 und 2", "Modul 22"])
def test_what_is_no_module_is_refused(cell: str) -> None:
    assert [f.kind for f in drop_cells({"Baustein": cell}).findings] == ["vocabulary"]


@pytest.mark.parametrize("place", CODED, ids=".".join)
def test_a_synonym_is_one_word_for_one_code_and_no_label(place: tuple[str, str]) -> None:
    field: Field = CODED[place]
    known = {normal(each) for each in (*field.vocabulary, *field.vocabulary.values())}
    words = [normal(each) for each in field.synonyms]

    assert set(field.synonyms.values()) <= set(field.vocabulary)
    assert len(set(words)) == len(words)
    assert known.isdisjoint(words)
    assert known.isdisjoint(map(normal, field.hints))
