"""Of which place a sentence speaks, in the paper of a town and in that of its district."""

import pytest

from etl.extraction.paper import Paper, Span
from etl.extraction.place import place_of, seat_of
from etl.extraction.propose import contexts

LAND, DISTRICT, TOWN, OTHER_DISTRICT = "05", "05566", "05566076", "05558"


def place(text: str, about: str, region: str = TOWN) -> str:
    [context] = contexts(Paper((text,), region, "2025"))
    start = text.index(about)
    return place_of(context, Span(start, start + len(about)))


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("Das Konzept gilt seit Mai.", TOWN),
        ("Landesweit gilt das Konzept.", LAND),
        ("Kreisweit gilt das Konzept.", DISTRICT),
        ("Im Kreis gilt das Konzept.", DISTRICT),
        ("Im gesamten Kreisgebiet gilt das Konzept.", DISTRICT),
        ("Im Kreis Coesfeld gilt das Konzept.", OTHER_DISTRICT),
        ("Rheine hat als eine der ersten Kommunen im Kreis Steinfurt das Konzept.", TOWN),
        ("Mit dem Kreis Steinfurt wurde das Konzept vereinbart.", TOWN),
        ("In Rheine und im Kreis Coesfeld gibt es Pläne, in Greven das Konzept.", "05566012"),
    ],
)
def test_in_the_paper_of_a_town(text: str, ags: str) -> None:
    assert place(text, "Konzept") == ags


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("Das Konzept gilt seit Mai.", DISTRICT),
        ("Die Stadt Rheine hat das Konzept.", TOWN),
        ("Das Konzept gilt in Rheine.", TOWN),
    ],
)
def test_in_the_paper_of_a_district(text: str, ags: str) -> None:
    assert place(text, "Konzept", DISTRICT) == ags


def test_a_wide_meeting_and_one_of_the_place() -> None:
    text = "Neben den kreisweiten Treffen gibt es Gespräche."
    assert (place(text, "Treffen"), place(text, "Gespräche")) == (DISTRICT, TOWN)


def test_a_group_that_sits_at_the_district_is_its_own() -> None:
    paper = Paper(
        ("Die Lenkungsgruppe ist beim Kreis angesiedelt.", "Die Lenkungsgruppe tagt."), TOWN
    )
    *_, last = contexts(paper)
    assert place_of(last, Span(4, 18)) == DISTRICT


def test_who_reports_from_the_district_speaks_of_the_district_until_the_next_heading() -> None:
    paper = Paper(
        (
            "Die Leiterin des Kommunalen Integrationszentrums berichtet.",
            "Es läuft gut.",
            "Ausblick",
            "Es geht weiter.",
        ),
        TOWN,
    )
    assert [place_of(each, Span(0, 2)) for each in contexts(paper)] == [
        DISTRICT,
        DISTRICT,
        TOWN,
        TOWN,
    ]


@pytest.mark.parametrize(
    ("text", "council", "region", "ags"),
    [
        ("Der Rat beschließt.", "Der Rat", TOWN, TOWN),
        ("Der Kreistag beschließt.", "Kreistag", TOWN, DISTRICT),
        ("Der Rat der Stadt Rheine beschließt.", "Der Rat", DISTRICT, TOWN),
        ("Der Rat berät über den Antrag aus Greven.", "Der Rat", TOWN, TOWN),
    ],
)
def test_whose_council_it_is(text: str, council: str, region: str, ags: str) -> None:
    [context] = contexts(Paper((text,), region, "2025"))
    start = text.index(council)
    assert seat_of(context, Span(start, start + len(council))) == ags
