"""What the current version knows of papers: their rows, which have a text, the organisations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duckdb import ColumnExpression, ConstantExpression

from etl.fetching.texts import Texts
from etl.pipeline.documents import paragraphs
from kim.facts import Record, records
from kim.store import Store
from kim.tables import Table

TITLES = "SELECT source, title FROM sources"
ROW = "SELECT title, region, coalesce(date, '') FROM sources WHERE source = $source"
TEXT = "SELECT text FROM paragraphs WHERE source = $source ORDER BY paragraph"
WITH_TEXT = "SELECT DISTINCT source FROM paragraphs"
NOW = "known_to = 'infinity' AND NOT retracted"
ORGANISATIONS = "SELECT organisation FROM organisations"
REGIONS = "SELECT source, region FROM sources"
PAPERS = "SELECT source, title, region, coalesce(date, '') FROM sources ORDER BY date, title"


@dataclass(frozen=True)
class Paper:
    """What is known of a document: its slug, title, place (AGS), and date (EDTF, empty when unknown)."""

    source: str
    title: str
    region: str
    date: str


class Sources:
    """The papers of a store: of its current version, and of the folder of texts beside it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.texts = Texts(store.folder)

    def titles(self) -> dict[str, str]:
        """By slug, the title of every source. Raises StoreEmptyError."""
        return {each[0]: each[1] for each in self._asked(TITLES)}

    def regions(self) -> dict[str, str]:
        """By slug, the place (AGS) of every source."""
        return {each[0]: each[1] for each in self._asked(REGIONS)}

    def papers(self) -> list[Paper]:
        """All documents, the oldest first. Raises StoreEmptyError."""
        return [Paper(*each) for each in self._asked(PAPERS)]

    def row(self, source: str) -> Mapping[str, str]:
        """Title, region and date (EDTF, empty when unknown) of a source; KeyError when there is none."""
        for title, region, date in self._asked(ROW, source=source):
            return {"title": title, "region": region, "date": date}
        raise KeyError(source)

    def with_text(self) -> set[str]:
        """The sources whose text is at hand."""
        fetched = {path.stem for path in self.texts.folder.glob("*.txt")}
        return {source for (source,) in self._asked(WITH_TEXT)} | (fetched & {*self.titles()})

    def text(self, source: str) -> Sequence[str]:
        """The paragraphs of a source, none where its text is not at hand."""
        if found := [words for (words,) in self._asked(TEXT, source=source)]:
            return found
        path = self.texts.path(source)
        return list(paragraphs(path.read_text("utf-8"))) if path.is_file() else []

    def held(self, table: Table, region: str) -> list[Record]:
        """The facts of a table about a place, in its columns, with the date of their document."""
        facts = self.store.current().cursor().table(table.name).filter(NOW)
        papers = self.store.current().cursor().table("sources")
        here = facts.filter(ColumnExpression("region") == ConstantExpression(region))
        columns = ", ".join(each.name for each in table.fields)
        dates = dict(papers.project("source, date").fetchall())
        found = records(here.order("fact").project(columns).df())
        return [{**each, "source_date": dates.get(each["source"])} for each in found]

    def organisations(self) -> set[str]:
        """The keys of all organisations."""
        return {key for (key,) in self._asked(ORGANISATIONS)}

    def _asked(self, sql: str, **parameters: str) -> list[tuple[str, ...]]:
        return self.store.current().cursor().execute(sql, parameters).fetchall()
