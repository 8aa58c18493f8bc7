"""One function per question; each asks its .sql file and returns a frame.

Frames are shared between sessions and carry their question in `attrs["question"]`:
derive from them, never assign into them.
"""

from kim.queries.asking import FOLDER, Question, View, answered_by, remembered
from kim.queries.loads import first_day, history, loaded
from kim.queries.money import amounts, money_paths, money_questions
from kim.queries.names import (
    known_places,
    organisation_kinds,
    organisations,
    place_names,
    places,
    predecessors,
)
from kim.queries.papers import (
    documents,
    evidence,
    paragraphs,
    read_documents,
    same_words,
    source_facts,
    source_titles,
    sources,
)
from kim.queries.posts import positions, positions_over_time
from kim.queries.steering import bodies, carriers
from kim.queries.subjects import coverage, example, facts
from kim.queries.timeline import commitments, decisions, events, newest

__all__ = [
    "FOLDER",
    "Question",
    "View",
    "amounts",
    "answered_by",
    "bodies",
    "carriers",
    "commitments",
    "coverage",
    "decisions",
    "documents",
    "events",
    "evidence",
    "example",
    "facts",
    "first_day",
    "history",
    "known_places",
    "loaded",
    "money_paths",
    "money_questions",
    "newest",
    "organisation_kinds",
    "organisations",
    "paragraphs",
    "place_names",
    "places",
    "positions",
    "positions_over_time",
    "predecessors",
    "read_documents",
    "remembered",
    "same_words",
    "source_facts",
    "source_titles",
    "sources",
]
