"""A figure that is finished: made into what the browser gets once, however often it is shown."""

from typing import Any

import plotly.graph_objects as go


class Ready(go.Figure):  # type: ignore[misc]
    """A figure that nobody changes any more."""

    def __init__(self, figure: go.Figure) -> None:
        super().__init__()
        self._ready: dict[str, Any] = figure.to_dict()

    def to_dict(self) -> dict[str, Any]:
        return self._ready
