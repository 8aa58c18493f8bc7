"""An exhibit as it is printed: heading, sentence, chart or list, the documents that it rests on."""

from collections.abc import Hashable

import plotly.graph_objects as go

from kim import exhibit as said
from kim.queries import View
from ui.exhibits.exhibit import Exhibit
from ui.pictures import picture
from ui.report import notes as proofs
from ui.report.blocks import Block, Chart, Heading, Said
from ui.report.listed import printed
from ui.texts import text

WIDTH_OF_CHART = 680


def exhibit(
    shown: Exhibit, view: View, level: int, own: str | None, *chosen: Hashable
) -> list[Block]:
    """The part of a page that an exhibit is, of the places of a view; its chart as a picture of vectors."""
    rows = shown.rows(view, *chosen)
    sentence = said.sentence(rows, view)
    lead = f"{shown.part}_lead"
    head: list[Block] = [Heading(text(shown.part), level)]
    head += [Said(text(lead), look="quiet")] if text.has(lead) else []
    if rows.empty:
        none = f"{shown.part}_none"
        return [*head, Said(text(none) if text.has(none) else sentence)]
    notes = proofs.of_rows(rows, shown.table)
    sources = Said(said.sources(rows), look="quiet")
    drawn = shown.drawn(rows, view, own if len(shown.told(rows, view).regions) > 1 else None)
    if isinstance(drawn, go.Figure):
        chart = Chart(picture.bare(drawn, WIDTH_OF_CHART, shown.key), sentence)
        every = Said(text("report.proofs"), tuple(dict.fromkeys(notes.values())), "quiet")
        return [*head, Said(sentence), chart, every, sources]
    caption = text(shown.part)
    return [*head, Said(sentence), *printed(drawn, notes, caption, level + 1), sources]
