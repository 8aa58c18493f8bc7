"""The words that all lists of statements share: what proves one, how sure it is, how many there are."""

from kim import dates, german
from kim.facts import Record, words
from kim.german_dates import unsure_year
from ui.lists.entries import Chip
from ui.texts import text


def proof(row: Record) -> str:
    """The document by kind and years, and the paragraph: "Vermerk 2023, Absatz 32"; unchecked ones say so."""
    parts = [document(row)]
    if not german.is_empty(row["paragraph"]):
        parts.append(text("list.paragraph", value=int(row["paragraph"])))
    if not row["is_read_from_text"]:
        parts.append(text("list.unchecked"))
    return ", ".join(parts)


def document(row: Record) -> str:
    """The document of a statement by kind and years: "Niederschrift 2021–2022"."""
    kind, years = words("source_kind", row["source_kind"]), years_of(row["source_date"])
    return " ".join(filter(None, (kind, years)))


def years_of(written: object) -> str:
    """The years that a date may mean: "2023", "2021–2022", "ab 2022", "bis 2022"; empty without one."""
    if german.is_empty(written) or not dates.is_date(str(written)):
        return ""
    if unsure := unsure_year(str(written)):
        return unsure
    found = dates.days(str(written))
    if found.first and found.last:
        return "–".join(dict.fromkeys((str(found.first.year), str(found.last.year))))
    if found.first:
        return text("list.not_before", year=found.first.year)
    return text("list.not_after", year=found.last.year) if found.last else ""


def doubts(row: Record) -> tuple[Chip, ...]:
    """Marks of a statement that is inferred, merely claimed, or not certain on the day; none for a sure one."""
    said = "" if row["basis"] == german.STATED else words("basis", row["basis"])
    possible = "" if row["is_certain"] else text("figure.possible_on_day")
    return tuple(Chip(each) for each in (said, possible) if each)


def counted(title: str, number: int) -> str:
    """A heading with the number of what stands below it: "Offen ohne Termin (8)"."""
    return text("list.counted", title=title, number=number)
