"""One visit to each source that is wanted: asked for, kept as it came, read, recorded."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from etl.archive.files import Archive, arriving
from etl.fetching.papers.child import read_in_child
from etl.fetching.papers.paper import Paper, Reading
from etl.fetching.records import Fetched, FetchedRecords
from etl.fetching.refusals import FetchRefused, State
from etl.fetching.texts import Texts, text_digest
from etl.fetching.transfer import Answer
from etl.fetching.visits import Visitor
from kim.texts import text

OK, NOT_MODIFIED, BAD_REQUEST, SERVER_FAULT = 200, 304, 400, 500
NO_LONGER_THERE = (404, 410)
STATES = {
    Reading.TEXT: State.READ,
    Reading.SCAN: State.SCAN,
    Reading.EMPTY: State.UNREADABLE,
    Reading.NO_FORMAT: State.UNREADABLE,
    Reading.UNREADABLE: State.UNREADABLE,
}
SAID = {
    Reading.EMPTY: "fetch.empty",
    Reading.NO_FORMAT: "fetch.no_format",
    Reading.UNREADABLE: "fetch.unreadable",
}


@dataclass(frozen=True)
class Wanted:
    """A source and its address."""

    source: str
    url: str


class Run:
    """Fetches into the folder of a store; what was done is not asked for again."""

    def __init__(self, store: Path, visitor: Visitor, now: Callable[[], datetime]) -> None:
        self.records = FetchedRecords(store / "fetched")
        self.archive = Archive(store / "papers")
        self.texts = Texts(store)
        self.visitor = visitor
        self.now = now

    def due(self, wanted: Iterable[Wanted], documents: Path) -> Iterator[Wanted]:
        """Those without a text and not settled yet. Raises StoreDamagedError."""
        for each in wanted:
            if (documents / f"{each.source}.txt").is_file():
                continue
            earlier = self.records.of(each.source)
            if earlier is None or earlier.is_due(each.url, self.now()):
                yield each

    def visit(self, wanted: Wanted, *, replaces: bool = False) -> Fetched:
        """Ask for one source and record what became of it. Raises OSError, StoreDamagedError.

        `replaces`: a newer text takes the place of the one that is there.
        """
        earlier = self.records.of(wanted.source)
        if earlier is None or earlier.url != wanted.url:
            earlier = None
        began = earlier or Fetched(wanted.source, wanted.url, State.FAILED, "", self.now())
        with arriving(self.archive.folder / "paper") as into:
            try:
                answer = self.visitor.get(wanted.url, into, self._conditions(began, replaces))
                fetched = self._answered(began, answer, into, replaces)
            except FetchRefused as refused:
                fetched = replace(
                    began,
                    state=refused.state,
                    said=str(refused),
                    asked_at=self.now(),
                    not_before=refused.not_before,
                )
        self.records.write(fetched)
        return fetched

    def _conditions(self, earlier: Fetched, replaces: bool) -> Mapping[str, str]:
        if replaces or not earlier.text_sha256 or not self.texts.path(earlier.source).is_file():
            return {}
        said = {"If-None-Match": earlier.etag, "If-Modified-Since": earlier.last_modified}
        return {name: value for name, value in said.items() if value}

    def _answered(self, earlier: Fetched, answer: Answer, into: Path, replaces: bool) -> Fetched:
        asked = replace(earlier, asked_at=self.now(), not_before=None)
        if answer.status == NOT_MODIFIED:
            return self._unchanged(asked)
        if answer.status != OK:
            raise _refused(answer)
        asked = replace(
            asked,
            etag=answer.headers.get("etag", ""),
            last_modified=answer.headers.get("last-modified", ""),
            media_type=answer.headers.get("content-type", ""),
            sha256=self.archive.keep(into),
            fetched_at=asked.asked_at,
        )
        paper = read_in_child(self.archive.path(asked.sha256), asked.media_type)
        digest = text_digest(paper)
        is_kept = self.texts.path(asked.source).is_file() or paper.reading is not Reading.TEXT
        if digest == earlier.text_sha256 and is_kept and not replaces:
            return self._unchanged(asked) if paper.reading is Reading.TEXT else asked
        told = replace(asked, text_sha256=digest, changed_at=asked.asked_at)
        return replace(told, state=STATES[paper.reading], said=self._kept(told, paper, replaces))

    def _unchanged(self, asked: Fetched) -> Fetched:
        said = text("fetch.unchanged")
        return replace(asked, state=State.READ, said=said, fetched_at=asked.asked_at)

    def _kept(self, fetched: Fetched, paper: Paper, replaces: bool) -> str:
        """Write the text, if there is one; what is said of it."""
        source = fetched.source
        if paper.reading is Reading.SCAN:
            return text("fetch.scan", pages=paper.pages, source=source)
        if paper.reading is not Reading.TEXT:
            file = f"{self.archive.folder.name}/{fetched.sha256}"
            return text(SAID[paper.reading], file=file, media_type=fetched.media_type)
        if self.texts.path(source).is_file() and not replaces:
            path = self.texts.write_beside(source, paper)
            file = f"{path.parent.name}/{path.name}"
            return text("fetch.changed", file=file, source=source)
        self.texts.write(source, paper)
        read = text("fetch.read", paragraphs=len(paper.paragraphs))
        if not paper.scanned:
            return read
        return f"{read} {text('fetch.some_scanned', pages=', '.join(map(str, paper.scanned)))}"


def _refused(answer: Answer) -> FetchRefused:
    status = answer.status
    if status in NO_LONGER_THERE:
        return FetchRefused(State.GONE, text("fetch.gone", status=status))
    if BAD_REQUEST <= status < SERVER_FAULT:
        return FetchRefused(State.GONE, text("fetch.closed", status=status))
    return FetchRefused(State.FAILED, text("fetch.odd", status=status))
