"""Bodies and carriers in running text."""

import pytest

from etl.extraction.mentions.organisations import find_organisations
from etl.extraction.phrases import Phrase, load

DECLARED = [
    (kind, each) for kind in ("bodies", "carriers") for each in load("organisations")[kind].phrases
]


@pytest.mark.parametrize(
    ("kind", "entry"), DECLARED, ids=lambda each: getattr(each, "phrase", each)
)
def test_every_declared_name_is_found_in_its_example(kind: str, entry: Phrase) -> None:
    found = [(each.kind, each.name, each.code) for each in find_organisations(entry.example)]
    assert (kind, entry.gives["name"], entry.code) in found


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("des Sozialausschusses", "Sozialausschuss", "political"),
        ("im Haupt- und Finanzausschuss", "Haupt- und Finanzausschuss", "political"),
        (
            "der Ausschuss für Soziales, Familie und Integration berät",
            "Ausschuss für Soziales, Familie und Integration",
            "political",
        ),
        ("des Caritasverbandes Rheine", "Caritasverband Rheine", "caritas-rheine"),
        ("des Kreises Steinfurt", "Kreis Steinfurt", "kreis-steinfurt"),
    ],
)
def test_committees_and_registered_organisations_need_no_line(
    text: str, name: str, code: str
) -> None:
    [found] = find_organisations(text)
    assert (found.name, found.code) == (name, code)


@pytest.mark.parametrize(
    "text", ["mit Rat und Tat", "Ausschuss der Bewerbungen", "freie Stellen", "Beratung"]
)
def test_what_only_sounds_alike_is_none(text: str) -> None:
    assert list(find_organisations(text)) == []
