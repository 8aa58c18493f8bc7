"""hits.sql: in which entries do these words stand?"""

import hashlib
from pathlib import Path

import pandas as pd
import pytest

from kim import queries
from kim.loads import Kind
from kim.queries import View
from kim.word_forms import is_noun, spelled, stems
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, SECOND, Told, view
from tests.spec.write.loaded import Loaded

BODIES = """
    loads | region   | body                  | source       | as_of
          | 05566    | Beirat                | vermerk-2023 | 2022
          | 05558    | Beirat und Rat        | vermerk-2023 | 2022
          | 05566076 | Runde mit dem Beirat  | vermerk-2023 | 2022
          | 05515    | Beiräte               | vermerk-2023 | 2022
    1     | 05566    | Beirat alt            | vermerk-2023 | 2022
    2-    | 05566    | Beirat neu            | vermerk-2023 | 2024
"""


def found(
    told: Told,
    words: str,
    shown: View,
    own: str = "",
    most: int = 9,
    skip: int = 0,
    named: tuple[str, ...] = (),
) -> pd.DataFrame:
    """What is found for words, with the statement in words."""

    def ask() -> pd.DataFrame:
        asked = [(each, stems(each), is_noun(each)) for each in spelled(words)]
        first = (own,) if own else ()
        rows = queries.hits(queries.found_words(asked), first, most, skip, shown, named)
        said = {
            each["fact"]: each["body"]
            for each in queries.facts(
                "bodies", View(("05566", "05558", "05566076", "05515"))
            ).to_dict("records")
        }
        return rows.assign(body=rows["fact"].map(said))

    return told.ask(ask)


def bodies(rows: pd.DataFrame) -> list[str]:
    return list(rows["body"].dropna())


def test_own_place_then_chosen_ones_then_the_word_itself_then_few_words(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert bodies(found(told, "Beirat", view("05566076"), own="05558")) == [
        "Beirat und Rat",
        "Runde mit dem Beirat",
        "Beirat",
        "Beirat neu",
        "Beiräte",
    ]


def test_most_words_first_and_only_those(spec: Spec) -> None:
    told = spec(bodies=BODIES)
    rows = found(told, "Beirat Runde", view("05566"))

    assert bodies(rows) == ["Runde mit dem Beirat"]
    assert list(rows["found"]) == [2]


def test_a_rarer_word_counts_more(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert bodies(found(told, "Runde neu", view("05566"), own="05566")) == [
        "Beirat neu",
        "Runde mit dem Beirat",
    ]
    assert bodies(found(told, "Beiräte Coesfeld", view("05566"), own="05515")) == ["Beirat und Rat"]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (view("05566"), ["Beirat", "Beirat neu"]),
        (view("05566", known_on=SECOND), ["Beirat", "Beirat neu"]),
        (view("05566", "2023-06-30"), ["Beirat"]),
        (view("05566", "2021-06-30"), []),
    ],
    ids=["today", "as known on the second day", "before one held", "before any held"],
)
def test_only_what_was_known_and_held(spec: Spec, shown: View, expected: list[str]) -> None:
    rows = found(spec(bodies=BODIES), "Beirat Steinfurt", shown)

    assert bodies(rows) == expected


def test_what_was_taken_back_is_found_as_it_was_known(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert len(found(told, "Beirat alt", view("05566", known_on=FIRST))) == 1
    assert "fact" not in set(found(told, "alt", view("05566"))["kind"])


def test_a_statement_that_only_may_hold_says_so(spec: Spec) -> None:
    rows = found(spec(bodies=BODIES), "Runde", view("05566", "2022-06-30"))

    assert not rows["is_certain"].all()


def test_what_the_limit_leaves_out_is_counted(spec: Spec) -> None:
    told = spec(bodies=BODIES)
    rows = found(told, "Beirat", view("05566"), most=2, skip=1)

    assert bodies(rows) == ["Beirat neu", "Runde mit dem Beirat"]
    assert list(rows["of_kind"]) == [5, 5]


def test_of_each_kind_its_own(spec: Spec) -> None:
    rows = found(spec(bodies=BODIES), "Steinfurt", view("05566"), most=1)

    assert list(rows["kind"]) == ["document", "fact", "organisation", "paragraph", "place"]
    assert list(rows["name"].fillna("")) == [
        "muster-2022",
        "",
        "kreis-steinfurt",
        "muster-2022",
        "05566",
    ]


def test_of_places_only_those_that_are_named_where_there_are_any(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    def places(named: tuple[str, ...]) -> list[str]:
        rows = found(told, "Kreis Rheine", view("05566"), named=named)
        return list(rows[rows["kind"] == "place"]["name"])

    assert places(("05566076",)) == ["05566076"]
    assert set(places(())) > {"05566076"}


def test_a_word_of_another_kind_with_the_same_stem_comes_last_wherever_it_is(spec: Spec) -> None:
    told = spec(
        bodies="""
            region   | body
            05566    | stellte an
            05515    | Planstelle der Runde
            05515    | zwei Stellen
        """
    )

    assert bodies(found(told, "Stelle", view("05515"), own="05566")) == [
        "zwei Stellen",
        "Planstelle der Runde",
        "stellte an",
    ]


def test_a_mere_heading_comes_after_what_says_something(tmp_path: Path) -> None:
    loaded = Loaded(tmp_path, "bodies")
    text = "Das Stadtarchiv\n\nDas Stadtarchiv zeigt seit dem Herbst alte Pläne vieler kleiner Gemeinden.\n"
    loaded.world.write_document("muster-2022", text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    sources = f"""
        source      | region | kind    | title  | date | text_sha256
        muster-2022 | 05566  | minutes | Muster | 2022 | {digest}
    """
    loaded.load(Kind.DATA, bodies="body\n x", sources=sources)
    with queries.answered_by(loaded.world.store.current()):
        meant = queries.found_words([("stadtarchiv", stems("stadtarchiv"), True)])
        rows = queries.hits(meant, (), 9, 0, view("05566"))

    assert list(rows["paragraph"]) == [2, 1]


def test_each_hit_says_of_which_place_and_paragraph_it_is(spec: Spec) -> None:
    """Kind by kind."""
    rows = found(spec(bodies=BODIES), "Steinfurt", view("05566"))

    assert list(rows["kind"]) == sorted(rows["kind"])
    assert len(rows) > rows["kind"].nunique()
    paragraphs = rows[rows["kind"] == "paragraph"]
    assert sorted(paragraphs["paragraph"]) == [1, 2, 3]
    assert set(paragraphs["region"]) == {"05566"}


def test_the_own_place_comes_first_among_the_chosen_ones(spec: Spec) -> None:
    rows = found(spec(bodies=BODIES), "Beirat", view("05558 05566076"), own="05566076")

    assert bodies(rows)[:2] == ["Runde mit dem Beirat", "Beirat und Rat"]
