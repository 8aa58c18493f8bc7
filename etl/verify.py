"""The documents beside the facts: paragraphs into the version, anchors against their paragraph."""

from collections.abc import Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from etl.documents import Document
from etl.staging import Staging
from kim.findings import Finding

CONTRADICTED = (Path(__file__).parent / "sql" / "contradicted.sql").read_text("utf-8")
CREATE = "CREATE TABLE main.paragraphs (source VARCHAR, paragraph BIGINT, text VARCHAR)"
INSERT = "INSERT INTO main.paragraphs VALUES (?, ?, ?)"


def check_documents(connection: DuckDBPyConnection, documents: Sequence[Document]) -> list[Finding]:
    """Put the paragraphs into the draft; documents without a source, or with another text."""
    connection.execute(CREATE)
    sources = connection.table("scratch.sources").project("source, text_sha256").fetchall()
    read_from = dict(sources)
    found = []
    for document in documents:
        name = f"{document.source}.txt"
        if document.source not in read_from:
            found.append(Finding("document_unknown", name, value=document.source))
        elif read_from[document.source] != document.sha256:
            found.append(Finding("text_changed", name, expected=document.sha256))
        rows = [(document.source, n, text) for n, text in enumerate(document.paragraphs, 1)]
        if rows:
            connection.executemany(INSERT, rows)
    return found


def contradictions(staging: Staging) -> list[Finding]:
    """The rows whose anchor does not stand in the paragraph they name."""
    staged = {"staged": f"scratch.{staging.table.name}"}
    rows = staging.connection.execute(CONTRADICTED, staged).fetchall()
    lines = (
        {fact: line for line, fact in staging.lines_of([row[0] for row in rows])} if rows else {}
    )
    name = staging.table.path
    return [
        Finding(
            "paragraph_missing", name, lines[fact], "paragraph", str(number or ""), str(paragraphs)
        )
        if is_missing
        else Finding(
            "contradicted", name, lines[fact], "anchor", anchor, f"Absatz {number} von {source}"
        )
        for fact, source, number, anchor, paragraphs, is_missing in rows
    ]
