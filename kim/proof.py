"""How the proof of a fact reads: the words that carry it, and whether the text confirms them."""

from kim import german
from kim.facts import Record
from kim.texts import text


def anchored(record: Record) -> str:
    """For example "Absatz 25: „von 1,9 Stellen auf“" or "ungeprüft: „8 VZÄ“"."""
    if german.is_empty(record["paragraph"]):
        return text("proof.no_paragraph", anchor=record["anchor"])
    return text("proof.paragraph", paragraph=int(record["paragraph"]), anchor=record["anchor"])


def verdict(record: Record) -> str:
    """Whether the text confirms the statement, was not at hand, or says otherwise."""
    if record["proof"] == "unproven" and record["is_read_from_text"]:
        return text("proof.elsewhere")
    return text(f"proof.{record['proof']}")
