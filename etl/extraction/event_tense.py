"""Whether a date tells of an event, or of how things stood."""

import re

from etl.extraction.context import Context
from etl.extraction.mentions.dates import Moment

LENGTH_OF_A_YEAR = 4
PAST = re.compile(
    r"\b(?:wurden?|worden|war|waren|hat|hatten?|haben|habe|seien|fand|tagte|begann|startete|sind|gekommen)\b"
)
_STOOD = re.compile(
    r"\b(?:waren?|seien) (?:(?:[^.;,]|,(?=\d)){1,80} )?(?:besetzt|tätig|vakant|unbesetzt|beschäftigt|im einsatz)\W*$|\bwaren? es\b"
)


def is_state(context: Context, moment: Moment) -> bool:
    """Whether a clause tells how things stood at a time, and not what happened: "Ende 2022 waren elf Stellen besetzt"."""
    clause = context.clause(moment.span)
    is_now = (
        len(moment.edtf) == LENGTH_OF_A_YEAR
        and moment.edtf == (context.date or "")[:LENGTH_OF_A_YEAR]
    )
    words = context.folded[clause.start : clause.end]
    is_present = is_now and not PAST.search(words) and not context.modality_at(moment.span).planned
    return (is_present or _STOOD.search(words) is not None) and moment.role not in (
        "since",
        "until",
    )


def is_said_again(moment: Moment) -> bool:
    """Whether it is the time last spoken of once more: "seither"."""
    return moment.is_told and moment.role == "since"
