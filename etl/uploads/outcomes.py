"""Files received, published, refused: told to whoever watches over the service."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import ParamSpec, TypeVar

from etl.uploads.stages import Published, Refused, Rejected
from etl.uploads.submission import Submission
from kim.watching import Happening, tell

OUTCOMES: Mapping[type, str] = {
    Submission: "received",
    Published: "published",
    Refused: "refused",
    Rejected: "refused",
}
P = ParamSpec("P")
T = TypeVar("T")


def outcome_told(act: Callable[P, T]) -> Callable[P, T]:
    """Tell what became of a file, by the type of what `act` returns."""

    @wraps(act)
    def told(*arguments: P.args, **more: P.kwargs) -> T:
        outcome = act(*arguments, **more)
        if name := OUTCOMES.get(type(outcome)):
            tell(Happening.UPLOAD, name)
        return outcome

    return told
