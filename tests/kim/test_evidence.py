"""The proving words stand out in their paragraph, and nothing in it is taken for markup."""

from ui.widgets.evidence import marked


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
