"""The finding of the commitments: how many are past their date, come again and again, are open, were kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kim import queries
from kim.answers.places import region
from kim.answers.telling import several
from kim.beside import districts_beside
from kim.commitments import Count, Standing, count, standing
from kim.facts import Record, records
from kim.german_nouns import listed
from kim.queries import View
from kim.texts import text
from kim.view import day_shown


def commitments_found(view: View) -> list[str]:
    """How many commitments stand how on the day shown, those of districts beside as theirs.

    Those that only may have been made by then are counted apart.
    """
    rows = records(queries.commitments(view))
    told = _found(count(rows, day_shown(view)), _overdue_in(rows, view))
    for ags in districts_beside(view):
        counts = _counted(replace(view, regions=(ags,)))
        if stands := _stand(counts, tuple(Standing)):
            where = region(ags).where
            told.append(text("finding.commitments_beside", where=where, commitments=stands))
    return told


def _overdue_in(rows: Sequence[Record], view: View) -> str:
    """Which of several places made commitments that are past their date, " (Rheine und Hilden)"; empty for one place."""
    day = day_shown(view)
    late = (each for each in rows if each["is_certain"])
    places = dict.fromkeys(
        each["place"] for each in late if standing(each, day) is Standing.OVERDUE
    )
    return f" ({several(list(places))})" if places and len(view.regions) > 1 else ""


def _counted(view: View) -> Mapping[Standing, Count]:
    return count(records(queries.commitments(view)), day_shown(view))


def _found(counts: Mapping[Standing, Count], overdue_in: str) -> list[str]:
    if not any(each.certain or each.possible for each in counts.values()):
        return [text("finding.no_commitment")]
    possible = sum(each.possible for each in counts.values())
    more = [text("finding.possible_commitments", number=possible)] if possible else []
    return [*_certain(counts, overdue_in), *more]


def _certain(counts: Mapping[Standing, Count], overdue_in: str) -> list[str]:
    overdue = counts[Standing.OVERDUE].certain
    told = _stand(counts, tuple(each for each in Standing if each is not Standing.OVERDUE))
    first = [text("finding.overdue", number=overdue, places=overdue_in)] if overdue else []
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
