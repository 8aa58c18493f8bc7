"""A paragraph with its proposals: every word once, escaped, the one that is worked on before all others."""

from etl.reviewing.review import Verdict
from ui.reviewing.paper import CURRENT, Mark, marked

WORDS = "Es sind <b>zwei</b> Stellen & mehr."


def mark(words: str, kind: str) -> Mark:
    start = WORDS.index(words)
    return Mark(start, start + len(words), kind)


def test_words_are_escaped_with_and_without_a_mark() -> None:
    assert marked(WORDS, []) == "Es sind &lt;b&gt;zwei&lt;/b&gt; Stellen &amp; mehr."
    assert marked(WORDS, [mark("<b>zwei</b>", Verdict.OPEN)]) == (
        'Es sind <mark class="open">&lt;b&gt;zwei&lt;/b&gt;</mark> Stellen &amp; mehr.'
    )


def test_the_current_proposal_is_seen_before_those_around_it() -> None:
    around = [mark("sind <b>zwei</b> Stellen", Verdict.ACCEPTED), mark("zwei", CURRENT)]
    expected = (
        'Es <mark class="accepted">sind &lt;b&gt;</mark><mark class="current">zwei</mark>'
        '<mark class="accepted">&lt;/b&gt; Stellen</mark> &amp; mehr.'
    )
    assert marked(WORDS, around) == marked(WORDS, around[::-1]) == expected


def test_a_larger_current_proposal_is_one_piece() -> None:
    inside = [mark("sind <b>zwei</b>", CURRENT), mark("zwei", Verdict.OPEN)]
    assert marked(WORDS, inside).count("<mark") == 1


def test_what_was_rejected_is_seen_last() -> None:
    both = [mark("zwei", Verdict.REJECTED), mark("zwei", Verdict.LATER)]
    assert '<mark class="later">zwei</mark>' in marked(WORDS, both)


def test_a_mark_at_the_ends_leaves_no_empty_piece() -> None:
    assert marked("zwei", [Mark(0, 4, Verdict.OPEN)]) == '<mark class="open">zwei</mark>'
