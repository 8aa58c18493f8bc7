"""What was brought in: the record of each load and of each file received."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

# In place of a file, for rows that were typed in.
TYPED = "hier angelegt"


def now() -> datetime:
    """The time in UTC, without zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


class FileTooLargeError(Exception):
    """The file has more bytes than the setting allows; nothing of it is kept."""


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

    `about` is the load that is withdrawn or brought back, `receipt` the received file it came from.
    """

    number: int
    kind: Kind
    at: datetime
    subject: str = ""
    parts: tuple[Part, ...] = ()
    about: int | None = None
    receipt: str = ""


class State(StrEnum):
    """What became of a received file so far; published is what the store says, not the receipt."""

    RECEIVED = "received"
    SUBMITTED = "submitted"
    DISCARDED = "discarded"


@dataclass(frozen=True)
class Upload:
    """How a received file is to be loaded: its table and what was decided about it.

    `sheet` to `hidden`: see etl.reading.Choices. `added`: rows of reference
    tables, typed in because the file names them and nobody knew them. `is_confirmed`: the
    implausible values are meant.
    """

    table: str
    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    percent: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False
    added: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    is_confirmed: bool = False


@dataclass(frozen=True)
class Receipt:
    """A file that was received and is kept: who brought it when (UTC), its name, size in bytes, digest.

    `decided_by`: the subjects who decided about it or submitted it. `rows`: by table, the digest
    of the rows that were submitted.
    """

    receipt: str
    at: datetime
    subject: str
    file: str
    size: int
    sha256: str
    state: State = State.RECEIVED
    upload: Upload | None = None
    decided_by: tuple[str, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)
