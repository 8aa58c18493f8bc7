"""The words of the interface, once: one file per page or part."""

import re
import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


@cache
def _part(name: str) -> dict[str, str]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def text(key: str, **values: object) -> str:
    """The German words for a key such as "positions.title", braces filled in.

    Raises FileNotFoundError or KeyError for an unknown key.
    """
    part, _, name = key.partition(".")
    words = _part(part)[name]
    return words.format(**values) if values else words


def plain(words: str) -> str:
    """Words from outside, so that Markdown shows them as they are: no link, no formula, no picture.

    A joiner that nobody sees keeps names of icons and emojis between colons from being replaced.
    """
    return PUNCTUATION.sub(r"\\\1", " ".join(words.split())).replace(":", ":\u2060")
