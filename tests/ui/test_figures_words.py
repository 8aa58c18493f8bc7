"""The words of figures come from the texts: none stands in their code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kim.tables import package
from ui import figures, texts

MODULES = sorted(Path(figures.__file__).parent.glob("*.py"))
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
LOOKS_GERMAN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2}|[äöüß]")
TYPEFACE = '"Source Sans", sans-serif'
CODES = {"anchor", "land", "also", "source"}
FOR_PROGRAMS = "api"
"""These texts name codes, and speak English too."""


def literals(path: Path) -> Iterator[str]:
    """Every string in the code of a module but its docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    strings = (node for node in nodes if isinstance(node, ast.Constant))
    for node in strings:
        if isinstance(node.value, str) and node.value != TYPEFACE and id(node) not in docstrings:
            yield node.value


def said() -> set[str]:
    """The words of the texts and vocabularies."""
    parts = (part for name, part in texts.text.parts.items() if name != FOR_PROGRAMS)
    sentences = [words for part in parts for words in part.values()]
    labels = [words for codes in package().vocabularies.values() for words in codes.values()]
    return {
        word
        for words in [*sentences, *labels]
        for word in WORD.findall(re.sub(r"\{\w*", "", words))
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_word_for_readers_stands_in_the_code_of_a_figure(path: Path) -> None:
    words_of_texts = said() - CODES
    found = [
        each
        for each in literals(path)
        if LOOKS_GERMAN.search(each) or set(WORD.findall(each)) & words_of_texts
    ]
    assert found == []
