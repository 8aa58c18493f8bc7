"""Sentences for people at a terminal: what would change it or cannot be shown is not written into it."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from kim import german

REPLACEMENT = "\ufffd"
MOST_SAID = 50
MORE = "… und {more} weitere."


def say(sentence: str) -> None:
    """A sentence on standard output."""
    _print(sentence, sys.stdout)


def say_aside(sentence: str) -> None:
    """A sentence on standard error."""
    _print(sentence, sys.stderr)


def say_each(
    mark: str,
    sentences: Sequence[object],
    say: Callable[[str], None],
    where: str = "",
    most: int = MOST_SAID,
) -> None:
    """The first sentences, how many more there are and, if that is said, where they stand."""
    for sentence in sentences[:most]:
        say(f"{mark} {sentence}")
    if (more := len(sentences) - most) > 0:
        say(f"{mark} {MORE.format(more=german.number(more))} {where}".rstrip())


def _print(sentence: str, file: TextIO) -> None:
    try:
        print(_shown(sentence), file=file, flush=True)
    except BrokenPipeError:  # nobody reads any more; the work goes on
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), file.fileno())


def _shown(sentence: str) -> str:
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else REPLACEMENT for sign in sentence
    )
