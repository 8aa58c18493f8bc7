"""The text of a paper whose facts are handed in: it counts with them, and is kept once they are published."""

from collections.abc import Sequence
from pathlib import Path

from etl.archive.files import put_text
from etl.fetching.texts import Texts
from etl.pipeline.documents import Document, fetched_documents
from etl.reading import Decisions, Readable, Reading
from kim.store import Draft

HELD = "SELECT 1 FROM base.paragraphs WHERE source = $source LIMIT 1"
NONE_READ = ("rows.csv", "lines")


def documents(store: Path, decisions: Decisions, text: Path) -> Sequence[Document]:
    """The texts that count for a load: those that were fetched, and that of the paper it is read from.

    A text that the store has already for this source stays; the paper then has to say the same.
    """
    fetched = fetched_documents(store)
    if not decisions.paper or any(each.source == decisions.paper for each in fetched):
        return fetched
    return [*fetched, Document(decisions.paper, text, is_fetched=True)]


def read(folder: Path) -> Readable:
    """A paper is not read for rows: they are what was decided. `folder` takes their files."""
    rows, lines = (folder / name for name in NONE_READ)
    return Readable(Reading(), [], rows, lines)


def keep(store: Path, decisions: Decisions, text: Path, draft: Draft) -> None:
    """Keep the text of a paper for its source, unless the store or the base of the draft has one."""
    if not decisions.paper:
        return
    path, source = Texts(store).path(decisions.paper), {"source": decisions.paper}
    if not path.is_file() and not draft.connection.execute(HELD, source).fetchone():
        path.parent.mkdir(parents=True, exist_ok=True)
        put_text(text.read_text("utf-8"), path)
