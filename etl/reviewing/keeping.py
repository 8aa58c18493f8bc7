"""A document that keeps a commitment, as a person links the two: a submission like any other."""

import io
from collections.abc import Iterable, Mapping

import pandas as pd

from etl.reading import Decisions
from etl.reviewing import following
from etl.reviewing.sources import Sources
from etl.uploads.submission import Submission
from etl.uploads.uploads import Uploads
from kim import exports
from kim.answers import above_of
from kim.facts import Record
from kim.tables import Table
from kim.texts import text


def open_commitments(sources: Sources, table: Table, places: Iterable[str]) -> list[Record]:
    """What was promised once in these places (AGS) and is open in the current version. Raises StoreEmptyError."""
    return [
        fact for place in places for fact in sources.held(table, place) if following.is_open(fact)
    ]


def later_papers(sources: Sources, fact: Record) -> Mapping[str, str]:
    """By slug, the titles of what the place, its district or the Land wrote certainly later than the document of a fact."""
    places = above_of(fact["region"]).values()
    return {
        each.source: each.title
        for each in sources.papers()
        if each.region in places and following.is_earlier(fact["source_date"], each.date)
    }


def hand_in(
    uploads: Uploads, table: Table, fact: Record, title: str, paragraph: int | None
) -> Submission:
    """The row of the commitment, kept by a document of this title. Raises NotAllowedError, StoreFullError."""
    by = text("reviewing.settled_by", title=title, paragraph=paragraph) if paragraph else title
    row = following.settled(table, fact, by) | following.proof(fact)
    content = exports.csv_for_machines(pd.DataFrame([row]), table)
    submission = uploads.receive(text("reviewing.kept_file"), io.BytesIO(content))
    return uploads.decide(submission, Decisions(table.name))
