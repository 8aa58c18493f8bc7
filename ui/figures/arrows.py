"""An arrow between two places of a canvas that leads to the evidence of a fact."""

from collections.abc import Sequence

import plotly.graph_objects as go

from ui.figures.marks import Mark, marker_of


def line(
    ends: tuple[float, float], y: float, mark: Mark, key: str, hover: str, unknown: Sequence[str]
) -> go.Scatter:
    """An arrow between two places, dotted and hollow when `mark` is not sure.

    `unknown`: what stands at its ends, a sign where nobody is named.
    """
    heads = ["circle", "arrow-right" if ends[1] > ends[0] else "arrow-left"]
    return go.Scatter(
        x=list(ends),
        y=[y, y],
        mode="lines+markers+text",
        text=list(unknown),
        textposition=["middle left", "middle right"],
        textfont={"size": 18, "color": mark.colour},
        line={"color": mark.colour, "width": 3, "dash": "solid" if mark.is_sure else "dot"},
        marker=marker_of([Mark(head, mark.colour, "", mark.is_sure) for head in heads])
        | {"size": [12, 16]},
        customdata=[key, key],
        hovertext=[hover, hover],
        hoverinfo="text",
        cliponaxis=False,
        showlegend=False,
    )
