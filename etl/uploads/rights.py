"""Who may publish what: own files or a reviewer, four eyes, one's own regions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from etl.archive import records
from etl.pipeline.stage import count
from etl.reading import Decisions
from etl.uploads.submission import State, Submission
from kim.access import Actor, NotAllowedError, Role
from kim.settings import settings
from kim.store import Draft
from kim.tables import Package, Table

SOMEBODY_ELSES = "Diese Datei hat jemand anderes eingereicht."
COMMON_ROWS = "Diese Tabelle gilt für alle Orte. Bestehende Zeilen darf nur ändern, wer für alle Orte bearbeiten darf."
PLACES = "Die Liste der Orte darf nur ändern, wer für alle Orte bearbeiten darf."
OWN_SUBMISSION = "Vier Augen: Ihre eigene Datei muss jemand anderes freigeben."
OWN_DECISION = "Vier Augen: Sie haben bei dieser Datei selbst etwas entschieden, ergänzt oder sie vorgelegt. Freigeben muss sie jemand anderes."
SUBMIT_FIRST = "Vier Augen: Die Datei ist noch nicht zur Freigabe vorgelegt, oder nach der Vorlage wurde etwas geändert. Wer sie eingereicht hat, muss sie vorlegen."
NOT_AS_SUBMITTED = "Vier Augen: Die Datei wird jetzt anders gelesen als bei der Vorlage. Wer sie eingereicht hat, muss sie noch einmal vorlegen."
TOUCHED = (
    "known_from = getvariable('now')::TIMESTAMP OR known_to = getvariable('now')::TIMESTAMP"
    " OR load = getvariable('about')"
)
CLOSED = "known_to = getvariable('now')::TIMESTAMP AND known_from < known_to AND NOT retracted"
OF_THE_LOAD = "load = getvariable('about')"


@dataclass(frozen=True)
class Touched:
    """What a load touches, held rows and those that come: regions, the list of places, common rows."""

    regions: frozenset[str] = frozenset()
    changes_places: bool = False
    changes_common_rows: bool = False


def touched(package: Package, draft: Draft) -> Touched:
    """What the load touches that made this draft: what it says, opens, closes, withdraws, restores."""
    found = [_touched(table, draft) for table in package.tables.values()]
    return Touched(
        frozenset().union(*(each.regions for each in found)),
        any(each.changes_places for each in found),
        any(each.changes_common_rows for each in found),
    )


def _touched(table: Table, draft: Draft) -> Touched:
    statements = draft.connection.table(f"draft.{table.statements}")
    rows = statements.filter(TOUCHED)
    if any(field.name == "region" for field in table.fields):
        named = rows.project("coalesce(region, '')").distinct().fetchall()
        return Touched(frozenset(region for (region,) in named))
    if table.name == "regions":
        return Touched(changes_places=count(rows) > 0)
    changed = statements.filter(f"({CLOSED}) OR {OF_THE_LOAD}")
    return Touched(changes_common_rows=count(changed) > 0)


def require_own_or_reviewer(actor: Actor, submission: Submission) -> None:
    """A file is handled by whoever handed it in, or by a reviewer."""
    if Role.REVIEWER not in actor.roles:
        actor.require_hand_in()
        if submission.owner != actor.subject:
            raise NotAllowedError(SOMEBODY_ELSES)


def require_may_publish(actor: Actor, submission: Submission) -> None:
    """Without four eyes whoever may handle the file; with them a reviewer who had no hand in it."""
    if not settings().four_eyes:
        require_own_or_reviewer(actor, submission)
        return
    if Role.REVIEWER not in actor.roles:
        actor.require_hand_in()
        raise NotAllowedError(OWN_SUBMISSION if submission.owner == actor.subject else SUBMIT_FIRST)
    if submission.owner == actor.subject:
        raise NotAllowedError(OWN_SUBMISSION)
    if actor.subject in submission.decided_by:
        raise NotAllowedError(OWN_DECISION)
    if submission.state is not State.SUBMITTED:
        raise NotAllowedError(SUBMIT_FIRST)


def require_as_submitted(
    submission: Submission, decisions: Decisions, rows: Mapping[str, str]
) -> None:
    """With four eyes only what was submitted is published: the same decisions, the same rows."""
    kept = submission.decisions
    is_same = kept is not None and _said(kept) == _said(decisions)
    if not is_same or dict(submission.rows) != dict(rows):
        raise NotAllowedError(NOT_AS_SUBMITTED)


def require_touched(actor: Actor, load: Touched) -> None:
    """Whoever may not write everywhere touches own regions, and adds to what is common."""
    if Role.REVIEWER in actor.roles and Role.EDITOR not in actor.roles:
        return
    actor.require_hand_in()
    actor.require_regions(load.regions)
    if actor.regions is None:
        return
    if load.changes_places:
        raise NotAllowedError(PLACES)
    if load.changes_common_rows:
        raise NotAllowedError(COMMON_ROWS)


def _said(decisions: Decisions) -> Decisions:
    """What was decided, as the inbox keeps it; confirming is up to each pair of eyes."""
    return records.read(records.written(replace(decisions, is_confirmed=False)), Decisions)
