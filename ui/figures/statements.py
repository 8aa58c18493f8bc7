"""What every drawn fact says: its key, its words when it is not sure, what hovering shows."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import pandas as pd

from kim import german
from kim.facts import Record, is_sure, records, words
from ui.figures.style import keyed, wrapped
from ui.texts import text

MOST_LETTERS_OVER = 52


def key_of(row: Record, table: str) -> str:
    """Where a click on the fact leads."""
    return keyed(row.get("fact_table") or table, row["fact"])


def bracketed(words_of_fact: str, row: Record) -> str:
    """The words as they are, in parentheses when unproven or merely claimed."""
    return words_of_fact if is_sure(row) else f"({words_of_fact})"


def claimed(row: Record) -> str:
    """That the fact is merely claimed; empty when it is not."""
    return words("basis", "claimed") if row["basis"] == "claimed" else ""


def said(words_of_fact: str, row: Record) -> str:
    """The words, in parentheses when unproven, marked when merely claimed."""
    return joined(bracketed(words_of_fact, row), claimed(row), by=" – ")


def inferred(*rows: Record) -> str:
    """That we inferred these statements on one thing, and why; empty when documents state them."""
    ours = [row for row in rows if row["basis"] == "inferred"]
    notes = "; ".join(unique(row["note"] for row in ours)).replace(". ", "; ")
    reasons = "; ".join(unique(part.strip(" .") for part in notes.split("; ")))
    return joined(words("basis", "inferred") if ours else "", reasons, by=": ")


def filled(value: object, key: str = "") -> str:
    """A cell in the words of `key` ({value} filled in), empty when the cell is."""
    if german.is_empty(value):
        return ""
    return text(key, value=value) if key else str(value)


def year(row: Record) -> str:
    """The year from which a statement held, empty when it is not known."""
    return f"{row['held_from']:%Y}" if pd.notna(row["held_from"]) else ""


def until(row: Record) -> str:
    """Until when a post is limited, empty when no limit is known."""
    last = filled(row.get("valid_until"))
    return text("positions.until", value=german.partial_date(last)) if last else ""


def module(row: Record) -> str:
    """The module without its title, for example "Baustein 2"; empty when it is not known."""
    return words("module", row["module"]).partition(":")[0]


def joined(*parts: str, by: str = " · ") -> str:
    """The parts that say something, one after the other."""
    return by.join(filter(None, parts))


def hover_lines(*parts: str) -> str:
    """What hovering shows: each part on lines of its own, empty parts left out."""
    return "<br>".join(wrapped(part, MOST_LETTERS_OVER) for part in parts if part)


def hover_of(row: Record, *parts: str) -> str:
    """What hovering over a fact shows."""
    return hover_lines(
        str(row["place"]),
        *parts,
        words("basis", row["basis"]) if row["basis"] == "inferred" else "",
        filled(row["note"], "figure.note"),
        text("figure.source", value=row["source_title"]),
        text("figure.click"),
    )


def by_place(rows: pd.DataFrame) -> Iterator[tuple[str, list[Record]]]:
    """The rows of each place, places in the given order of the official keys."""
    ordered = rows.sort_values("region", kind="stable")
    for _, group in groupby(records(ordered), key=lambda row: row["region"]):
        here = list(group)
        yield here[0]["place"], here


def unique(parts: Iterable[object]) -> list[str]:
    """What is not empty, each once, in the given order."""
    return list(dict.fromkeys(str(part) for part in parts if not german.is_empty(part)))
