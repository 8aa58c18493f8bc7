"""Who may publish what: own files or a reviewer, four eyes, one's own regions."""

from collections.abc import Iterable, Mapping

from etl.comparison import Comparison
from kim.access import Actor, NotAllowedError, Role, four_eyes
from kim.loads import Receipt
from kim.store import Draft
from kim.tables import Package

SOMEBODY_ELSES = "Diese Datei hat jemand anderes eingereicht."
COMMON_ROWS = "Diese Tabelle gilt für alle Orte. Bestehende Zeilen darf nur ändern, wer für alle Orte bearbeiten darf."
OWN_SUBMISSION = "Vier Augen: Ihre eigene Datei muss jemand anderes freigeben."
SUBMIT_FIRST = "Vier Augen: Legen Sie die Datei zur Freigabe vor."


def require_own_or_reviewer(actor: Actor, receipt: Receipt) -> None:
    """A file is handled by whoever handed it in, or by a reviewer."""
    if Role.REVIEWER not in actor.roles:
        actor.require(Role.EDITOR)
        if receipt.subject != actor.subject:
            raise NotAllowedError(SOMEBODY_ELSES)


def require_may_publish(actor: Actor, receipt: Receipt) -> None:
    """Without four eyes whoever may handle the file; with them a reviewer, and not of own files."""
    if not four_eyes():
        require_own_or_reviewer(actor, receipt)
        return
    if Role.REVIEWER not in actor.roles:
        actor.require(Role.EDITOR)
        raise NotAllowedError(SUBMIT_FIRST)
    if receipt.subject == actor.subject:
        raise NotAllowedError(OWN_SUBMISSION)


def require_regions(actor: Actor, comparisons: Iterable[Comparison]) -> None:
    """Whoever may not write everywhere writes rows of own regions, and adds to what is common."""
    if Role.REVIEWER in actor.roles and Role.EDITOR not in actor.roles:
        return
    for comparison in comparisons:
        if comparison.regions is not None:
            actor.require_regions(comparison.regions)
        elif actor.regions is not None and comparison.counts["changed"]:
            raise NotAllowedError(COMMON_ROWS)


def require_regions_of_load(actor: Actor, package: Package, draft: Draft, number: int) -> None:
    """Whoever withdraws or brings back a load may write all its regions."""
    if Role.REVIEWER in actor.roles and Role.EDITOR not in actor.roles:
        return
    for table in package.tables.values():
        rows = draft.connection.table(f"base.{table.statements}").filter(f"load = {number:d}")
        if any(field.name == "region" for field in table.fields):
            stated = rows.project("region").distinct().fetchall()
            actor.require_regions(region for (region,) in stated)
        elif actor.regions is not None and rows.limit(1).fetchall():
            raise NotAllowedError(COMMON_ROWS)


def refusal(actor: Actor, comparisons: Mapping[str, Comparison]) -> str:
    """Why the actor may not bring in these rows, in German; empty when that is allowed."""
    try:
        require_regions(actor, comparisons.values())
    except NotAllowedError as refused:
        return str(refused)
    return ""
