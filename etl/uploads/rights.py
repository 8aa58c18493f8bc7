"""Who may publish what: own files or a reviewer, four eyes, one's own regions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from etl.archive import records
from etl.pipeline.stage import count
from etl.reading import Decisions
from etl.uploads.requests import Request
from etl.uploads.submission import State, Submission
from kim.access import Actor, NotAllowedError, Role
from kim.regions import LAND
from kim.settings import settings
from kim.store import Draft
from kim.tables import Package, Table

SOMEBODY_ELSES = "Diese Datei hat jemand anderes eingereicht."
COMMON_ROWS = "Organisationen und Quellen des Landes gehören zu allen Orten. Ergänzen und ändern darf sie nur, wer dafür benannt ist. Fragen Sie die Stelle, die dieses Angebot betreibt."
FILE_OF_OTHERS = "Die Datei, wie sie kam, bekommen nur die, die sie eingereicht haben, die für alle ihre Orte bearbeiten dürfen oder die freigeben."
PLACES = "Die Liste der Orte darf nur ändern, wer für alle Orte bearbeiten darf."
OWN_SUBMISSION = "Vier Augen: Ihre eigene Datei muss jemand anderes freigeben."
OWN_DECISION = "Vier Augen: Sie haben bei dieser Datei selbst etwas entschieden, ergänzt oder sie vorgelegt. Freigeben muss sie jemand anderes."
SUBMIT_FIRST = "Vier Augen: Die Datei ist noch nicht zur Freigabe vorgelegt, oder nach der Vorlage wurde etwas geändert. Wer sie eingereicht hat, muss sie vorlegen."
NOT_AS_SUBMITTED = "Vier Augen: Die Datei wird jetzt anders gelesen als bei der Vorlage. Wer sie eingereicht hat, muss sie noch einmal vorlegen."
REQUEST_FIRST = "Vier Augen: Zurücknehmen und Zurückholen beantragt eine Person, eine andere gibt es frei. Beantragt ist hier noch nichts."
OWN_REQUEST = "Vier Augen: Das haben Sie selbst beantragt. Freigeben muss es jemand anderes."
REGION_OF_SOURCE = "SELECT region FROM draft.sources WHERE source = $source"
TOUCHED = (
    "known_from = getvariable('now')::TIMESTAMP OR known_to = getvariable('now')::TIMESTAMP"
    " OR load = getvariable('about')"
)


@dataclass(frozen=True)
class Touched:
    """What a load touches, held rows and those that come: regions, the list of places, common rows.

    Common to all places are the organisations and the sources of the Land.
    """

    regions: frozenset[str] = frozenset()
    changes_places: bool = False
    changes_common_rows: bool = False


def touched(package: Package, draft: Draft, paper: str = "") -> Touched:
    """What the load touches that made this draft: what it says, opens, closes, withdraws, restores.

    `paper`: the source that gets a text by it, and so is touched as well.
    """
    found = [_touched(table, draft) for table in package.tables.values()]
    if paper:
        found.append(_source(draft, paper))
    return Touched(
        frozenset().union(*(each.regions for each in found)),
        any(each.changes_places for each in found),
        any(each.changes_common_rows for each in found),
    )


def _touched(table: Table, draft: Draft) -> Touched:
    rows = draft.connection.table(f"draft.{table.statements}").filter(TOUCHED)
    if any(field.name == "region" for field in table.fields):
        named = rows.project("coalesce(region, '')").distinct().fetchall()
        regions = frozenset(region for (region,) in named)
        if table.is_fact:
            return Touched(regions)
        return Touched(regions - {LAND}, changes_common_rows=LAND in regions)
    is_changed = count(rows) > 0
    if table.name == "regions":
        return Touched(changes_places=is_changed)
    return Touched(changes_common_rows=is_changed)


def _source(draft: Draft, paper: str) -> Touched:
    [(region,)] = draft.connection.execute(REGION_OF_SOURCE, {"source": paper}).fetchall()
    return Touched(frozenset({region} - {LAND}), changes_common_rows=region == LAND)


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


def require_second_person(actor: Actor, request: Request | None) -> None:
    """With four eyes a reviewer withdraws or brings back what another person requested."""
    if Role.REVIEWER not in actor.roles:
        actor.require_hand_in()
    if request is None:
        raise NotAllowedError(REQUEST_FIRST)
    if request.subject == actor.subject:
        raise NotAllowedError(OWN_REQUEST)
    actor.require(Role.REVIEWER)


def require_as_submitted(
    submission: Submission, decisions: Decisions, rows: Mapping[str, str]
) -> None:
    """With four eyes only what was submitted is published: the same decisions, the same rows."""
    kept = submission.decisions
    is_same = kept is not None and _said(kept) == _said(decisions)
    if not is_same or dict(submission.rows) != dict(rows):
        raise NotAllowedError(NOT_AS_SUBMITTED)


def require_may_write(actor: Actor, load: Touched) -> None:
    """Whoever writes touches own regions, and what belongs to all only as far as that is allowed."""
    actor.require_hand_in()
    actor.require_regions(load.regions)
    require_may_write_for_all(actor, load)


def require_may_write_for_all(actor: Actor, load: Touched) -> None:
    """Places are changed by editors of all regions, common rows by those whom the settings name."""
    is_everywhere = Role.EDITOR in actor.roles and actor.regions is None
    if load.changes_places and not is_everywhere:
        raise NotAllowedError(PLACES)
    named = settings().common_editors
    is_named = Role.EDITOR in actor.roles and actor.subject in named
    if load.changes_common_rows and not (is_named if named else is_everywhere):
        raise NotAllowedError(COMMON_ROWS)


def _said(decisions: Decisions) -> Decisions:
    """What was decided, as the inbox keeps it; confirming is up to each pair of eyes."""
    return records.read(records.written(replace(decisions, is_confirmed=False)), Decisions)
