"""A document that keeps a commitment, as a person links the two: a submission like any other."""

import io
from collections.abc import Iterable, Mapping

import pandas as pd

from etl.reading import Decisions
from etl.reviewing import following
from etl.reviewing.sources import Sources
from etl.uploads.submission import Submission
from etl.uploads.uploads import Uploads
from kim import expected_reports, exports, german, queries
from kim.answers import above_of
from kim.facts import Record, records
from kim.queries import View
from kim.tables import Table
from kim.texts import text


def open_commitments(sources: Sources, table: Table, places: Iterable[str]) -> list[Record]:
    """What was promised in these places (AGS) and is open in the current version, the duties that come again last. Raises StoreEmptyError."""
    here = tuple(places)
    once = (fact for place in here for fact in sources.held(table, place))
    duties = records(queries.commitments(View(here)))
    return [
        *filter(following.is_open, once),
        *(each for each in duties if each["region"] in here and open_periods(each)),
    ]


def open_periods(fact: Record) -> tuple[str, ...]:
    """The periods (EDTF) in which a report is expected of an open duty and no document met it; none of what was promised once."""
    found = expected_reports.expected(fact, german.today())
    if found is None or fact["state"] != "open":
        return ()
    return tuple(each.period for each in found.reports if not each.kept_by)


def later_papers(sources: Sources, fact: Record) -> Mapping[str, str]:
    """By slug, the titles of what the place, its district or the Land wrote certainly later than the document of a fact."""
    places = above_of(fact["region"]).values()
    return {
        each.source: each.title
        for each in sources.papers()
        if each.region in places and following.is_earlier(fact["source_date"], each.date)
    }


def hand_in(
    uploads: Uploads,
    table: Table,
    fact: Record,
    title: str,
    paragraph: int | None,
    period: str = "",
) -> Submission:
    """The row of the commitment, kept by a document of this title; in a `period` (EDTF) it stays open. Raises NotAllowedError, StoreFullError."""
    by = text("reviewing.settled_by", title=title, paragraph=paragraph) if paragraph else title
    row = following.settled(table, fact, by) | following.proof(fact)
    if period:
        before = "" if german.is_empty(fact["kept_by"]) else str(fact["kept_by"])
        kept_by = "; ".join(filter(None, (before, f"{period}: {by}")))
        row |= {"state": str(fact["state"]), "kept_by": kept_by}
    content = exports.csv_for_machines(pd.DataFrame([row]), table)
    submission = uploads.receive(text("reviewing.kept_file"), io.BytesIO(content))
    return uploads.decide(submission, Decisions(table.name))
