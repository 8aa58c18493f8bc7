"""Words from outside in Markdown: a parser of Markdown gives them back as they were."""

from html import unescape

import pytest
from markdown_it import MarkdownIt

from ui.texts import JOINER, markdown, plain

HOSTILE = [
    "*fett* und _schräg_",
    "[x](http://y)",
    "![p](u)",
    "$a$ und $$b$$",
    ":material/home: und :smile:",
    "<b>fett</b> &amp; <a href='x'>y</a>",
    "# Überschrift",
    "1. Punkt",
    "- Punkt",
    "> Zitat",
    ":red[x]",
    "`code` ~~weg~~ | a | b |",
    "C:\\temp\\*",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_parser_reads_plain_words_as_they_are(words: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(plain(words))
    assert html.startswith("<p>")
    assert html.count("<") == 2
    assert unescape(html[3:-5]).replace(JOINER, "") == words


@pytest.mark.parametrize("words", ["http://y", "www.x.de", "a@b.de", ":smile:", ":a:b:"])
def test_what_is_seen_in_text_after_all_is_broken_by_a_joiner(words: str) -> None:
    assert JOINER in plain(words)


@pytest.mark.parametrize("sign", ["->", "<-", "<->", "--", ">=", "<=", "~="])
def test_arrows_stay_as_they_are_written(sign: str) -> None:
    shown = plain(f"a {sign} b").replace("\\", "")
    assert f" {sign} " not in shown
    assert shown.replace(JOINER, "") == f"a {sign} b"


def test_usual_words_bear_no_joiner() -> None:
    assert JOINER not in plain("Ohne Angabe: Rheine, 12:30 Uhr, 1,9 Stellen (ca. 3 - 4)")


def test_only_the_values_are_made_plain() -> None:
    said = markdown("upload.received", file="*a*.csv", size="1", at="2")
    assert said.startswith("Empfangen: **\\*a\\*\\.csv**")
