"""The date of a document as a sentence takes it: no surer than it is, no longer than it must be."""

from kim import german
from kim.dates import days
from kim.facts import Record
from kim.texts import text


def document_day(written: str) -> str:
    """Of when a document is (EDTF): "vom 16.02.2023", "von 2021 oder 2022", "vom 01.12.2022 oder später"."""
    found = days(written)
    if not (found.first and found.last):
        bound = found.first or found.last
        key = "answer.not_before" if found.first else "answer.not_after"
        return text(key, day=german.day(bound)) if bound else german.partial_date(written)
    if found.first == found.last:
        return f"vom {german.day(found.first)}"
    if not written.startswith("["):
        return f"von {german.partial_date(written)}"
    years = list(dict.fromkeys((found.first.year, found.last.year)))
    if len(years) == 1:
        return f"von {years[0]}"
    joint = "oder" if years[1] - years[0] == 1 else "bis"
    return f"von {years[0]} {joint} {years[1]}"


def since(record: Record) -> str:
    """Since and until when a statement held; one without a date as its document has it."""
    if not german.is_empty(record["as_of"]):
        return german.held(record)
    if german.is_empty(record["source_date"]):
        return text("answer.undated")
    return text("answer.as_of_document", day=document_day(record["source_date"]))
