"""The measure counts what it says: known hits, misses and false alarms on small made sets."""

from collections import Counter
from pathlib import Path

import pytest

from etl.extraction.paper import Paper, Span
from etl.extraction.proposed import ProposedFact, Value
from kim.tables import package
from tools.measure import counts
from tools.measure.__main__ import report
from tools.measure.counts import Score
from tools.measure.gold import DECISIVE, FURTHER, TEXTS, Case, Gold, written_cases
from tools.measure.matching import Matched, match

TEXT = "Es sind vier Stellen bewilligt, drei davon besetzt, der Kreis zahlt 100 Euro."
PAPER = Paper((TEXT,), "05566")
POST: dict[str, Value] = {"quantity": 4, "status": "funded", "unit": "posts", "measure": "total"}


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def gold(words: str, table: str = "positions", **more: Value) -> Gold:
    values = {"region": "05566", **(POST if table == "positions" else {}), **more}
    return Gold(table, values, 1, span(words), words)


def proposal(words: str, table: str = "positions", rule: str = "r", **more: Value) -> ProposedFact:
    values = {**(POST if table == "positions" else {}), **more}
    return ProposedFact(table, values, 1, span(words), rule, 0.5)


def matched(golds: list[Gold], proposals: list[ProposedFact]) -> Matched:
    return match(Case("made", PAPER, tuple(golds)), proposals)


def score(found: Matched, table: str = "positions") -> Score:
    return counts.by_table([found])[table]


def test_the_same_fact_on_the_same_words_is_right() -> None:
    found = matched([gold("vier Stellen")], [proposal("vier Stellen", quantity=4.0)])
    assert score(found) == Score(right=1, proposed=1, due=1, aligned=1, exact=1)
    assert (score(found).precision, score(found).recall) == (1, 1)


def test_a_wrong_number_is_a_miss_and_a_false_alarm_though_it_is_aligned() -> None:
    found = matched([gold("vier Stellen")], [proposal("Stellen bewilligt", quantity=5)])
    assert score(found) == Score(right=0, proposed=1, due=1, aligned=1, exact=0)
    assert [pair.wrong for pair in found.pairs] == [("quantity",)]


def test_words_elsewhere_and_another_table_are_not_aligned() -> None:
    found = matched(
        [gold("vier Stellen")],
        [proposal("drei davon besetzt"), proposal("vier Stellen", "funding", unit="eur")],
    )
    assert found.pairs == ()
    assert [each.words for each in found.missed] == ["vier Stellen"]
    assert score(found) == Score(proposed=1, due=1)
    assert score(found, "funding") == Score(proposed=1)
    assert score(found, "funding").recall is None


def test_a_fact_whose_words_are_not_found_is_missed() -> None:
    lost = Gold("positions", {"region": "05566", **POST}, 1, None, "fünf Stellen")
    assert score(matched([lost], [proposal("vier Stellen")])) == Score(proposed=1, due=1)


def test_one_proposal_answers_one_fact_and_the_second_of_two_is_a_false_alarm() -> None:
    found = matched([gold("vier Stellen")], [proposal("vier Stellen"), proposal("vier Stellen")])
    assert score(found) == Score(right=1, proposed=2, due=1, aligned=1, exact=1)


def test_what_agrees_is_paired_first() -> None:
    facts = [
        gold("vier Stellen bewilligt, drei"),
        gold("drei davon besetzt", quantity=3, measure="subset"),
    ]
    said = [
        proposal("Stellen bewilligt, drei davon", quantity=3, measure="subset"),
        proposal("vier Stellen bewilligt, drei davon"),
    ]
    assert score(matched(facts, said)).right == 2


def test_the_debatable_neither_misses_nor_alarms_and_the_unjudged_is_not_compared() -> None:
    debatable = Gold("positions", {"region": "05566"}, 1, span("vier"), "vier", debatable=True)
    assert score(matched([debatable], [])) == Score()
    assert score(matched([debatable], [proposal("vier")])) == Score()
    dated = Gold(
        "positions", {"region": "05566", **POST}, 1, span("vier"), "", frozenset(["as_of"])
    )
    assert score(matched([dated], [proposal("vier", as_of="2022")])).right == 1


def test_a_place_that_is_not_named_is_that_of_the_paper() -> None:
    assert score(matched([gold("vier")], [proposal("vier", region="05566076")])).right == 0


def test_single_fields_count_what_is_said_and_what_is_proposed() -> None:
    found = matched(
        [gold("vier Stellen", as_of="2022"), gold("drei davon", quantity=3)],
        [proposal("vier Stellen", status="filled", as_of="2022"), proposal("100", quantity=1)],
    )
    fields = counts.by_field([found])
    assert fields["positions", "quantity"] == Score(right=1, proposed=2, due=2)
    assert fields["positions", "status"] == Score(right=0, proposed=2, due=2)
    assert fields["positions", "as_of"] == Score(right=1, proposed=1, due=1)
    assert counts.confusion([found])["status"] == Counter({("funded", "filled"): 1})


def test_other_columns_are_compared_where_the_person_wrote_something() -> None:
    facts = [gold("vier Stellen", employer="kreis-a"), gold("drei davon", quantity=3)]
    said = [proposal("vier Stellen"), proposal("drei davon", quantity=3, employer="kreis-b")]
    assert counts.by_field([matched(facts, said)])["positions", "employer"] == Score(due=1)


def test_numbers_amounts_and_dates_are_counted_apart() -> None:
    facts = [
        gold("vier Stellen"),
        gold("drei davon", quantity=None),
        gold("100 Euro", "funding", amount_min=100, unit="eur"),
        gold("bewilligt", "milestones", state="done"),
    ]
    said = [proposal("vier Stellen"), proposal("100 Euro", "funding", amount_min=1, unit="eur")]
    assert counts.of_numbers([matched(facts, said)]) == Score(1, 2, 2, 2, 2)


def test_the_confidence_of_a_rule_is_its_smoothed_precision() -> None:
    found = matched(
        [gold("vier Stellen")],
        [proposal("vier Stellen", rule="good"), proposal("drei davon", rule="bad")],
    )
    rules = counts.by_rule([found])
    assert rules == {"bad": Score(0, 1), "good": Score(1, 1)}
    assert {name: counts.confidence(each) for name, each in rules.items()} == {
        "bad": 0.33,
        "good": 0.67,
    }


def test_the_report_prints_false_alarms_and_keeps_those_of_the_held_out_texts() -> None:
    found = [matched([gold("drei davon", quantity=3)], [proposal("vier Stellen")])]
    shown = "\n".join(report("rules", found, is_open=True))
    assert "false     made 1 positions (r): „vier Stellen“" in shown
    assert "missed    made 1 positions: „drei davon“" in shown
    closed = "\n".join(report("held_out", found, is_open=False))
    assert "vier Stellen" not in closed
    assert "made" not in closed
    assert "positions" in closed


def test_the_columns_of_the_measure_are_declared() -> None:
    for table, names in (*DECISIVE.items(), *FURTHER.items()):
        assert {field.name for field in package().tables[table].fields} >= set(names)
        assert not set(DECISIVE[table]) & set(FURTHER.get(table, ()))


@pytest.mark.parametrize(("name", "least"), [("rules", 79), ("held_out", 26)])
def test_the_texts_say_facts_of_declared_columns_and_codes(name: str, least: int) -> None:
    cases = written_cases(TEXTS / name)
    assert len(cases) >= least
    for fact in [fact for case in cases for fact in case.gold]:
        table = package().tables[fact.table]
        for column, value in fact.values.items():
            vocabulary = table.field(column).vocabulary
            assert not vocabulary or value in vocabulary
        assert fact.unjudged <= set(DECISIVE[fact.table])


def test_words_that_do_not_stand_in_a_text_once_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Vier Stellen, vier Stellen.\n", "utf-8")
    told = 'region = "05"\n[[positions]]\nwords = "{}"\n'
    for words in ("Stellen", "Personen"):
        (tmp_path / "a.toml").write_text(told.format(words), "utf-8")
        with pytest.raises(ValueError, match="times"):
            written_cases(tmp_path)
    (tmp_path / "a.toml").write_text(told.format("vier Stellen"), "utf-8")
    [case] = written_cases(tmp_path)
    assert [(each.paragraph, each.span) for each in case.gold] == [(1, Span(14, 26))]
