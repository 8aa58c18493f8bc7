"""The words of the interface, once: one file per page or part."""

import re
import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
SEEN_ANYWAY = re.compile(r"(?i::(?=//|\S*:)|@(?=\w)|www(?=\.)|(?<!\S)[-<>~](?=[->=]{1,2}(?!\S)))")
JOINER = "\u2060"


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


def markdown(key: str, **values: object) -> str:
    """Like `text`, for where Markdown is shown: its words may be Markdown, the values are plain."""
    return text(key, **{name: plain(str(value)) for name, value in values.items()})


def plain(words: str) -> str:
    """Words from outside, so that Markdown shows them as they are: no link, no formula, no picture.

    A joiner that nobody sees stands where Streamlit would see an icon between colons, an address or
    an arrow even in escaped words.
    """
    joined = SEEN_ANYWAY.sub(rf"\g<0>{JOINER}", " ".join(words.split()))
    return PUNCTUATION.sub(r"\\\1", joined)
