"""The finding of the commitments: how many are past their date, come again and again, are open, were kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kim import expected_reports, queries
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
    told = _found(rows, view)
    for ags in districts_beside(view):
        beside = records(queries.commitments(replace(view, regions=(ags,))))
        if stands := _stand(count(beside, day_shown(view)), tuple(Standing)):
            named = {"where": region(ags).where, "reports": _reports_beside(beside, view)}
            told.append(text("finding.commitments_beside", commitments=stands, **named))
    return told


def _found(rows: Sequence[Record], view: View) -> list[str]:
    if not rows:
        return [text("finding.no_commitment")]
    counts = count(rows, day_shown(view))
    possible = sum(each.possible for each in counts.values())
    more = [text("finding.possible_commitments", number=possible)] if possible else []
    return [*_certain(counts, rows, view), *more]


def _certain(counts: Mapping[Standing, Count], rows: Sequence[Record], view: View) -> Iterator[str]:
    day = day_shown(view)
    if number := counts[Standing.OVERDUE].certain:
        late = [each for each in rows if each["is_certain"]]
        late = [each for each in late if standing(each, day) is Standing.OVERDUE]
        yield text("finding.overdue", number=number, places=_made_in(late, view))
    if reports := _overdue_reports(rows, day):
        duties = [each for each in rows if expected_reports.overdue(each, day)]
        yield text("finding.overdue_reports", number=reports, places=_made_in(duties, view))
    if told := _stand(counts, tuple(each for each in Standing if each is not Standing.OVERDUE)):
        yield text(f"finding.{'beside' if number else 'none'}_overdue", commitments=told)


def _made_in(rows: Iterable[Record], view: View) -> str:
    """Which of several places these commitments are about, " (Rheine und Hilden)"; empty for one place."""
    places = dict.fromkeys(each["place"] for each in rows)
    return f" ({several(list(places))})" if places and len(view.regions) > 1 else ""


def _overdue_reports(rows: Iterable[Record], day: date) -> int:
    """How many reports that recurring commitments lead one to expect are overdue."""
    return sum(len(expected_reports.overdue(each, day)) for each in rows)


def _reports_beside(rows: Iterable[Record], view: View) -> str:
    number = _overdue_reports(rows, day_shown(view))
    return text("finding.reports_beside", number=number) if number else ""


def _stand(counts: Mapping[Standing, Count], standings: Sequence[Standing]) -> str:
    """For example "2 offene mit Termin und 1 eingelöste"; empty for none."""
    return listed(
        [
            text(f"finding.commitments_{each.value}", number=counts[each].certain)
            for each in standings
            if counts[each].certain
        ]
    )
