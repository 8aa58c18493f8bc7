"""The words of the interface, once: one file per page or part; and how words are put into Markdown."""

import re
from pathlib import Path

from kim import texts

FOLDER = Path(__file__).parent
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
SEEN_ANYWAY = re.compile(r"(?i::(?=//|\S*:)|@(?=\w)|www(?=\.)|(?<!\S)[-<>~](?=[->=]{1,2}(?!\S)))")
JOINER = "\u2060"
text = texts.Texts(FOLDER, texts.FOLDER)


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
