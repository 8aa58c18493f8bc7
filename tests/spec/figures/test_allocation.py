"""Posts shared out: which bar, where its quota, in which words; the own place signed."""

from fractions import Fraction

import pytest

from kim.allocation import Method, Task, allocate
from tests.spec.reading import legend
from ui.figures.allocation import difference, posts, shares_and_quotas
from ui.figures.positions import ticks_named, ticks_up_to

SHARES = allocate(
    Task(
        (("Rheine", Fraction(5)), ("<b>Ort</b>", Fraction(3)), ("Leer", Fraction(0))),
        Fraction(3),
        Fraction(3, 2),
        Fraction(1, 2),
        Method.LARGEST_REMAINDER,
    )
).shares


def test_every_place_has_a_bar_and_a_line_where_its_quota_is() -> None:
    figure = shares_and_quotas(SHARES, own="Rheine")
    (bars,) = figure.select_traces({"type": "bar"})
    (quotas,) = figure.select_traces({"mode": "markers", "showlegend": False})

    assert list(bars.x) == [1.5, 1.5, 0]
    assert list(quotas.x) == [1.875, 1.125, 0]
    assert list(bars.y) == list(quotas.y)
    assert list(bars.y) == sorted(set(bars.y))
    assert all(each <= figure.layout.xaxis.range[1] for each in quotas.x)


def test_its_words_say_share_quota_and_difference() -> None:
    figure = shares_and_quotas(SHARES, own="Rheine")
    said = [words for trace in figure.select_traces({"mode": "text"}) for words in trace.text]

    assert [" ".join(each.replace("<br>", " ").split()) for each in said] == [
        "<b>▸ Rheine</b>: 1,5 Stellen, Quote 1,88, Unterschied −0,38",
        "<b>&lt;b&gt;Ort&lt;/b&gt;</b>: 1,5 Stellen, Quote 1,12, Unterschied +0,38, auf den Mindestanteil angehoben",
        "<b>Leer</b>: 0 Stellen, Quote 0, Unterschied ±0",
    ]
    assert legend(figure) == [
        "triangle-right #1a1a1a eigener Ort",
        "square #c07f00 zugeteilt",
        "line-ns #1a1a1a genaue Quote",
    ]
    assert figure.layout.xaxis.ticktext[len(figure.layout.xaxis.ticktext) // 2].endswith("Stellen")


@pytest.mark.parametrize(
    ("value", "said"), [("0.15", "+0,15"), ("-0.19", "−0,19"), ("0", "±0"), ("-0.001", "±0")]
)
def test_a_difference_has_its_sign(value: str, said: str) -> None:
    assert difference(Fraction(value)) == said


@pytest.mark.parametrize(
    ("largest", "last"), [(1, "1"), (0.6, "0,6"), (5.58, "5"), (6, "6"), (0, "0")]
)
def test_the_axis_ends_with_the_last_round_number(largest: float, last: str) -> None:
    assert ticks_named([*ticks_up_to(largest), 99], "Stellen")[-2].split("<br>")[0] == last


def test_posts_have_at_most_two_decimals() -> None:
    assert posts(Fraction(10_000, 3)) == "3.333,33"
