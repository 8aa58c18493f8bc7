"""The proving words stand out in their paragraph, and nothing in it is taken for markup."""

from ui.widgets.evidence import LETTERS_BEFORE, excerpt, marked


def test_anchor_is_marked() -> None:
    words = marked("Es wurden 1,9 Stellen eingerichtet.", ["1,9 Stellen"])

    assert words == 'Es wurden <mark class="kim-anchor">1,9 Stellen</mark> eingerichtet.'


def test_overlapping_anchors_become_one_mark() -> None:
    words = marked("eins zwei drei", ["eins zwei", "zwei drei"])

    assert words == '<mark class="kim-anchor">eins zwei drei</mark>'


def test_markup_in_a_document_stays_text() -> None:
    words = marked("a <script>x</script> & b", ["<script>"])

    assert words == 'a <mark class="kim-anchor">&lt;script&gt;</mark>x&lt;/script&gt; &amp; b'


def test_an_anchor_that_is_not_there_marks_nothing() -> None:
    assert marked("kurzer Absatz", ["fehlt"]) == "kurzer Absatz"


def test_of_a_long_paragraph_the_part_around_the_anchor_is_shown() -> None:
    before, after = "vorher " * 100, " nachher" * 100
    shown = excerpt(f"{before}drei neue Stellen.{after}", "drei neue Stellen")

    assert shown.startswith("… vorher ")
    assert shown.endswith(" nachher …")
    assert "vorher drei neue Stellen. nachher" in shown
    assert len(shown) <= 424
    assert shown.index("drei neue") <= 142


def test_a_short_paragraph_and_the_end_of_a_long_one_are_shown_whole() -> None:
    assert excerpt("kurz, drei Stellen", "drei") == "kurz, drei Stellen"
    words = "vorher " * 100 + "zuletzt drei"
    assert excerpt(words, "drei").endswith("zuletzt drei")
    assert excerpt(words, "drei").startswith("… vorher")
    assert excerpt(words, "fehlt") == words


def test_words_near_the_beginning_show_all_that_stands_before_them() -> None:
    before = f"Am {'Anfang ' * 18}steht".ljust(139, "t") + " "
    shown = excerpt(f"{before}drei neue Stellen.{' nachher' * 100}", "drei neue Stellen")

    assert len(before) == LETTERS_BEFORE
    assert shown.startswith(before)
