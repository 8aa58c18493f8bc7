"""What is handed out of an exhibit: the rows as they are shown, their sources, and what they are."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import pandas as pd

from kim import coverage, decisions, expected_reports, exports, german, on_screen, queries
from kim.beside_a_version import DAYS
from kim.exhibit import listing
from kim.facts import FactKey, records
from kim.filtered import filtered
from kim.on_screen import About, OnScreen
from kim.queries import View
from kim.tables import Table, package
from kim.texts import text
from kim.view import day_shown
from kim.worksheets import Linked

OF_THE_SOURCE = ["source_title", "source_date", *DAYS, "proof"]


@dataclass(frozen=True)
class File:
    """One form of a download; `kind` is csv_excel, csv_machine, xlsx or package."""

    kind: str
    name: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Download:
    """The rows of an exhibit, their table, the slugs of their sources, what is said about them.

    Rows of several tables in one list must not be loaded as rows of one: they do not load again.
    `of`: the facts that are a Data Package; none of what is only calculated.
    """

    key: str
    frame: pd.DataFrame
    table: Table
    sources: Sequence[str]
    about: About
    loads_again: bool = True
    seen: exports.Seen | None = None
    of: OnScreen | None = None

    def files(self) -> list[File]:
        """CSV for Excel, CSV for machines where it loads again, XLSX with sources and hints, Data Package."""
        name, table = f"kim-{self.key}", self.table
        named = with_names(self.frame, table)

        def workbook() -> bytes:
            sources = queries.sources(tuple(sorted(self.sources)))
            read = sources.drop(columns="text_sha256")
            return exports.xlsx(named, table, read, self.about, self.seen)

        return [
            File("csv_excel", f"{name}-excel.csv", lambda: exports.csv_for_excel(named, table)),
            *self._for_machines(name),
            File("xlsx", f"{name}.xlsx", workbook),
            *self._packages(name),
        ]

    def _for_machines(self, name: str) -> list[File]:
        def lines() -> bytes:
            return exports.csv_for_machines(self.frame, self.table)

        return [File("csv_machine", f"{name}.csv", lines)] if self.loads_again else []

    def _packages(self, name: str) -> list[File]:
        if (of := self.of) is None:
            return []

        def packed() -> bytes:
            return on_screen.packed(self.key, self.table, self.frame, self.sources, self.about, of)

        return [File("package", f"{name}.zip", packed)]


def of_facts(
    key: str,
    rows: pd.DataFrame,
    table: Table,
    view: View,
    *chosen: Hashable,
    evidence: Callable[[FactKey], str],
) -> Download:
    """The rows of a fact table (or of several with the same columns) with the words of their proof.

    `chosen`: what else they were filtered by, see `kim.filtered`. `evidence`: the address of that of a fact.
    """
    named = [each.name for each in table.fields if each.name in rows]
    frame = rows[["place", *named, *OF_THE_SOURCE]].assign(proof=proof_shown(rows))
    if view.held_on:
        frame = frame.assign(is_certain=rows["is_certain"].astype(str))
    if "rescinded_by" in rows and rows["rescinded_by"].notna().any():
        frame = frame.assign(rescinded_on=list(map(decisions.rescission, records(rows))))
    reports = _reports(rows, table, view)
    if any(reports):
        frame = frame.assign(expected_reports=reports)
    loads_again = "fact_table" not in rows or bool((rows["fact_table"] == table.name).all())
    if not loads_again:
        titles = {name: each.title for name, each in package().tables.items()}
        frame.insert(0, "topic", rows["fact_table"].map(titles))
    names = queries.place_names()
    places = ", ".join(names[ags] for ags in view.regions)
    sources = list(rows["source"].unique())
    said = about(table, view, places, *chosen)
    seen, of = _seen(rows, table, evidence), OnScreen(_keys(rows, table), view)
    return Download(key, frame, table, sources, said, loads_again, seen, of)


def _keys(rows: pd.DataFrame, table: Table) -> tuple[FactKey, ...]:
    tables = rows["fact_table"] if "fact_table" in rows else [table.name] * len(rows)
    return tuple(FactKey(name, int(fact)) for name, fact in zip(tables, rows["fact"], strict=True))


def _reports(rows: pd.DataFrame, table: Table, view: View) -> list[str]:
    """Of each commitment, which reports it leads one to expect and what became of them."""
    if table.name != "commitments" or "read_until" not in rows:
        return []
    return [expected_reports.told(each, day_shown(view)) for each in records(rows)]


def _seen(rows: pd.DataFrame, table: Table, evidence: Callable[[FactKey], str]) -> exports.Seen:
    """The table as it stands on the screen, with all rows."""
    shown = listing(rows, table, len(rows))
    heads = [
        text("exhibit.place"),
        text("exhibit.evidence"),
        *(each.title for each in shown.fields),
    ]
    return heads, [
        [line.place, Linked(line.proof, evidence(line.fact)), *line.cells] for line in shown.lines
    ]


def proof_shown(rows: pd.DataFrame) -> pd.Series:
    """What became of the proof of each fact: a code of `kim.cells.PROOF`, with those that were read elsewhere."""
    read_elsewhere = (rows["proof"] == "unproven") & rows["is_read_from_text"]
    return rows["proof"].mask(read_elsewhere, "read")


def of_coverage(key: str, counts: pd.DataFrame, columns: Sequence[str], view: View) -> Download:
    """These columns of the counts by district; every document is their source."""
    table, places = coverage.declared(), coverage.caption()
    sources = list(queries.documents(view.known_on)["source"])
    frame = counts[["place", "region", *columns]]
    said = about(table, view, places)
    seen = _seen_counts(frame, table, columns)
    return Download(key, frame, table, sources, said, seen=seen, of=OnScreen((), view))


def _seen_counts(frame: pd.DataFrame, table: Table, columns: Sequence[str]) -> exports.Seen:
    """The counts as they stand on the screen: of nobody "." and not zero."""
    heads = [text("exhibit.place"), *(table.field(name).title for name in columns)]
    lines = [
        [row["place"], *(coverage.found(row[name]) for name in columns)] for row in records(frame)
    ]
    return heads, lines


def with_names(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The frame with the names of organisations in place of their slugs."""
    names = queries.organisations()
    columns = [field.name for field in table.fields if field.semantics == "organisation"]
    held = {name: frame[name].replace(names) for name in columns if name in frame}
    return frame.assign(**held)


def about(table: Table, view: View, places: str, *chosen: Hashable) -> About:
    """What a download says about itself: subject, places, filters, dates, caveats, signs, licence."""
    version, _ = queries.loaded()
    return (
        (text("exhibit.about_subject"), table.title),
        (text("exhibit.about_places"), places),
        *filtered(*chosen),
        (text("exhibit.about_held_on"), german.day(day_shown(view))),
        (text("exhibit.about_known_on"), german.day(view.known_on or german.today())),
        (text("exhibit.about_version"), str(version)),
        *((text("exhibit.about_caveat"), caveat) for caveat in table.caveats),
        (text("exhibit.about_legend"), text("exhibit.legend")),
        (text("exhibit.about_licence"), text("exhibit.licence")),
    )
