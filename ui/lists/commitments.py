"""Lists of what was promised and what became of it, of what was asked, of how speakers see it."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from kim import dates, expected_reports, german
from kim.commitments import ONCE, Standing, due_days, may_be_overdue, overdue_since, standing
from kim.expected_reports import Expected
from kim.facts import FactKey, Record, records, words
from kim.german_dates import reached
from ui.figures.statements import bracketed, by_place, filled, reason
from ui.lists.entries import Chip, Entry, EntryList, Fold, Group
from ui.lists.words import counted, doubts, proof
from ui.texts import text

FOLDED = {Standing.KEPT, Standing.LAPSED}
NOT_OPEN = {Standing.PROSPECTIVE, *FOLDED}
FORMS = {
    Standing.OVERDUE: "late",
    Standing.PROSPECTIVE: "planned",
    Standing.KEPT: "kept",
    Standing.LAPSED: "unsure",
}
ANSWERED = {"open": "open", "partly_answered": "planned", "answered": "kept"}


def promises(commitments: pd.DataFrame, day: date) -> EntryList:
    """Commitments by where they stand on a day: those whose date is past first, kept ones folded."""
    by_standing: dict[Standing, list[Record]] = {each: [] for each in Standing}
    for row in records(commitments):
        by_standing[standing(row, day)].append(row)
    by_standing[Standing.OVERDUE].sort(key=lambda row: due_days(row).last or date.max)
    groups = (_group(each, rows, day) for each, rows in by_standing.items() if rows)
    return EntryList(tuple(groups), heading="h2")


def questions(rows: pd.DataFrame) -> EntryList:
    """Questions by how far they were answered, those without an answer first."""
    by_state = {
        state: [row for row in records(rows) if row["state"] == state] for state in ANSWERED
    }
    return EntryList(
        tuple(
            Group(
                counted(text(f"commitments.group_question_{state}"), len(found)),
                tuple(map(_question, found)),
                is_folded=state == "answered",
            )
            for state, found in by_state.items()
            if found
        )
    )


def assessments(rows: pd.DataFrame) -> EntryList:
    """How speakers see it, by place; a voice that nobody confirms says so."""
    return EntryList(
        tuple(Group(place, tuple(map(_assessment, here))) for place, here in by_place(rows))
    )


def _group(stands: Standing, rows: list[Record], day: date) -> Group:
    lead = f"commitments.{stands.value}_lead"
    is_yearly = {row["recurrence"] for row in rows} == {"yearly"}
    title = "yearly" if stands is Standing.RECURRING and is_yearly else stands.value
    return Group(
        counted(text(f"commitments.group_{title}"), len(rows)),
        tuple(_promise(row, stands, day) for row in rows),
        text(lead) if text.has(lead) else "",
        stands in FOLDED,
    )


def _promise(row: Record, stands: Standing, day: date) -> Entry:
    chip = Chip(_state(row, stands), FORMS.get(stands, "open"))
    found = expected_reports.expected(row, day)
    told = expected_reports.lines(found, row["read_until"], day) if found else []
    return Entry(
        bracketed(row["promise"], row),
        FactKey("commitments", row["fact"]),
        proof(row),
        row["region"],
        (chip, *doubts(row)),
        tuple(filter(None, (*_about(row, stands, day), *_not_unfolded(found, told)))),
        "" if told else _outcome(row, stands),
        fold=Fold(expected_reports.head(found), tuple(told)) if found and found.reports else None,
    )


def _not_unfolded(found: Expected | None, told: list[str]) -> list[str]:
    """Why the reports of a duty cannot be counted up, and what kept it all the same."""
    return [expected_reports.head(found), *told] if found and found.unknown else []


def _state(row: Record, stands: Standing) -> str:
    """The words of the chip: since when overdue, how often, until when, or what became of it."""
    if stands is Standing.OVERDUE:
        return text("commitments.since", value=overdue_since(row))
    if stands is Standing.RECURRING:
        return words("recurrence", row["recurrence"])
    if stands is Standing.DUE:
        return german.led(text("commitments.due"), row["due"])
    return words("commitment_state", row["state"])


def _about(row: Record, stands: Standing, day: date) -> Iterator[str]:
    """Where, who promised it to whom, when it was due, what the note says."""
    yield row["place"]
    to = filled(row["made_to"])
    key = "from_to" if to else "unnamed_to"
    yield text(f"commitments.{key}", made_by=row["made_by"], **({"made_to": to} if to else {}))
    if stands is not Standing.DUE:
        yield (
            "" if german.is_empty(row["due"]) else german.led(text("commitments.due"), row["due"])
        )
    if may_be_overdue(row, day):
        yield text("commitments.may_be_overdue")
    if stands in NOT_OPEN and row["recurrence"] != ONCE:
        yield words("recurrence", row["recurrence"])
    yield filled(row["note"])


def _outcome(row: Record, stands: Standing) -> str:
    """What is known of what became of it, and until which document was looked."""
    if stands is Standing.KEPT:
        return filled(row["kept_by"], "commitments.kept_by") or text("commitments.kept_unnamed")
    if stands in (Standing.LAPSED, Standing.PROSPECTIVE):
        return ""
    if german.is_empty(row["read_until"]):
        return text("commitments.read_undated")
    due, last = due_days(row).last, dates.days(row["read_until"]).last
    is_short = stands is Standing.OVERDUE and due and last and last <= due
    key = "commitments.read_short" if is_short else "commitments.read_until"
    return text(key, value=reached(row["read_until"]))


def _question(row: Record) -> Entry:
    state = row["state"]
    asked = (
        filled(row["asked_by"], "commitments.asked_by"),
        filled(row["asked_to"], "commitments.asked_to"),
    )
    return Entry(
        bracketed(row["question"], row),
        FactKey("open_questions", row["fact"]),
        proof(row),
        row["region"],
        (Chip(words("question_state", state), ANSWERED[state]), *doubts(row)),
        tuple(filter(None, (row["place"], *asked, reason(row)))),
        filled(row["answer"], "commitments.said" if state == "open" else "commitments.answer")
        or text("commitments.no_answer"),
    )


def _assessment(row: Record) -> Entry:
    return Entry(
        bracketed(row["assessment"], row),
        FactKey("assessments", row["fact"]),
        proof(row),
        row["region"],
        doubts(row),
        tuple(
            filter(
                None,
                (row["subject"], text("commitments.speaker", value=row["speaker"]), reason(row)),
            )
        ),
    )
