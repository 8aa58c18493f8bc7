"""Proposed facts of one paper on the command line: `propose`. Nothing is written, no store is needed."""

import argparse
import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from etl.cli.printing import say, say_aside
from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from etl.extraction.proposed import ProposedFact, Value, anchor
from etl.pipeline.documents import paragraphs
from etl.reading.papers import NoTextError, read_paper
from kim import german
from kim.dates import is_date
from kim.regions import region_key
from kim.tables import Package, Table

FAULT = "FEHLER  "
NOT_UNDERSTOOD = (
    "Der Aufruf ist nicht zu verstehen. Was möglich ist, sagt „python -m etl propose --help“."
)
NOT_THERE = "Die Datei gibt es nicht: {file}"
FORBIDDEN = "Die Datei darf nicht gelesen werden: {file}"
NO_REGION = (
    "„{region}“ ist kein Schlüssel eines Ortes in NRW. Erwartet wird einer wie 05566 oder 05566076."
)
NO_DATE = "„{date}“ ist kein Datum. Erwartet wird EDTF wie 2023, 2023-05 oder 2023-05-09."
NO_SOURCE = "„{source}“ ist kein Kürzel einer Quelle. Erwartet werden kleine Buchstaben, Ziffern und Bindestriche."
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class NotUnderstoodError(ValueError):
    """What was asked for cannot be done; the message is a German sentence."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `propose`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the paper as a text file")
    parser.add_argument(
        "--region", required=True, metavar="AGS", help="key of the place whose paper it is"
    )
    parser.add_argument("--date", metavar="EDTF", help="day, month or year of the paper")
    parser.add_argument("--source", metavar="SLUG", help="its slug in sources, where it has one")
    parser.add_argument("--json", action="store_true", help="one JSON object per line and proposal")


def run(chosen: argparse.Namespace, package: Package) -> int:
    """Print what the paper seems to say; 0 however much that is, 1 when the paper or an option is not understood.

    On standard output stand proposals only; what is wrong stands on standard error.
    """
    try:
        paper = _paper(chosen, package)
    except (NotUnderstoodError, NoTextError) as error:
        say_aside(f"{FAULT}{error}")
        return 1
    proposed = sorted(propose(paper), key=_place)
    if chosen.json:
        for each in proposed:
            say(written(each, package.tables[each.table], paper))
        return 0
    organisations = {
        row["organisation"]: row["name"] for row in _rows("organisations", chosen.data, package)
    }
    for each in proposed:
        say(in_words(each, package.tables[each.table], paper, organisations))
    say(_total(len(proposed)))
    return 0


def written(proposed: ProposedFact, table: Table, paper: Paper) -> str:
    """One proposal as a line of JSON: its table, all columns of the table, where it stands, by which rule."""
    return json.dumps({"table": table.name, **_columns(proposed, table, paper), **_found(proposed)})


def in_words(
    proposed: ProposedFact, table: Table, paper: Paper, organisations: Mapping[str, str]
) -> str:
    """One proposal as a German line: "Absatz 4, Stellen: … – „…“"."""
    columns = _columns(proposed, table, paper)
    said = german.statement(table, columns, organisations)
    return f"Absatz {proposed.paragraph}, {table.title}: {said} – „{columns['anchor']}“"


def _columns(proposed: ProposedFact, table: Table, paper: Paper) -> dict[str, Value]:
    told: Mapping[str, Value] = {
        "region": paper.region,
        **proposed.values,
        "source": paper.source,
        "paragraph": proposed.paragraph,
        "anchor": anchor(paper.paragraphs[proposed.paragraph - 1], proposed.span),
    }
    return {field.name: told.get(field.name) for field in table.fields}


def _found(proposed: ProposedFact) -> dict[str, Value]:
    return {
        "start": proposed.span.start,
        "end": proposed.span.end,
        "rule": proposed.rule,
        "confidence": proposed.confidence,
    }


def _place(proposed: ProposedFact) -> tuple[int, int, int, str]:
    return proposed.paragraph, proposed.span.start, proposed.span.end, proposed.table


def _total(number: int) -> str:
    return {0: "Kein Vorschlag.", 1: "1 Vorschlag."}.get(
        number, f"{german.number(number)} Vorschläge."
    )


def _paper(chosen: argparse.Namespace, package: Package) -> Paper:
    """The paper that was named. Raises NotUnderstoodError and NoTextError."""
    region = region_key(chosen.region) or ""
    if region not in {row["ags"] for row in _rows("regions", chosen.data, package)}:
        raise NotUnderstoodError(NO_REGION.format(region=chosen.region))
    if chosen.date is not None and not is_date(chosen.date):
        raise NotUnderstoodError(NO_DATE.format(date=chosen.date))
    if chosen.source is not None and not SLUG.fullmatch(chosen.source):
        raise NotUnderstoodError(NO_SOURCE.format(source=chosen.source))
    return Paper(tuple(paragraphs(_text(chosen.file))), region, chosen.date, chosen.source)


def _rows(name: str, data: Path, package: Package) -> Iterator[dict[str, str]]:
    table = package.tables[name]
    with (data / table.path).open(encoding=table.dialect.encoding, newline="") as file:
        yield from csv.DictReader(file, delimiter=table.dialect.delimiter)


def _text(file: Path) -> str:
    try:
        if not file.is_file():
            raise NotUnderstoodError(NOT_THERE.format(file=file))
        return read_paper(file)
    except PermissionError as error:
        raise NotUnderstoodError(FORBIDDEN.format(file=file)) from error
    except OSError as error:
        raise NotUnderstoodError(NOT_THERE.format(file=file)) from error
