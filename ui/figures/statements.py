"""What every drawn fact says: its key, its words when it is not sure, what hovering shows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from kim import dates, german
from kim.facts import Record, is_sure, records, words
from kim.german_dates import unsure_year
from kim.tables import package
from ui.figures.style import keyed, wrapped
from ui.texts import text

MOST_LETTERS_OVER = 52


def key_of(row: Record, table: str) -> str:
    """Where a click on the fact leads."""
    return keyed(row.get("fact_table") or table, row["fact"])


def bracketed(words_of_fact: str, row: Record) -> str:
    """The words as they are, in parentheses when unproven or merely claimed."""
    return words_of_fact if is_sure(row) else german.in_parentheses(words_of_fact)


def doubt(row: Record) -> str:
    """That no document states the fact: inferred by us or merely claimed; empty when one does."""
    return "" if row["basis"] == german.STATED else words("basis", row["basis"])


def short_doubt(row: Record) -> str:
    """The same as a mark of one word beside a value."""
    return "" if row["basis"] == german.STATED else text(f"figure.{row['basis']}")


def reason(row: Record) -> str:
    """Why the fact is in doubt, as far as its note says; empty when a document states it."""
    return filled(row["note"]) if doubt(row) else ""


def said(words_of_fact: str, row: Record) -> str:
    """The words, in parentheses when unproven, marked when merely claimed or not certain on the day."""
    is_claimed = row["basis"] == "claimed"
    possible = "" if row["is_certain"] else text("figure.possible")
    return joined(
        bracketed(words_of_fact, row), doubt(row) if is_claimed else "", possible, by=" – "
    )


def surest(rows: Sequence[Record]) -> Record:
    """Of statements that agree the one to show: read in full, then by what it rests on, then certain."""
    order = list(package().vocabularies["basis"])
    return min(
        rows,
        key=lambda row: (not is_sure(row), order.index(row["basis"]), not row["is_certain"]),
    )


def filled(value: object, key: str = "") -> str:
    """A cell in the words of `key` ({value} filled in), empty when the cell is."""
    if german.is_empty(value):
        return ""
    return text(key, value=value) if key else str(value)


def since(row: Record) -> str:
    """The years in which a statement began and ended to hold, and that it may not on the chosen day."""
    first, last = _years(row["held_from_earliest"], row["held_from_latest"])
    if german.is_empty(row["as_of"]) and _is_open(row["source_date"]):
        first = last = first and text("figure.not_before", year=first)
    ends = _years(row["held_until_earliest"], row["held_until_latest"])
    begun, _, ended = filled(row["as_of"]).partition("/")
    years = unsure_year(begun) or (f"{first}–{last}" if first and last != first else first)
    if ends[1]:
        span = ends[1] if ends[0] == ends[1] else "–".join(filter(None, ends))
        until = unsure_year(ended) or span
        years = text("figure.until", since=years, until=until).strip()
    return joined(years, "" if row["is_certain"] else text("figure.possible"))


def _is_open(written: object) -> bool:
    """Whether a document's date has no end of its own: that is then the day on which we first had it."""
    if german.is_empty(written) or not dates.is_date(str(written)):
        return False
    return dates.days(str(written)).last is None


def _years(*days: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple("" if pd.isna(day) else f"{day:%Y}" for day in days)


def until(row: Record) -> str:
    """Until when a post is limited, empty when no limit is known."""
    last = filled(row["valid_until"])
    return german.until(last) if last else ""


def module(row: Record) -> str:
    """The module without its title, for example "Baustein 2"; empty when it is not known."""
    return words("module", row["module"]).partition(":")[0]


def joined(*parts: str, by: str = " · ") -> str:
    """The parts that say something, one after the other."""
    return by.join(filter(None, parts))


def hover_lines(*parts: str) -> str:
    """What hovering shows: each part on lines of its own, empty parts left out."""
    return "<br>".join(wrapped(part, MOST_LETTERS_OVER) for part in parts if part)


def held(row: Record) -> str:
    """Since and until when it held where it says so, and that it only may have on the chosen day."""
    dated = "" if german.is_empty(row["as_of"]) else german.held(row)
    return joined(dated, "" if row["is_certain"] else text("figure.possible_on_day"))


def hover_of(row: Record, *parts: str) -> str:
    """What hovering over a fact shows."""
    return hover_lines(
        str(row["place"]),
        *parts,
        words("basis", row["basis"]) if row["basis"] == "inferred" else "",
        filled(row["note"], "figure.note"),
        held(row),
        text("figure.source", value=row["source_title"]),
        text("figure.click"),
    )


def by_place(rows: pd.DataFrame) -> Iterator[tuple[str, list[Record]]]:
    """The rows of each place, the own one first, places in the given order of the official keys."""
    ordered = rows.sort_values("region", kind="stable")
    if "is_own" in ordered:
        ordered = ordered.sort_values("is_own", ascending=False, kind="stable")
    for _, group in groupby(records(ordered), key=lambda row: row["region"]):
        here = list(group)
        yield here[0]["place"], here


def unique(parts: Iterable[object]) -> list[str]:
    """What is not empty, each once, in the given order."""
    return list(dict.fromkeys(str(part) for part in parts if not german.is_empty(part)))
