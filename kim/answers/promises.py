"""The finding of the commitments: how many are past their date, come again and again, are open, were kept."""

from collections.abc import Mapping

from kim import queries
from kim.commitments import Count, Standing, count
from kim.facts import records
from kim.german_nouns import listed
from kim.queries import View
from kim.texts import text
from kim.view import day_shown


def commitments_found(view: View) -> list[str]:
    """How many commitments stand how on the day shown; those that only may have been made by then apart."""
    counts = count(records(queries.commitments(view)), day_shown(view))
    if not any(each.certain or each.possible for each in counts.values()):
        return [text("finding.no_commitment")]
    possible = sum(each.possible for each in counts.values())
    more = [text("finding.possible_commitments", number=possible)] if possible else []
    return [*_certain(counts), *more]


def _certain(counts: Mapping[Standing, Count]) -> list[str]:
    overdue = counts[Standing.OVERDUE].certain
    told = [
        text(f"finding.commitments_{each.value}", number=counts[each].certain)
        for each in Standing
        if each is not Standing.OVERDUE and counts[each].certain
    ]
    first = [text("finding.overdue", number=overdue)] if overdue else []
    key = "finding.beside_overdue" if overdue else "finding.none_overdue"
    return [*first, text(key, commitments=listed(told))] if told else first
