"""What a rule is: a named function from a sentence to what it says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.proposed import Value


@dataclass(frozen=True)
class Found:
    """What a rule read in a sentence: values by column, and the words that say it (within the sentence)."""

    values: Mapping[str, Value]
    span: Span


@dataclass(frozen=True)
class Rule:
    """A named way to find rows of one table. The name stands in every fact that it proposes, and in the measure."""

    name: str
    table: str
    find: Callable[[Context], Iterator[Found]]
