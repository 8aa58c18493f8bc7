"""The child process of `read_in_child`: `python -m etl.fetching.papers FILE MEDIA_TYPE RESULT`."""

import resource
import sys
from pathlib import Path

from etl.archive import records
from etl.fetching.papers.child import MOST_MEMORY, SECONDS_OF_PROCESSOR
from etl.fetching.papers.paper import Paper, Reading
from etl.fetching.papers.pdf import read_pdf
from etl.fetching.papers.web_page import read_page, read_text

PDF = b"%PDF-"
BYTES_BEFORE_PDF = 1024
PAGES = ("text/html", "application/xhtml+xml")


def read_paper(path: Path, media_type: str) -> Paper:
    """The paragraphs of a file: a PDF by its first bytes, else by what the server calls it."""
    with path.open("rb") as file:
        head = file.read(BYTES_BEFORE_PDF)
    name = media_type.partition(";")[0].strip().lower()
    if PDF in head:
        return read_pdf(path)
    if name in PAGES or head.lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return read_page(path, media_type)
    if name == "text/plain" and b"\0" not in head:
        return read_text(path, media_type)
    return Paper(Reading.NO_FORMAT)


def main(path: Path, media_type: str, result: Path) -> None:
    """Read a paper; the result appears only when it is whole."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_OF_PROCESSOR, SECONDS_OF_PROCESSOR + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    draft = result.with_suffix(".draft")
    draft.write_text(records.written(read_paper(path, media_type)), "utf-8")
    draft.rename(result)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
