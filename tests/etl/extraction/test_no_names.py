"""Names of persons never enter a fact, wherever they stand in a paper."""

import pytest

from etl.extraction.paper import Paper, Span
from etl.extraction.propose import propose
from etl.extraction.proposed import anchor

NAME = "Musterfrau"
HEADING = "Kommunales Integrationsmanagement (KIM)"
SENTENCES = (
    "Frau Musterfrau (Caritas) berichtet, dass drei Stellen im Case Management besetzt sind.",
    "Die Lenkungsgruppe tagt monatlich. Ihr gehören Frau Musterfrau und das Jobcenter an.",
    "Die Lenkungsgruppe tagt monatlich. Ihr gehören Erika Musterfrau und das Jobcenter an.",
    "Die Arbeitsgruppe Frau Musterfrau trifft sich monatlich.",
    "Auf Antrag von Frau Musterfrau beschließt der Kreistag einstimmig die Teilnahme am KIM.",
    "Frau Musterfrau sagt zu, bis zum 30.06.2023 über das Case Management zu berichten.",
    "Frau Musterfrau fragt, wie viele Stellen im Case Management besetzt sind.",
    "Das Case Management hat Frau Musterfrau am 01.02.2023 übernommen.",
    "Eine Evaluation durch Frau Musterfrau vor Ort ist geplant.",
    "Die Fachaufsicht über das Case Management hat Frau Musterfrau beim Kreis.",
    "Ktabg. Musterfrau (SPD) meint, es gebe neun Stellen im Case Management.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_value_holds_the_name_of_a_person(sentence: str) -> None:
    found = list(propose(Paper((HEADING, sentence), "05566", "2023-05")))
    assert [
        each for each in found if each.paragraph == 2 and NAME in anchor(sentence, each.span)
    ] == []
    assert [fact.values for fact in found if NAME in " ".join(map(str, fact.values.values()))] == []


def test_the_sentences_say_something() -> None:
    paper = Paper((HEADING, *SENTENCES), "05566", "2023-05")
    assert len(list(propose(paper))) >= 8


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "drei Stellen im Case Management sind besetzt worden",
            "drei Stellen im Case Management sind",
        ),
        ("Frau Musterfrau leitet die Lenkungsgruppe KIM", "leitet die Lenkungsgruppe KIM"),
        ("seit Mai ist Herr Muster dort", "seit Mai ist"),
    ],
)
def test_an_anchor_is_of_the_words_around_a_name(words: str, told: str) -> None:
    assert anchor(f"Es heißt: {words}.", Span(10, 10 + len(words))) == told
