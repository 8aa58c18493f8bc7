"""What need not be kept any longer: versions by the rule of retention, files put away long ago."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from etl.archive import records
from etl.archive.journal import Journal
from etl.uploads.inbox import Inbox
from etl.uploads.submission import State, Submission
from kim import german
from kim.loads import Load
from kim.pointer import StoreDamagedError
from kim.settings import Settings
from kim.store import Store


@dataclass(frozen=True)
class Pruned:
    """How many versions and files were deleted, and the bytes that gave back."""

    versions: int = 0
    files: int = 0
    bytes: int = 0


def prune(store: Store, settings: Settings, at: datetime) -> Pruned:
    """Delete old versions, and files that were put away long ago and never published; `at` is now (UTC).

    The deletion of a file is recorded with its submission.
    Raises StoreBusyError while another publishes, StoreDamagedError when it is not known what is
    in use: then nothing is deleted.
    """
    with store.alone():
        versions = list(_expendable(store, settings, at))
        put_away = list(_put_away(store, at - timedelta(days=settings.put_away_days)))
        freed = sum(_deleted(path) for path in versions)
        inbox = Inbox.of(store.folder)
        files = set[str]()
        for submission in put_away:
            size = inbox.archive.delete(submission.sha256)
            if size is not None:
                freed += size
                files.add(submission.sha256)
                inbox.write(replace(submission, deleted_at=at))
    return Pruned(len(versions), len(files), freed)


def _expendable(store: Store, settings: Settings, at: datetime) -> Iterator[Path]:
    """The files of versions that need not be kept; never the current one or what came after it."""
    current = store.number()
    published = {
        number: german.calendar_day(_published_at(store, number))
        for number in store.numbers()
        if number <= current
    }
    for number in settings.retention.expendable(published, german.calendar_day(at)):
        yield store.path(number)


def _published_at(store: Store, number: int) -> datetime:
    """When a version was published (UTC): what the journal says, else the time of its file."""
    journal = Journal(store.folder / "loads")
    try:
        return records.read_file(journal.path(number), Load).at
    except StoreDamagedError:
        changed = datetime.fromtimestamp(store.path(number).stat().st_mtime, UTC)
        return changed.replace(tzinfo=None)


def _put_away(store: Store, before: datetime) -> Iterator[Submission]:
    """The submissions whose bytes nothing needs any longer."""
    inbox = Inbox.of(store.folder)
    for damaged in inbox.damaged():
        raise damaged
    submissions = inbox.submissions()
    loads = list(Journal(store.folder / "loads").loads(until=store.number()))
    parts = [part for load in loads for part in load.parts]
    needed = {digest for part in parts for digest in (part.sha256, part.rows_sha256)}
    needed |= {
        each.sha256 for each in submissions if not each.deleted_at and not _is_over(each, before)
    }
    yield from (
        each for each in submissions if _is_over(each, before) and each.sha256 not in needed
    )


def _is_over(submission: Submission, before: datetime) -> bool:
    put_away_at = submission.put_away_at or submission.received_at
    is_put_away = submission.state is State.DISCARDED and not submission.deleted_at
    return is_put_away and put_away_at < before


def _deleted(path: Path) -> int:
    size = path.stat().st_size
    path.unlink()
    return size
