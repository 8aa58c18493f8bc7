"""The documents beside the facts: paragraphs into the draft, anchors against their paragraph."""

import re
from collections.abc import Iterator, Sequence

from babel.numbers import parse_decimal
from duckdb import DuckDBPyConnection

from etl.pipeline import SQL
from etl.pipeline.documents import Document
from etl.pipeline.stage import Staging
from kim.findings import Finding, FindingKind

CONTRADICTED = (SQL / "contradicted.sql").read_text("utf-8")
CREATE = "CREATE TABLE draft.paragraphs (source VARCHAR, paragraph BIGINT, text VARCHAR)"
INSERT = "INSERT INTO draft.paragraphs SELECT $source, * FROM (SELECT unnest(range(1, len($texts) + 1)), unnest($texts))"


# Dates, years and sections of a law are numbers, but not the ones an anchor proves.
NOT_AMOUNTS = re.compile(r"\d{1,2}\.\d{1,2}\.(\d{4})?|\b(19|20)\d{2}\b|§+\s*\d+\w*")
AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
SCALES = (1, 1_000, 1_000_000)
READ_HERE = (
    "basis <> 'inferred' AND paragraph IS NOT NULL"
    " AND source IN (SELECT source FROM draft.paragraphs)"
)
WITHOUT_TEXT = "source NOT IN (SELECT source FROM draft.paragraphs)"


def write_paragraphs(connection: DuckDBPyConnection, documents: Sequence[Document]) -> None:
    """Put the paragraphs of the documents into the draft, of fetched ones not yet."""
    connection.execute(CREATE)
    for document in documents:
        if not document.is_fetched:
            _write(connection, document)


def write_fetched(connection: DuckDBPyConnection, documents: Sequence[Document]) -> bool:
    """Put the paragraphs of fetched documents into the draft: of sources that have no other text; whether there were any.

    A source whose text was read elsewhere takes that text only, by its digest.
    """
    sources = connection.table("draft.sources").filter(WITHOUT_TEXT)
    lacking = dict(sources.project("source, text_sha256").fetchall())
    fetched = (each for each in documents if each.is_fetched and each.source in lacking)
    wanted = [each for each in fetched if lacking[each.source] in (None, each.sha256)]
    for document in wanted:
        _write(connection, document)
    return bool(wanted)


def _write(connection: DuckDBPyConnection, document: Document) -> None:
    if texts := list(document.paragraphs):
        connection.execute(INSERT, {"source": document.source, "texts": texts})


def check_documents(staging: Staging, documents: Sequence[Document]) -> Iterator[Finding]:
    """The documents that have no source, or another text than the one the facts were read from."""
    sources = staging.connection.table(staging.target).project("source, text_sha256").fetchall()
    read_from = dict(sources)
    for document in documents:
        if document.is_fetched:
            continue
        name = f"{document.source}.txt"
        if document.source not in read_from:
            yield Finding(FindingKind.DOCUMENT_UNKNOWN, name, value=document.source)
        elif read_from[document.source] != document.sha256:
            yield Finding(FindingKind.TEXT_CHANGED, name, expected=document.sha256)


def contradictions(staging: Staging, documents: Sequence[Document]) -> Iterator[Finding]:
    """The loaded rows whose anchor does not stand in the paragraph they name.

    Of a document that was fetched a row need not name a paragraph: it may be older than the text.
    """
    fetched = {each.source for each in documents if each.is_fetched}
    fetched -= {each.source for each in documents if not each.is_fetched}
    columns = "rowid + 1 AS row, source, paragraph, anchor"
    loaded = staging.connection.table(staging.target).project(columns)
    rows = loaded.query("rows", CONTRADICTED).fetchall()
    lines = staging.locations([row for row, *_ in rows]).line_of_row if rows else {}
    name = staging.table.path
    for row, source, number, anchor, paragraphs, is_missing in rows:
        if number is None and source in fetched:
            continue
        if number is None:
            yield Finding(
                FindingKind.PARAGRAPH_UNNAMED, name, lines[row], "paragraph", "", str(paragraphs)
            )
        elif is_missing:
            value, expected = str(number), str(paragraphs)
            yield Finding(
                FindingKind.PARAGRAPH_MISSING, name, lines[row], "paragraph", value, expected
            )
        else:
            expected = f"Absatz {number} von {source}"
            yield Finding(FindingKind.CONTRADICTED, name, lines[row], "anchor", anchor, expected)


def misquotations(staging: Staging) -> Iterator[Finding]:
    """The loaded numbers that are none of those their anchor names.

    An anchor without digits proves nothing about a number here, and an inferred value is ours.
    """
    names = [field.name for field in staging.table.fields if field.type == "number"]
    if not names:
        return
    loaded = staging.connection.table(staging.target)
    columns = ", ".join(["rowid + 1 AS row", "anchor", *names])
    rows = loaded.project(f"{columns}, basis, source, paragraph").filter(READ_HERE).fetchall()
    wrong = [
        (row, name, value, anchor)
        for row, anchor, *cells in rows
        for name, value in zip(names, cells, strict=False)
        if value is not None and not _proves(anchor, value)
    ]
    lines = staging.locations([row for row, *_ in wrong]).line_of_row if wrong else {}
    for row, name, value, anchor in wrong:
        yield Finding(
            FindingKind.MISQUOTED, staging.table.path, lines[row], name, f"{value:g}", anchor
        )


def _proves(anchor: str, value: float) -> bool:
    named = [float(parse_decimal(each, locale="de")) for each in _amounts(anchor)]
    return not named or any(abs(n * scale - value) < 1e-9 for n in named for scale in SCALES)


def _amounts(anchor: str) -> list[str]:
    return AMOUNT.findall(NOT_AMOUNTS.sub(" ", anchor))
