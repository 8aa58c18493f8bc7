"""The finding of the commitments: how many are past their date, come again and again, are open, were kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kim import queries
from kim.answers.places import region
from kim.beside import districts_beside
from kim.commitments import Count, Standing, count
from kim.facts import records
from kim.german_nouns import listed
from kim.queries import View
from kim.texts import text
from kim.view import day_shown


def commitments_found(view: View) -> list[str]:
    """How many commitments stand how on the day shown, those of districts beside as theirs.

    Those that only may have been made by then are counted apart.
    """
    told = _found(_counted(view))
    for ags in districts_beside(view):
        counts = _counted(replace(view, regions=(ags,)))
        if stands := _stand(counts, tuple(Standing)):
            where = region(ags).where
            told.append(text("finding.commitments_beside", where=where, commitments=stands))
    return told


def _counted(view: View) -> Mapping[Standing, Count]:
    return count(records(queries.commitments(view)), day_shown(view))


def _found(counts: Mapping[Standing, Count]) -> list[str]:
    if not any(each.certain or each.possible for each in counts.values()):
        return [text("finding.no_commitment")]
    possible = sum(each.possible for each in counts.values())
    more = [text("finding.possible_commitments", number=possible)] if possible else []
    return [*_certain(counts), *more]


def _certain(counts: Mapping[Standing, Count]) -> list[str]:
    overdue = counts[Standing.OVERDUE].certain
    told = _stand(counts, tuple(each for each in Standing if each is not Standing.OVERDUE))
    first = [text("finding.overdue", number=overdue)] if overdue else []
    key = "finding.beside_overdue" if overdue else "finding.none_overdue"
    return [*first, text(key, commitments=told)] if told else first


def _stand(counts: Mapping[Standing, Count], standings: Sequence[Standing]) -> str:
    """For example "2 offene mit Termin und 1 eingelöste"; empty for none."""
    return listed(
        [
            text(f"finding.commitments_{each.value}", number=counts[each].certain)
            for each in standings
            if counts[each].certain
        ]
    )
