"""What an address can refuse, or is refused, in a German sentence, and whether asking again makes sense."""

from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """What became of a source: only what failed is asked for again by itself."""

    READ = "read"
    SCAN = "scan"
    UNREADABLE = "unreadable"
    GONE = "gone"
    FORBIDDEN = "forbidden"
    FAILED = "failed"


class FetchRefused(Exception):  # noqa: N818 (a refusal is an answer, not a fault of ours)
    """A paper that was not fetched: the state of its source, why in German, and when to ask again (UTC)."""

    def __init__(self, state: State, sentence: str, not_before: datetime | None = None) -> None:
        super().__init__(sentence)
        self.state = state
        self.not_before = not_before


class TookTooLong(FetchRefused):
    """A server that did not come to an end in time: not asked again in the same run."""
