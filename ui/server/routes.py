"""What a request is for, as one of a few patterns: no address that people typed, no parameter."""

from starlette.routing import Match, Route
from starlette.types import Scope

from ui import navigation
from ui.endpoints.application import machines

PAGES = frozenset(f"/{each.address}" for each in navigation.PAGES)
# The first that fits stands for all that Streamlit serves below it.
OF_STREAMLIT = tuple(
    f"/{each}"
    for each in ("_stcore/upload_file", "_stcore", "static", "media", "component", "auth")
)
METRICS = "/metrics"
OTHER = "other"
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})


def route(scope: Scope) -> str:
    """The pattern of the address that is asked for, "other" where nothing of ours is there."""
    path = scope["path"]
    if path in PAGES or path == METRICS:
        return str(path)
    for each in OF_STREAMLIT:
        if path.startswith(f"{each}/"):
            return each
    return next(
        (
            each.path
            for each in machines.routes
            if isinstance(each, Route) and each.matches(scope)[0] is not Match.NONE
        ),
        OTHER,
    )


def method(scope: Scope) -> str:
    """The method; whoever asks can make up others."""
    said = str(scope["method"])
    return said if said in METHODS else OTHER
