"""What is new as a list: place by place, certain and possible apart, with what it was before and its proof."""

from datetime import date

from kim.facts import FactKey
from kim.news import Change, Kind
from tests.spec.reading import entries, says
from ui.lists import news

ROW = {
    "region": "05566076",
    "place": "Rheine",
    "basis": "stated",
    "source_kind": "memo",
    "source_date": "2023",
    "paragraph": 7,
    "is_read_from_text": True,
    "status": "established",
}
PLACES = [("05566076", "Rheine"), ("05566", "Kreis Steinfurt"), ("05", "Dazu vom Land: NRW")]


def change(kind: Kind, number: int, region: str = "05566076", **more: object) -> Change:
    said = {"label": str(kind), "words": f"Worte {number}", "when": "ab 2022", "is_certain": True}
    fact = FactKey("positions", number)
    row = ROW | {"region": region, "status": more.pop("status", "established")}
    return Change(kind=kind, fact=fact, day=date(2022, 12, 31), row=row, **said | more)  # type: ignore[arg-type]


def test_place_by_place_what_is_certain_and_what_is_possible() -> None:
    changes = [
        change(Kind.NUMBER, 1, before="1,9 Stellen", after="3,5 Stellen"),
        change(Kind.EXPECTED, 2, is_certain=False),
        change(Kind.OVERDUE, 3, "05566"),
        change(Kind.BEGAN, 4, "05"),
        change(Kind.BEGAN, 5, "05515"),
    ]
    says(
        entries(news.by_place(changes, PLACES)),
        """
        ## Rheine (1)
        05566076 [set: number] Worte 1 | Stellen · ab 2022 | vorher: 1,9 Stellen | Vermerk 2023, Absatz 7 -> positions 1
        > Rheine: Tag nicht sicher (1)
        - Das Dokument nennt keinen genauen Tag. Es kann auch vorher oder nachher gewesen sein.
        05566076 [planned: expected] Worte 2 | Stellen · ab 2022 | | Vermerk 2023, Absatz 7 -> positions 2
        > Kreis Steinfurt (1)
        05566 [late: overdue] Worte 3 | Stellen · ab 2022 | in den durchsuchten Dokumenten keine Einlösung gefunden | Vermerk 2023, Absatz 7 -> positions 3
        > Dazu vom Land: NRW (1)
        05 [level: began] Worte 4 | Stellen · ab 2022 | | Vermerk 2023, Absatz 7 -> positions 4
        """,
    )


def test_what_became_otherwise_stands_beside_it() -> None:
    changes = [
        change(Kind.CONTRADICTED, 1, before="4 Stellen (laut Vermerk)"),
        change(Kind.WITHDRAWN, 2),
        change(Kind.CHANGED, 3, before="alt", after="neu"),
        change(Kind.CHANGED, 4, after="Anmerkung"),
        change(Kind.DATED, 5, before="2022", after="ab 01.11.2022"),
        change(Kind.NUMBER, 6, before="5", after="6", status="applied_for"),
    ]
    says(
        entries(news.by_place(changes, PLACES)),
        """
        ## Rheine (6)
        05566076 [open: contradicted] Worte 1 | Stellen · ab 2022 | anders: 4 Stellen (laut Vermerk) | Vermerk 2023, Absatz 7 -> positions 1
        05566076 [unsure: withdrawn] Worte 2 | Stellen · ab 2022 | | Vermerk 2023, Absatz 7 -> positions 2
        05566076 [level: changed] Worte 3 | Stellen · ab 2022 | vorher: alt | Vermerk 2023, Absatz 7 -> positions 3
        05566076 [level: changed] Worte 4 | Stellen · ab 2022 | geändert: Anmerkung | Vermerk 2023, Absatz 7 -> positions 4
        05566076 [level: dated] Worte 5 | Stellen · ab 2022 | jetzt: ab 01.11.2022; vorher: 2022 | Vermerk 2023, Absatz 7 -> positions 5
        05566076 [level: number] Worte 6 | Stellen · ab 2022 | vorher: 5 | Vermerk 2023, Absatz 7 -> positions 6
        """,
    )


def test_of_what_is_overdue_it_says_that_nothing_was_found() -> None:
    changes = [change(Kind.OVERDUE, 1), change(Kind.OVERDUE_REPORT, 2), change(Kind.BEGAN, 3)]

    assert [news.not_found(each) for each in changes] == [
        "in den durchsuchten Dokumenten keine Einlösung gefunden",
        "in den durchsuchten Dokumenten keinen Bericht gefunden",
        "",
    ]
    [group] = news.by_place(changes, PLACES).groups
    assert [each.aside for each in group.entries] == [news.not_found(each) for each in changes]
    assert [each.chips[0].form for each in group.entries] == ["late", "late", "level"]


def test_a_long_group_shows_its_first_entries() -> None:
    changes = [change(Kind.BEGAN, number) for number in range(news.MOST_OPEN + 2)]
    first, more = news.by_place(changes, PLACES).groups

    assert (first.title, len(first.entries), first.is_folded) == ("Rheine (12)", 10, False)
    assert (more.title, len(more.entries), more.is_folded) == ("Rheine: 2 weitere", 2, True)


def test_without_news_there_is_no_group() -> None:
    assert news.by_place([], PLACES).groups == ()
