"""Whether reading takes time in proportion to the length of what is read, on a busy machine too."""

from collections.abc import Callable
from time import process_time

TRIES = 3
TOO_SHORT_TO_TELL = 0.05


def is_in_proportion(read: Callable[[str], object], short: str, long: str) -> bool:
    """Of three tries the best counts; a time that grew with the square would take as many times longer again."""
    most = 3 * len(long) / len(short)
    return any(
        _seconds(read, long) < max(most * _seconds(read, short), TOO_SHORT_TO_TELL)
        for _ in range(TRIES)
    )


def _seconds(read: Callable[[str], object], text: str) -> float:
    started = process_time()
    read(text)
    return process_time() - started
