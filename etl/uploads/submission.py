"""A submission: a file as it was received, with what was decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from etl.archive import records
from etl.reading import Decisions


class FileTooLargeError(Exception):
    """The file has more bytes than the setting allows; nothing of it is kept."""


class State(StrEnum):
    """What became of a submission so far; whether it is published is what the store says."""

    RECEIVED = "received"
    SUBMITTED = "submitted"
    DISCARDED = "discarded"


@records.with_keys(id="receipt", received_at="at", owner="subject", name="file", decisions="upload")
@dataclass(frozen=True)
class Submission:
    """A file as received (UTC), its size in bytes; its bytes are in the archive, by SHA-256.

    `owner`: the subject of the login that handed it in. `decided_by`: the subjects that decided
    about it or submitted it. `rows`: by table, the digest of the rows that were submitted.
    `deleted_at`: when the bytes of a file that was put away were deleted (UTC).
    """

    id: str
    received_at: datetime
    owner: str
    name: str
    size: int
    sha256: str
    state: State = State.RECEIVED
    decisions: Decisions | None = None
    decided_by: tuple[str, ...] = ()
    rows: Mapping[str, str] = field(default_factory=dict)
    put_away_at: datetime | None = None
    deleted_at: datetime | None = None
