"""The record of each load: what was brought in, when, by whom."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

# In place of a file, for rows that were typed in.
TYPED = "hier angelegt"


def now() -> datetime:
    """The time in UTC, without zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


class Kind(StrEnum):
    """What a load does: state what data/ says, state what a file says, take one back, bring it back."""

    DATA = "data"
    UPLOAD = "upload"
    WITHDRAWAL = "withdrawal"
    RESTORATION = "restoration"


@dataclass(frozen=True)
class Part:
    """What a load states in one table: the file as received and its rows as read, both by SHA-256.

    `file` is the name under which it came, `size` its bytes.
    """

    table: str
    file: str
    size: int
    sha256: str
    rows_sha256: str


@dataclass(frozen=True)
class Load:
    """One step from a version to the next: number, time (UTC), subject of the login, parts.

    `about` is the load that is withdrawn or brought back, `submission` the received file it came from.
    `previous` is the load before, 0 for the first, None in the record of an earlier program.
    """

    number: int
    kind: Kind
    at: datetime
    subject: str = ""
    parts: tuple[Part, ...] = ()
    about: int | None = None
    submission: str = ""
    previous: int | None = None
