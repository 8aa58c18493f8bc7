"""A sentence with what is known around it, as the rules of all families are given it."""

from dataclasses import dataclass

from etl.extraction.paper import Paper, Sentence


@dataclass(frozen=True)
class Context:
    """A sentence, its paper, and what came before it."""

    sentence: Sentence
    paper: Paper
