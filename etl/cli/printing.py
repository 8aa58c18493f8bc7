"""Sentences for people at a terminal: what would change it or cannot be shown is not written into it."""

import sys

REPLACEMENT = "\ufffd"


def say(sentence: str) -> None:
    """A sentence on standard output."""
    print(_shown(sentence), flush=True)


def say_aside(sentence: str) -> None:
    """A sentence on standard error."""
    print(_shown(sentence), file=sys.stderr, flush=True)


def _shown(sentence: str) -> str:
    return "".join(
        sign if sign.isprintable() else " " if sign.isspace() else REPLACEMENT for sign in sentence
    )
