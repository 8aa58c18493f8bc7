"""What a load came to, for machines: one JSON object."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from etl.archive import records
from etl.cli.questions import in_words
from etl.pipeline.compare import RowState
from etl.pipeline.merge import OPEN
from etl.reading import Question, Reading, Repair
from etl.uploads.stages import Asking, Check, Ready, Refused
from kim.findings import Finding
from kim.tables import Table, package

Value = str | int | float | None
COMPARED = (*RowState, "similar")


class Outcome(StrEnum):
    """Accepted: published, or it would be; warned: values have to be confirmed; asked: answers are missing."""

    ACCEPTED = "accepted"
    WARNED = "warned"
    ASKED = "asked"
    REFUSED = "refused"


@dataclass(frozen=True)
class Ended:
    """How a load ended: exit status, last word, what was checked, what was found beside it.

    `version`: the number that was published, None when none was.
    """

    status: int
    said: str
    check: Check | None = None
    findings: tuple[Finding, ...] = ()
    version: int | None = None


@dataclass(frozen=True)
class Row:
    """A row as it would be stored: the line it comes from, its values by the names of the columns."""

    line: int
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Found:
    """A finding: `column` as the file calls it, `field` as the table does; empty where there is none."""

    line: int | None
    column: str
    field: str
    kind: str
    value: str
    message: str


@dataclass(frozen=True)
class Asked:
    """A question about the cells of a column: the first line, how often, answer -> German words."""

    line: int
    column: str
    field: str
    kind: str
    value: str
    times: int
    options: Mapping[str, str]
    message: str


@records.with_keys(before="from", after="to")
@dataclass(frozen=True)
class Repaired:
    """One cell or row that was read otherwise than it stands there."""

    line: int
    column: str
    field: str
    kind: str
    before: str
    after: str
    message: str


@dataclass(frozen=True)
class Result:
    """What a load came to. `left_out`: headings of columns that were not read. `counts`: how many of each, None where it did not come to be counted."""

    outcome: Outcome
    message: str
    version: int | None = None
    rows: Sequence[Row] = ()
    findings: Sequence[Found] = ()
    warnings: Sequence[Found] = ()
    questions: Sequence[Asked] = ()
    repairs: Sequence[Repaired] = ()
    left_out: Sequence[str] = ()
    counts: Mapping[str, int | None] = field(default_factory=dict)


def refused(kind: str, message: str) -> str:
    """The JSON of a load that could not begin or not end, for one reason."""
    found = Found(None, "", "", kind, "", message)
    return records.written(_counted(Result(Outcome.REFUSED, message, findings=[found]), None))


def written(ended: Ended) -> str:
    """The JSON of a load that ended so."""
    check = ended.check
    reading = check.reading if check else Reading()
    fields = _fields(reading, package().tables[check.decisions.table] if check else None)
    result = Result(
        _outcome(ended),
        ended.said,
        ended.version,
        list(_rows(check)) if isinstance(check, Ready) and not ended.findings else (),
        [_found(each, fields) for each in _findings(ended)],
        [_found(each, fields) for each in check.warnings] if isinstance(check, Ready) else (),
        [_asked(each) for each in check.questions] if isinstance(check, Asking) else (),
        [each for repair in reading.repairs for each in _repaired(repair, fields)],
        reading.left_out,
    )
    return records.written(_counted(result, check))


def _outcome(ended: Ended) -> Outcome:
    if isinstance(ended.check, Asking):
        return Outcome.ASKED
    if isinstance(ended.check, Ready) and ended.check.is_unconfirmed:
        return Outcome.WARNED
    return Outcome.REFUSED if ended.status else Outcome.ACCEPTED


def _findings(ended: Ended) -> tuple[Finding, ...]:
    checked = ended.check.findings if isinstance(ended.check, Refused | Asking) else ()
    return (*checked, *ended.findings)


def _rows(ready: Ready) -> Iterator[Row]:
    """The rows of the file, in its order, as the rehearsed version holds them."""
    table = package().tables[ready.decisions.table]
    names = [each.name for each in table.fields]
    cursor = ready.version.cursor()
    wanted = cursor.sql(
        "SELECT unnest($facts::UBIGINT[]) AS fact", params={"facts": list(ready.facts)}
    )
    held = cursor.table(table.statements).filter(OPEN).set_alias("held")
    found = held.join(wanted.set_alias("wanted"), "fact", how="semi").project("fact", *names)
    stored = {fact: values for fact, *values in found.fetchall()}
    for line, fact in zip(ready.rows[table.name].lines, ready.facts, strict=True):
        yield Row(line, dict(zip(names, stored[fact], strict=True)))


def _fields(reading: Reading, table: Table | None) -> Mapping[str, str]:
    """Headings and titles of columns -> the names of the fields they mean."""
    declared = {words: f.name for f in table.fields for words in (f.title, f.name)} if table else {}
    return declared | {heading: name for heading, name in reading.columns.items() if name}


def _found(finding: Finding, fields: Mapping[str, str]) -> Found:
    named = fields.get(finding.column, "")
    return Found(
        finding.line, finding.column, named, finding.kind.value, finding.value, finding.sentence
    )


def _asked(question: Question) -> Asked:
    return Asked(
        question.line,
        question.column,
        question.field,
        question.kind.value,
        question.value,
        question.times,
        question.options,
        in_words(question),
    )


def _repaired(repair: Repair, fields: Mapping[str, str]) -> Iterator[Repaired]:
    named = fields.get(repair.column, "")
    about = (repair.column, named, repair.kind.value, repair.before, repair.after, repair.sentence)
    return (Repaired(line, *about) for line in repair.lines)


def _counted(result: Result, check: Check | None) -> Result:
    repairs = check.reading.repairs if check else ()
    compared: Mapping[str, int] = {}
    if isinstance(check, Ready):
        compared = check.comparisons[check.decisions.table].counts
    counts: dict[str, int | None] = {
        "read": check.reading.rows if check else None,
        "rows": len(result.rows),
        **{str(state): compared.get(state) for state in COMPARED},
        "findings": len(result.findings),
        "warnings": len(result.warnings),
        "questions": len(result.questions),
        "repairs": sum(each.times for each in repairs),
    }
    return replace(result, counts=counts)
