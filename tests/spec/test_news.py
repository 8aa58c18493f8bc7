"""kim.news: what happened between two days, and what came to be known between two days?"""

from datetime import date, timedelta

import pytest

from kim import news
from kim.news.heading import heading
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, SECOND, THIRD, Told, view

DAY = timedelta(days=1)
POSTS = (
    "region | module | quantity | certainty | unit | measure | status | as_of | source"
    " | paragraph | basis | anchor"
)


def lines(changes: tuple[news.Change, ...]) -> str:
    """Each piece of news on a line: what is new, words, before, day, and that it is only possible."""
    return "\n".join(
        " | ".join(
            [
                f"{each.place}: {each.label}{'' if each.is_certain else '?'}",
                each.words,
                *filter(None, [each.before]),
                each.when,
            ]
        )
        for each in changes
    )


def happened(told: Told, since: str, until: str, regions: str = "05566") -> str:
    days = (date.fromisoformat(since), date.fromisoformat(until))
    return lines(told.ask(news.happened, view(regions), *days))


def learned(told: Told, since: date, until: date, regions: str = "05566") -> str:
    return lines(told.ask(news.learned, view(regions), since, until))


def says(found: str, expected: str) -> None:
    assert found.splitlines() == [line.strip() for line in expected.strip().splitlines() if line]


# --- what happened ---

BODIES = """
    body | as_of           | source      | paragraph | anchor
    year | 2022            | muster-2022 | 1         | Stellen
    day  | 2022-11-17      | muster-2022 | 1         | Stellen
    span | 2021/2022-03-31 | muster-2022 | 1         | Stellen
    none |                 | muster-2022 | 1         | Stellen
"""


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2019-01-01", "2020-12-31", ""),
        ("2021-01-01", "2021-12-31", "span erstmals genannt"),
        ("2021-06-01", "2021-12-31", "span erstmals genannt?"),
        ("2021-01-01", "2021-06-01", "span erstmals genannt?"),
        ("2022-01-01", "2022-12-31", "year erstmals genannt, day erstmals genannt, span endet"),
        ("2022-01-02", "2022-12-31", "day erstmals genannt, span endet, year erstmals genannt?"),
        ("2022-03-31", "2022-03-31", "span endet, year erstmals genannt?"),
        ("2022-04-01", "2022-11-16", "year erstmals genannt?"),
        ("2022-11-17", "2022-11-17", "day erstmals genannt, year erstmals genannt?"),
        ("2022-11-18", "2022-12-31", "year erstmals genannt?"),
        ("2023-01-01", "2099-12-31", ""),
    ],
)
def test_what_began_and_ended_certainly_or_possibly(
    spec: Spec, since: str, until: str, expected: str
) -> None:
    """Both days are included; an undated statement begins on no day."""
    told = spec(bodies=BODIES)
    days = (date.fromisoformat(since), date.fromisoformat(until))
    changes = told.ask(news.happened, view("05566"), *days)

    assert (
        ", ".join(
            f"{each.words.split()[0].strip('()')} {each.label}{'' if each.is_certain else '?'}"
            for each in changes
        )
        == expected
    )


NUMBERS = f"""
    {POSTS}
    05566 | 2 | 1.9 | exact | posts | total | established | ../2022    | muster-2022  | 1 | stated | Stellen
    05566 | 2 | 3.5 | exact | posts | total | established | 2022       | muster-2022  | 1 | stated | Stellen
    05566 | 2 | 3.5 | exact | posts | total | established | 2023-05-01 | muster-2022  | 2 | stated | Stellen
    05566 | 2 | 4   | about | posts | total | established | 2024       | muster-2022  | 2 | stated | Stellen
"""


def test_a_number_that_follows_another_is_one_change(spec: Spec) -> None:
    """The older one does not end besides; the same number told again is no news."""
    told = spec(positions=NUMBERS)

    says(
        happened(told, "2022-01-01", "2022-12-31"),
        """
        Kreis Steinfurt: 1,9 → 3,5 | Baustein 2: Case Management · 3,5 Stellen · Gesamtzahl · eingerichtet | Baustein 2: Case Management · 1,9 Stellen · Gesamtzahl · eingerichtet | ab 2022, Tag nicht genannt
        """,
    )
    says(
        happened(told, "2022-06-01", "2023-12-31"),
        """
        Kreis Steinfurt: 1,9 → 3,5? | Baustein 2: Case Management · 3,5 Stellen · Gesamtzahl · eingerichtet | Baustein 2: Case Management · 1,9 Stellen · Gesamtzahl · eingerichtet | ab 2022, Tag nicht genannt
        """,
    )
    says(
        happened(told, "2024-01-01", "2024-12-31"),
        """
        Kreis Steinfurt: 3,5 → ca. 4 | Baustein 2: Case Management · ca. 4 Stellen · Gesamtzahl · eingerichtet | Baustein 2: Case Management · 3,5 Stellen · Gesamtzahl · eingerichtet | ab 2024, Tag nicht genannt
        """,
    )


@pytest.mark.parametrize(
    "other",
    [
        "05566 | 2 | 5 | exact | posts   | total    | planned     | 2021 | muster-2022  | 1 | stated | Stellen",
        "05566 | 2 | 5 | exact | persons | total    | established | 2021 | muster-2022  | 1 | stated | Stellen",
        "05566 | 2 | 5 | exact | posts   | increase | established | 2021 | muster-2022  | 1 | stated | Stellen",
        "05566 | 1 | 5 | exact | posts   | total    | established | 2021 | muster-2022  | 1 | stated | Stellen",
        "05566 | 2 | 5 | exact | posts   | total    | established | 2021 | vermerk-2023 |   | stated | Stellen",
        "05566 | 2 | 5 | exact | posts   | total    | established | 2022 | muster-2022  | 2 | stated | Stellen",
    ],
)
def test_another_state_unit_measure_module_or_certainty_is_no_earlier_number(
    spec: Spec, other: str
) -> None:
    """Nor is one that is unchecked beside one that is read, or one from the same year."""
    told = spec(
        positions=f"""
        {POSTS}
        {other}
        05566 | 2 | 3 | exact | posts | total | established | 2022 | muster-2022  | 1 | stated | Stellen
        """,
    )
    assert (
        "Kreis Steinfurt: erstmals genannt | Baustein 2: Case Management · 3 Stellen"
        in happened(told, "2022-01-01", "2022-12-31")
    )


def test_where_two_earlier_numbers_disagree_none_is_the_earlier_one(spec: Spec) -> None:
    told = spec(
        positions=f"""
        {POSTS}
        05566 | 2 | 1 | exact | posts | total | established | 2021 | muster-2022  | 1 | stated | Stellen
        05566 | 2 | 2 | exact | posts | total | established | 2021 | muster-2022  | 2 | stated | Stellen
        05566 | 2 | 3 | exact | posts | total | established | 2022 | muster-2022  | 1 | stated | Stellen
        """,
    )
    found = happened(told, "2022-01-01", "2022-12-31")
    assert found.startswith("Kreis Steinfurt: erstmals genannt | ")
    assert "→" not in found


EVENTS = """
    event    | date       | state     | source       | anchor
    begins   | 2022-03    | done      | vermerk-2023 | a
    awaited  | 2022-12    | expected  | vermerk-2023 | b
    dropped  | 2022       | cancelled | vermerk-2023 | c
    no year  | XXXX-05    | done      | vermerk-2023 | d
    no day   |            | done      | vermerk-2023 | e
    retold   | 2021-06-15 | done      | vermerk-2023 | f
"""
DECISIONS = """
    body | subject | kind     | date       | source       | anchor
    Rat  | joins   | decided  | 2021-06-15 | vermerk-2023 | f
    Rat  | asks    | rejected | 2022-02-03 | vermerk-2023 | g
"""


def test_events_and_decisions_by_their_own_day(spec: Spec) -> None:
    """A milestone that tells of a decision is told once."""
    told = spec(milestones=EVENTS, decisions=DECISIONS)

    says(
        happened(told, "2021-01-01", "2021-12-31"),
        """
        Kreis Steinfurt: beschlossen | (Rat · joins) | 15.06.2021
        """,
    )
    says(
        happened(told, "2022-03-01", "2022-12-31"),
        """
        Kreis Steinfurt: erwartet | (awaited) | Dezember 2022
        Kreis Steinfurt: erreicht | (begins) | März 2022
        Kreis Steinfurt: entfallen? | (dropped) | 2022
        """,
    )
    says(
        happened(told, "2022-02-01", "2022-03-15"),
        """
        Kreis Steinfurt: abgelehnt | (Rat · asks) | 03.02.2022
        Kreis Steinfurt: entfallen? | (dropped) | 2022
        Kreis Steinfurt: erreicht? | (begins) | März 2022
        """,
    )


PROMISES = """
    promise | due     | recurrence | state
    report  | 2023-41 | once       | open
    kept    | 2023-41 | once       | kept
    yearly  | 2023-41 | yearly     | open
    some    |         | once       | open
"""


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2023-01-01", "2023-07-01", ""),
        ("2023-01-01", "2023-07-02", "Termin vielleicht schon vorbei?"),
        ("2023-08-01", "2023-12-31", ""),
        ("2023-08-01", "2024-01-01", "Termin vorbei seit Ende 2023"),
        ("2023-12-31", "2024-01-01", "Termin vorbei seit Ende 2023"),
        ("2024-01-01", "2026-01-01", ""),
    ],
)
def test_a_due_date_that_passed(spec: Spec, since: str, until: str, expected: str) -> None:
    """Only of what is open and due once; no surer than the date."""
    told = spec(commitments=PROMISES)

    found = [each for each in happened(told, since, until).splitlines() if "Termin" in each]
    wanted = f"Kreis Steinfurt: {expected} | (x · report · einmal) | fällig: 2. Halbjahr 2023"
    assert found == ([wanted] if expected else [])


REPORTS = """
    promise | recurrence  | state       | kept_by         | as_of
    yearly  | yearly      | open        | 2022: Vorlage 1 | 2022-01-01
    halves  | half_yearly | open        |                 | 2023-07-01
    wished  | yearly      | prospective |                 | 2022-01-01
"""


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2022-01-01", "2023-12-31", []),
        ("2023-12-31", "2024-01-01", ["yearly 2023", "halves 2. Halbjahr 2023"]),
        ("2024-01-01", "2024-06-30", []),
        ("2024-01-01", "2024-12-31", ["halves 1. Halbjahr 2024"]),
    ],
)
def test_a_report_of_which_the_period_passed(
    spec: Spec, since: str, until: str, expected: list[str]
) -> None:
    """Not the one that a document met, none that is not firmly promised."""
    told = spec(commitments=REPORTS)
    often = {"yearly": "jährlich · 2022: Vorlage 1", "halves": "halbjährlich"}

    wanted = [
        f"Kreis Steinfurt: Bericht überfällig seit {end} | (x · {duty} · {often[duty]})"
        f" | erwarteter Bericht: {period}"
        for duty, _, period in (each.partition(" ") for each in expected)
        for end in ["Ende Juni 2024" if period == "1. Halbjahr 2024" else "Ende 2023"]
    ]
    assert sorted(happened(told, since, until).splitlines()) == sorted(wanted)


def test_all_that_is_overdue_on_a_day(spec: Spec) -> None:
    told = spec(commitments=PROMISES)

    says(
        lines(told.ask(news.overdue, view("05566"), date(2024, 6, 30))),
        """
        Kreis Steinfurt: Termin vorbei seit Ende 2023 | (x · report · einmal) | fällig: 2. Halbjahr 2023
        Kreis Steinfurt: Bericht überfällig seit Ende 2023 | (x · yearly · jährlich) | erwarteter Bericht: 2023
        """,
    )
    assert told.ask(news.overdue, view("05566"), date(2023, 7, 1)) == ()


def test_overdue_reports_are_counted_among_what_happened(spec: Spec) -> None:
    told = spec(commitments=REPORTS)

    def said(until: str) -> str:
        span = news.Span(date(2023, 12, 31), date.fromisoformat(until))
        return str(told.ask(news.told_of_time, view("05566"), span)[0])

    assert said("2024-01-01").endswith(
        ": 2 überfällige Berichte, in den durchsuchten Dokumenten nicht belegt."
    )


def test_statements_without_a_day_are_counted_by_their_document(spec: Spec) -> None:
    told = spec(bodies=BODIES, milestones=EVENTS)
    asked = (
        ("2022-01-01", "2022-12-31", 1),
        ("2022-11-03", "2022-11-03", 1),
        ("2023-01-01", "2023-12-31", 1),
        ("2024-01-01", "2099-01-01", 0),
    )
    for since, until, count in asked:
        days = (date.fromisoformat(since), date.fromisoformat(until))
        assert told.ask(news.said_without_date, view("05566"), *days).get("05566", 0) == count


def test_of_one_day_what_matters_most_comes_first(spec: Spec) -> None:
    """Numbers before what merely begins; posts before bodies, figures of a place last."""
    told = spec(
        positions=NUMBERS,
        milestones="event | date\n grows | 2022",
        bodies="body | as_of\n board | 2022",
        carriers="organisation | as_of\n caritas | 2022",
        indicators="indicator | value | certainty | as_of\n population | 7 | exact | 2022-12-31",
    )
    days = (date(2022, 1, 1), date(2022, 12, 31))
    changes = told.ask(news.happened, view("05566"), *days)

    assert [(each.kind, each.fact.table) for each in changes] == [
        (news.Kind.NUMBER, "positions"),
        (news.Kind.EVENT, "milestones"),
        (news.Kind.BEGAN, "carriers"),
        (news.Kind.BEGAN, "bodies"),
        (news.Kind.BEGAN, "indicators"),
    ]
    assert changes[-1].when == "31.12.2022"


# --- how much is new, in sentences ---


def test_how_much_happened_by_kind_certain_and_possible_apart(spec: Spec) -> None:
    told = spec(
        positions=NUMBERS,
        milestones=EVENTS,
        decisions=DECISIONS,
        bodies=BODIES,
    )

    def said(regions: str, since: str, until: str) -> list[str]:
        span = news.Span(date.fromisoformat(since), date.fromisoformat(until))
        return list(told.ask(news.told_of_time, view(regions), span))

    assert said("05566", "2022-01-01", "2022-12-31") == [
        "Zum Kreis Steinfurt, vom 01.01.2022 bis zum 31.12.2022: 1 geänderte Zahl, "
        "1 Beschluss oder Beratung, 2 Ereignisse, 2 erstmals genannte Angaben, 1 beendete Angabe "
        "und 1 erwartetes Ereignis.",
        "Dazu 1 Angabe aus Dokumenten dieser Zeit, die keinen eigenen Tag nennt. Sie steht auf den "
        "Seiten zu den Themen.",
    ]
    assert said("05566 05558 05515", "2022-06-01", "2022-06-30") == [
        "Vom 01.06.2022 bis zum 30.06.2022 steht in den Dokumenten zu den 3 gewählten Orten nichts, "
        "was sicher in diese Zeit fällt.",
        "3 Angaben fallen nur möglicherweise in diese Zeit, weil kein genauer Tag genannt ist.",
    ]
    assert said("05566 05558", "2022-03-01", "2022-03-31")[0] == (
        "Zu 1 von 2 Orten, vom 01.03.2022 bis zum 31.03.2022: 1 Ereignis und 1 beendete Angabe."
    )


def test_how_much_came_to_be_known(spec: Spec) -> None:
    told = spec(bodies=LEARNED)

    def said(regions: str, since: date, until: date) -> tuple[str, ...]:
        return tuple(told.ask(news.told_of_knowledge, view(regions), news.Span(since, until)))

    assert said("05566", FIRST, SECOND) == (
        "Zum Kreis Steinfurt wissen wir am 10.02.2024 anderes als am 10.01.2024: "
        "1 zurückgenommene Angabe, 2 geänderte Angaben und 1 neu erfasste Angabe.",
    )
    assert said("05515 05558", SECOND, THIRD) == (
        "Zu den 2 gewählten Orten wissen wir am 10.03.2024 dasselbe wie am 10.02.2024.",
    )
    assert said("05566", SECOND, SECOND) == (
        "Verglichen wird der 10.02.2024 mit sich selbst. Wählen Sie einen früheren Tag.",
    )


def test_with_one_version_there_is_nothing_to_compare_yet(spec: Spec) -> None:
    told = spec(bodies="body\n only")
    span = news.Span(FIRST, FIRST)

    assert told.ask(news.told_of_knowledge, view("05566"), span) == (
        "Bisher gibt es nur eine Fassung der Angaben. Ab der zweiten steht hier, was zwischen zwei "
        "Tagen dazukam, sich änderte oder zurückgenommen wurde.",
    )


# --- what came to be known ---

LEARNED = """
    loads | region   | body    | task | level     | as_of   | source       | paragraph | note | anchor
          | 05566    | same    | old  | strategic | 2022    | muster-2022  | 1         |      | Stellen
    1     | 05566    | gone    | old  | strategic | 2022    | muster-2022  | 1         |      | Stellen
    2-    | 05566    | new     | new  | strategic | 2022    | muster-2022  | 1         |      | Stellen
    1     | 05566    | told    | old  | strategic | 2022    | muster-2022  | 1         |      | Stellen
    2-    | 05566    | told    | new  | strategic | 2022    | muster-2022  | 1         |      | Stellen
    1     | 05566    | noted   | old  | strategic | 2022    | muster-2022  | 1         | one  | Stellen
    2-    | 05566    | noted   | old  | strategic | 2022    | muster-2022  | 1         | two  | Stellen
    2-    | 05558    | abroad  | old  | strategic | 2022    | muster-2022  | 1         |      | Stellen
"""


def test_what_is_new_changed_and_withdrawn(spec: Spec) -> None:
    told = spec(bodies=LEARNED)
    words = "strategisch · {} · besteht"

    says(
        "\n".join(sorted(learned(told, FIRST, SECOND).splitlines())),
        f"""
        Kreis Steinfurt: geändert | noted · {words.format("old")} | erfasst am 10.02.2024
        Kreis Steinfurt: geändert | told · {words.format("new")} | told · {words.format("old")} | erfasst am 10.02.2024
        Kreis Steinfurt: neu erfasst | new · {words.format("new")} | erfasst am 10.02.2024
        Kreis Steinfurt: zurückgenommen | gone · {words.format("old")} | zurückgenommen am 10.02.2024
        """,
    )
    assert learned(told, FIRST, SECOND, "05558").startswith("Kreis Coesfeld: neu erfasst | abroad")


def test_where_the_words_are_the_same_the_columns_that_differ_are_named(spec: Spec) -> None:
    told = spec(bodies=LEARNED)
    changes = told.ask(news.learned, view("05566"), FIRST, SECOND)

    [noted] = [each for each in changes if each.words.startswith("noted")]
    assert (noted.before, noted.after) == ("", "Anmerkung")


def test_before_a_load_and_after_it_nothing_is_new(spec: Spec) -> None:
    told = spec(bodies=LEARNED)

    assert learned(told, SECOND, SECOND) == ""
    assert learned(told, FIRST, SECOND - DAY) == ""
    assert learned(told, SECOND, date(2099, 1, 1)) == ""


def test_the_same_file_again_is_no_news(spec: Spec) -> None:
    told = spec(bodies="loads | body | as_of\n | same | 2022\n 3- | other | 2022")

    assert learned(told, FIRST, SECOND) == ""
    assert learned(told, FIRST, THIRD).count("\n") == 0
    assert "other" in learned(told, FIRST, THIRD)


def test_what_is_withdrawn_and_said_again_alike_is_no_news(spec: Spec) -> None:
    told = spec(
        bodies="loads | body | as_of\n 1 | back | 2022\n 3- | back | 2022\n | same | 2022",
    )
    assert "zurückgenommen | " in learned(told, FIRST, SECOND)
    assert "neu erfasst | " in learned(told, SECOND, THIRD)
    assert learned(told, FIRST, THIRD) == ""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2022", "2022-11-17", "genauer datiert"),
        ("2022", "2022-11", "genauer datiert"),
        ("", "2022", "genauer datiert"),
        ("2022-01-01", "2022", "anders datiert"),
        ("2022", "2023", "anders datiert"),
        ("2022", "", "anders datiert"),
    ],
)
def test_a_date_that_is_rewritten_is_of_the_same_fact(
    spec: Spec, old: str, new: str, expected: str
) -> None:
    """More exact only where the new date means no day that the old one did not."""
    first = spec(bodies=f"body | as_of\n board | {old}")
    cursor = first.world.store.current().cursor()
    [(fact,)] = cursor.execute("SELECT fact FROM bodies").fetchall()
    told = spec(
        bodies=f"loads | body | as_of | key\n 1 | board | {old} |\n 2- | board | {new} | {fact:016x}",
    )
    changes = told.ask(news.learned, view("05566"), FIRST, SECOND)

    assert [(each.kind, each.label) for each in changes] == [(news.Kind.DATED, expected)]
    assert changes[0].before != changes[0].after


CONTRADICTION = f"""
    loads | {POSTS}
    1-    | 05566 | 2 | 3 | exact | posts | total | established | 2022 | muster-2022  | 1 | stated | Stellen
    2-    | 05566 | 2 | {{}} | posts | total | established | {{}} | vermerk-2023 | 1 | stated | Stellen
"""


def test_what_another_document_says_otherwise_of_the_same_day_contradicts(spec: Spec) -> None:
    told = spec(positions=CONTRADICTION.format("4 | exact", "2022"))
    said = "Baustein 2: Case Management · {} Stellen · Gesamtzahl · eingerichtet"

    says(
        learned(told, FIRST, SECOND),
        f"Kreis Steinfurt: widersprüchlich | ({said.format(4)}) | {said.format(3)} (laut Niederschrift Sozialausschuss) | erfasst am 10.02.2024",
    )


@pytest.mark.parametrize(
    ("number", "day"),
    [("3 | exact", "2022"), ("4 | exact", "2023"), ("4 | about", "2022"), (" | unknown", "2022")],
)
def test_the_same_another_day_a_hedge_or_nothing_contradicts_nothing(
    spec: Spec, number: str, day: str
) -> None:
    told = spec(positions=CONTRADICTION.format(number, day))

    assert learned(told, FIRST, SECOND).startswith("Kreis Steinfurt: neu erfasst | ")


# --- at first ---


def test_at_first_one_looks_from_a_year_before_the_newest_document(spec: Spec) -> None:
    told = spec(bodies="body | source | paragraph | anchor\n a | muster-2022 | 1 | Stellen")

    asked = view("05566", "2023-06-01")
    assert told.ask(news.of_time, asked) == news.Span(date(2021, 11, 3), date(2023, 6, 1))
    earlier = view("05566", "2020-06-01")
    assert told.ask(news.of_time, earlier) == news.Span(date(2019, 6, 1), date(2020, 6, 1))


def test_at_first_one_compares_with_the_version_before(spec: Spec) -> None:
    told = spec(bodies=LEARNED)

    assert told.ask(news.of_knowledge, view("05566")).first == FIRST
    known = view("05566", known_on=SECOND)
    assert told.ask(news.of_knowledge, known) == news.Span(FIRST, SECOND)
    only_one = view("05566", known_on=FIRST)
    assert told.ask(news.of_knowledge, only_one) == news.Span(FIRST, FIRST)


def test_the_version_of_the_knowledge_day_itself_is_the_newer_of_the_two(spec: Spec) -> None:
    told = spec(
        bodies="""
            body | loads | source      | paragraph | anchor
            a    | 1-    | muster-2022 | 1         | Stellen
            b    | 2-    | muster-2022 | 1         | Stellen
            c    | 3-    | muster-2022 | 1         | Stellen
        """
    )

    known = view("05566", known_on=THIRD)
    assert told.ask(news.of_knowledge, known) == news.Span(SECOND, THIRD)


# --- what it is called ---


def test_a_statement_in_words_is_called_by_its_name_and_the_rest_is_said_apart(spec: Spec) -> None:
    told = spec(
        objectives="""
            label  | kind | as_of | source      | paragraph | anchor
            Nähe   | goal | 2022  | muster-2022 | 1         | Stellen
        """,
        milestones="""
            event  | module | state | date | source      | paragraph | anchor
            Anfang | 2      | done  | 2022 | muster-2022 | 1         | Stellen
        """,
        positions=f"""
            {POSTS}
            05566 | 2 | 3 | exact | posts | total | filled | 2022 | muster-2022 | 1 | stated | Stellen
        """,
    )
    days = (date(2022, 1, 1), date(2022, 12, 31))

    def headings() -> dict[str, tuple[str, str]]:
        return {each.fact.table: heading(each) for each in news.happened(view("05566"), *days)}

    found = told.ask(headings)
    assert found["objectives"] == ("Nähe", "x · Ziel")
    assert found["milestones"] == ("Anfang", "Baustein 2: Case Management")
    assert found["positions"][0].startswith("Baustein 2: Case Management")
    assert found["positions"][1] == ""
