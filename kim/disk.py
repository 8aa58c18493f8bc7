"""What a disk can refuse: room, and being written to at all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NOT_TO_WRITE = (errno.EROFS, errno.EACCES, errno.EPERM)
NO_SPACE_WORDS = ("No space left", "not enough space", "Disk quota", "File too large")


class StoreFullError(Exception):
    """There is no room on the disk for the next version; the current one stays."""


class StoreReadOnlyError(Exception):
    """Nothing can be written into the folder of the store; what is there can be read."""


@contextmanager
def disk_said(folder: Path) -> Iterator[None]:
    """Turns what Python and DuckDB say of the disk of this folder into StoreFullError, StoreReadOnlyError."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_SPACE:
            raise StoreFullError from error
        if error.errno in NOT_TO_WRITE and str(error.filename or folder).startswith(str(folder)):
            raise StoreReadOnlyError from error
        raise
    except duckdb.Error as error:
        if any(words in str(error) for words in NO_SPACE_WORDS):
            raise StoreFullError from error
        raise
