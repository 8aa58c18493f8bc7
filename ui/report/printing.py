"""From a report to the bytes of a PDF: A4, tagged (PDF/UA-1), for archives (PDF/A-2a), in German."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from ui.pictures.typeface import FAMILY, fonts, printable
from ui.report.blocks import Block, Report

TEMPLATE = Path(__file__).with_name("report.typ").read_bytes()
CHARACTERS_OF_A_LARGE_ONE = 30_000
DOCUMENTS_KEPT = 11
"""Of so many documents typst keeps in memory what it made of them: 2 to 3 MB for each page of a report."""


def pdf(report: Report) -> bytes:
    """The report as PDF; nothing is read or asked for but the fonts that are shipped."""
    described = json.dumps(_described(report), ensure_ascii=False)
    inputs = {"report": described, "family": FAMILY}
    try:
        made = typst.compile(
            TEMPLATE, font_paths=fonts(), sys_inputs=inputs, pdf_standards=["ua-1", "a-2a"]
        )
    finally:
        if len(described) > CHARACTERS_OF_A_LARGE_ONE:
            _forget()
    if not isinstance(made, bytes):
        raise TypeError("typst made no single file")
    return made


def _forget() -> None:
    """Let typst set empty documents until it has dropped what it kept of others."""
    for _ in range(DOCUMENTS_KEPT):
        typst.compile(b"", font_paths=fonts(), format="svg")


def _described(report: Report) -> dict[str, Any]:
    """What the template reads: all words printable, each note in words once and later by its number."""
    numbers: dict[str, int] = {}
    described: dict[str, Any] = _printable(asdict(report) | {"blocks": None})
    described["blocks"] = [_block(each, numbers) for each in report.blocks]
    return described


def _block(block: Block, numbers: dict[str, int]) -> Any:  # noqa: ANN401
    return _numbered(_printable({"kind": type(block).__name__.lower(), **asdict(block)}), numbers)


def _printable(value: Any) -> Any:  # noqa: ANN401
    match value:
        case str():
            return printable(value)
        case dict():
            return {name: _printable(each) for name, each in value.items()}
        case list() | tuple():
            return [_printable(each) for each in value]
    return value


def _numbered(value: Any, numbers: dict[str, int]) -> Any:  # noqa: ANN401
    """The same with the notes as pairs of number and words, the words only the first time."""
    match value:
        case dict():
            return {
                name: list(_notes(each, numbers)) if name == "notes" else _numbered(each, numbers)
                for name, each in value.items()
            }
        case list():
            return [_numbered(each, numbers) for each in value]
    return value


def _notes(notes: Iterable[str], numbers: dict[str, int]) -> Iterable[dict[str, Any]]:
    for each in notes:
        is_new = each not in numbers
        number = numbers.setdefault(each, len(numbers) + 1)
        yield {"number": number, "words": each if is_new else ""}
