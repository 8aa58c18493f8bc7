"""Where a paper seems to answer an open question, or to keep a commitment, of the same place: a person decides.

The rule is simple: an earlier document left it open, and a sentence that states something has at least two of its content words
and at least half of them, in whatever form.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.extraction import modality
from etl.extraction.paper import Sentence
from etl.extraction.proposed import MOST_WORDS
from etl.extraction.sentences import sentences
from etl.reviewing.proposing import INFERRED, cell
from etl.reviewing.review import Item
from kim.commitments import ONCE
from kim.dates import days, is_date
from kim.facts import Record
from kim.tables import Package, Table
from kim.texts import text
from kim.word_forms import FUNCTION_WORDS, spelled, stems

QUESTIONS = "open_questions"
OPEN_STATES = ("open", "partly_answered")
SUBJECTS = {"commitments": "promise", "open_questions": "question"}
RULES = {"commitments": "commitment_kept", "open_questions": "question_answered"}
STATES = {"commitments": "kept", "open_questions": "answered"}
FEWEST_WORDS, SHORTEST_WORD = 2, 4
FUTURE = re.compile(r"\b(?:wird|werden)\b.*\wen\W*$")
PARTICIPLE = re.compile(r"ge\w+en\W*$")
PROOF = ("source", "paragraph", "anchor")


@dataclass(frozen=True)
class Found:
    """A sentence, and how many of the words it has."""

    sentence: Sentence
    words: int


def items(
    paper: Sequence[str],
    title: str,
    date: str,
    held: Mapping[str, Sequence[Record]],
    package: Package,
) -> Iterator[Item]:
    """The proposals that a paper of this title and day (EDTF) settles something; `held`: by table, the facts of its place."""
    told = [each for number, words in enumerate(paper, 1) for each in sentences(words, number)]
    stated = {
        table: [(each, _stems(each.text)) for each in told if _states(each.text, table)]
        for table in held
    }
    number = 0
    for table, facts in held.items():
        for fact in facts:
            if not is_open(fact) or not is_earlier(fact["source_date"], date):
                continue
            if found := _best(_content(str(fact[SUBJECTS[table]])), stated[table]):
                number += 1
                yield _item(f"f{number}", package.tables[table], fact, found.sentence, title)


def is_open(fact: Record) -> bool:
    """Whether one paper can settle it: a duty that comes again every year is never over."""
    return fact["state"] in OPEN_STATES and fact.get("recurrence", ONCE) == ONCE


def _item(key: str, table: Table, fact: Record, sentence: Sentence, title: str) -> Item:
    by = text("reviewing.settled_by", title=title, paragraph=sentence.paragraph)
    end = sentence.start + len(sentence.text)
    anchor = " ".join(sentence.text.split()[:MOST_WORDS])
    place = (sentence.paragraph, sentence.start, end, anchor)
    rule = RULES[table.name]
    return Item(key, table.name, settled(table, fact, by), *place, rule, proof=proof(fact))


def settled(table: Table, fact: Record, by: str) -> dict[str, str]:
    """The row of a fact, without its proof, once what `by` names has settled it: that is inferred."""
    cells = {
        each.name: cell(fact[each.name])
        for each in table.fields
        if fact.get(each.name) not in (None, "") and each.name not in (*PROOF, "key")
    }
    note = " ".join(filter(None, (cells.get("note", ""), text("reviewing.settled", by=by))))
    cells |= {"state": STATES[table.name], "basis": INFERRED, "note": note}
    return cells | ({"kept_by": by} if table.name == "commitments" else {})


def proof(fact: Record) -> dict[str, str]:
    """Where the document of a fact says it."""
    return {name: cell(fact[name]) for name in PROOF if fact[name] is not None}


def _best(wanted: Sequence[str], stated: Sequence[tuple[Sentence, frozenset[str]]]) -> Found | None:
    """The first sentence with most of the words, None where none has enough of them."""
    best = None
    for sentence, had in stated:
        words = sum(not stems(each).isdisjoint(had) for each in wanted)
        is_enough = words >= FEWEST_WORDS and 2 * words >= len(wanted)
        if is_enough and (best is None or words > best.words):
            best = Found(sentence, words)
    return best


def _content(said: str) -> list[str]:
    found = dict.fromkeys(each for each in spelled(said) if len(each) >= SHORTEST_WORD)
    return [each for each in found if each not in FUNCTION_WORDS]


def _stems(said: str) -> frozenset[str]:
    return frozenset().union(*(stems(each) for each in _content(said)))


def _states(said: str, table: str) -> bool:
    """Whether a sentence says that something is or was so; a question is answered by a denial as well."""
    how = modality.read(said)
    is_ahead = how.planned or (FUTURE.search(said) and not PARTICIPLE.search(said))
    is_denied = how.negated and table != QUESTIONS
    return not (how.asked or how.conditional or how.withdrawn or is_ahead or is_denied)


def is_earlier(held: object, date: str) -> bool:
    """Whether a document is certainly of an earlier day than another."""
    if not held or not date or not is_date(str(held)) or not is_date(date):
        return False
    last, first = days(str(held)).last, days(date).first
    return last is not None and first is not None and last < first
