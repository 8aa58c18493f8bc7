"""The text of a paper with the words of its proposals highlighted, the current one stronger and scrolled into view."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import streamlit as st
from markupsafe import Markup, escape

from etl.reviewing.review import Item, Review, Verdict
from ui.texts import markdown, text
from ui.widgets.html import html

CURRENT = "current"
ORDER = (CURRENT, Verdict.ACCEPTED, Verdict.OPEN, Verdict.LATER, Verdict.REJECTED)
"""Which of the marks on the same words is seen."""
SCROLL = """<script>/* {item} {times} */ requestAnimationFrame(() => setTimeout(() => {{
const work = document.querySelector('.st-key-review'), top = work?.getBoundingClientRect().top;
if (top < 0 || top > innerHeight / 2) work.scrollIntoView({{ block: 'start' }});
const paper = document.querySelector('.kim-reviewed'), mark = paper?.querySelector('mark.current');
if (mark) paper.scrollTop += mark.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
}}, 60))</script>"""


@dataclass(frozen=True)
class Mark:
    """Characters from `start` up to `end` of a paragraph, and how they are shown."""

    start: int
    end: int
    kind: str


def show(review: Review, paragraphs: Sequence[str], current: Item | None) -> None:
    """The whole paper, in a part of the page that scrolls by itself."""
    marks = marks_of(review, current)
    told = [
        {"number": number, "words": marked(words, marks.get(number, ()))}
        for number, words in enumerate(paragraphs, start=1)
    ]
    st.header(markdown("review.paper", title=review.title), anchor=False)
    html("reviewed.html", paragraphs=told, label=text("review.paper_label"))
    if current:
        st.html(
            SCROLL.format(item=current.id, times=review.times(current.id)),
            unsafe_allow_javascript=True,
        )


def marks_of(review: Review, current: Item | None) -> Mapping[int, list[Mark]]:
    """By paragraph, the marks of its proposals."""
    states = {each.id: verdict for verdict in Verdict for each in review.in_state(verdict)}
    found: dict[int, list[Mark]] = {}
    for each in review.items:
        kind = CURRENT if current and each.id == current.id else states[each.id]
        found.setdefault(each.paragraph, []).append(Mark(each.start, each.end, kind))
    return found


def marked(words: str, marks: Iterable[Mark]) -> Markup:
    """A paragraph as safe HTML; where marks overlap, the one that comes first in `ORDER` is seen."""
    ranked = sorted(marks, key=lambda each: ORDER.index(each.kind))
    return Markup("").join(_pieces(words, ranked))


def _pieces(words: str, ranked: Sequence[Mark]) -> Iterator[Markup]:
    ends = {each.start for each in ranked} | {each.end for each in ranked}
    edges = sorted({0, len(words)} | {edge for edge in ends if 0 < edge < len(words)})
    shown = [
        (next((each.kind for each in ranked if each.start <= start < each.end), ""), start, end)
        for start, end in pairwise(edges)
    ]
    for kind, run in groupby(shown, key=lambda piece: piece[0]):
        pieces = list(run)
        said = escape(words[pieces[0][1] : pieces[-1][2]])
        yield Markup('<mark class="{}">{}</mark>').format(kind, said) if kind else said
