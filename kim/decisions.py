"""How a decision reads: how it was made, and that it was rescinded since, or what it rescinds."""

from kim import german
from kim.facts import FactKey, Record, words
from kim.texts import text

TABLE = "decisions"
RESCINDED = "rescinded"


def is_rescinded(record: Record) -> bool:
    """Whether another decision took it back, as far as the rows asked for tell."""
    return not german.is_empty(record.get("rescinded_by"))


def state(record: Record) -> str:
    """The code of how it stands: its kind, or that it certainly was rescinded."""
    is_ended = is_rescinded(record) and record["is_rescission_certain"]
    return RESCINDED if is_ended else str(record["kind"])


def stands(record: Record) -> str:
    """For example "beschlossen", "beschlossen, aufgehoben 09.12.2024"."""
    parts = [words("decision_kind", record["kind"]), rescission(record)]
    return ", ".join(filter(None, parts))


def rescission(record: Record) -> str:
    """That it was rescinded, and when; in parentheses when that is unproven or claimed."""
    if not is_rescinded(record):
        return ""
    said = _dated("rescinded", record["rescinded_on"])
    if not record["is_rescission_certain"]:
        said = text("decision.perhaps", value=said)
    return said if record["is_rescission_sure"] else f"({said})"


def rescinds(record: Record) -> str:
    """What it rescinds, with its day where that decision is known here; empty for all else."""
    is_found = not german.is_empty(record.get("rescinded_fact"))
    subject = record.get("rescinds")
    if german.is_empty(subject) and record["kind"] == RESCINDED:
        subject = record["subject"]
    if german.is_empty(subject):
        return ""
    if not is_found:
        return text("decision.rescinds_unknown", value=subject)
    return _dated("rescinds", record["rescinded_date"])


def other_ends(record: Record) -> list[tuple[str, FactKey]]:
    """The decisions at the other end, each with the words that lead to it."""
    ends = []
    if is_rescinded(record):
        ends.append((rescission(record), _key(record["rescinded_by"])))
    if not german.is_empty(record.get("rescinded_fact")):
        ends.append((rescinds(record), _key(record["rescinded_fact"])))
    return ends


def _key(written: str) -> FactKey:
    return FactKey.parse(f"{TABLE}:{written}")


def _dated(what: str, day: object) -> str:
    if german.is_empty(day):
        return text(f"decision.{what}_undated")
    return text(f"decision.{what}", day=german.partial_date(str(day)))
