"""The documents beside the facts: paragraphs into the draft, anchors against their paragraph."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from etl.documents import Document
from etl.staging import Staging
from kim.findings import Finding

CONTRADICTED = (Path(__file__).parent / "sql" / "contradicted.sql").read_text("utf-8")
CREATE = "CREATE TABLE draft.paragraphs (source VARCHAR, paragraph BIGINT, text VARCHAR)"
INSERT = "INSERT INTO draft.paragraphs SELECT $source, * FROM (SELECT unnest(range(1, len($texts) + 1)), unnest($texts))"


def write_paragraphs(connection: DuckDBPyConnection, documents: Sequence[Document]) -> None:
    """Put the paragraphs of the documents into the draft."""
    connection.execute(CREATE)
    for document in documents:
        texts = list(document.paragraphs)
        if texts:
            connection.execute(INSERT, {"source": document.source, "texts": texts})


def check_documents(
    connection: DuckDBPyConnection, documents: Sequence[Document]
) -> Iterator[Finding]:
    """The documents that have no source, or another text than the one the facts were read from."""
    sources = connection.table("scratch.sources").project("source, text_sha256").fetchall()
    read_from = dict(sources)
    for document in documents:
        name = f"{document.source}.txt"
        if document.source not in read_from:
            yield Finding("document_unknown", name, value=document.source)
        elif read_from[document.source] != document.sha256:
            yield Finding("text_changed", name, expected=document.sha256)


def contradictions(staging: Staging) -> Iterator[Finding]:
    """The loaded rows whose anchor does not stand in the paragraph they name."""
    columns = "rowid + 1 AS row, source, paragraph, anchor"
    loaded = staging.connection.table(staging.target).project(columns)
    rows = loaded.query("rows", CONTRADICTED).fetchall()
    lines = staging.places([row for row, *_ in rows]).line_of_row if rows else {}
    name = staging.table.path
    for row, source, number, anchor, paragraphs, is_missing in rows:
        place = "paragraph" if is_missing else "anchor"
        kind = "paragraph_missing" if is_missing else "contradicted"
        value = str(number or "") if is_missing else anchor
        expected = str(paragraphs) if is_missing else f"Absatz {number} von {source}"
        yield Finding(kind, name, lines[row], place, value, expected)
