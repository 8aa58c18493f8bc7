"""One function per question; each asks its .sql file and returns a frame.

Frames are shared between sessions and carry their question in `attrs["question"]`:
derive from them, never assign into them.
"""

from kim.queries.asking import FOLDER, Question, View, answered_by, remembered
from kim.queries.loads import first_day, history, loaded
from kim.queries.lookup import (
    chosen_facts,
    chosen_paragraphs,
    found_words,
    hits,
    index_size,
    near_words,
    organisation_facts,
)
from kim.queries.money import amounts, money_paths, money_questions
from kim.queries.names import (
    known_places,
    names_of_places,
    organisation_kinds,
    organisations,
    place_names,
    places,
    predecessors,
)
from kim.queries.news import dated, learned
from kim.queries.papers import (
    documents,
    evidence,
    first_had,
    paragraphs,
    proven_facts,
    read_documents,
    same_words,
    source_facts,
    source_titles,
    sources,
)
from kim.queries.posts import positions, positions_over_time
from kim.queries.rows import fact_rows
from kim.queries.steering import bodies, carriers
from kim.queries.subjects import coverage, example, facts, reference_rows
from kim.queries.timeline import commitments, decisions, events, newest

__all__ = [
    "FOLDER",
    "Question",
    "View",
    "amounts",
    "answered_by",
    "bodies",
    "carriers",
    "chosen_facts",
    "chosen_paragraphs",
    "commitments",
    "coverage",
    "dated",
    "decisions",
    "documents",
    "events",
    "evidence",
    "example",
    "fact_rows",
    "facts",
    "first_day",
    "first_had",
    "found_words",
    "history",
    "hits",
    "index_size",
    "known_places",
    "learned",
    "loaded",
    "money_paths",
    "money_questions",
    "names_of_places",
    "near_words",
    "newest",
    "organisation_facts",
    "organisation_kinds",
    "organisations",
    "paragraphs",
    "place_names",
    "places",
    "positions",
    "positions_over_time",
    "predecessors",
    "proven_facts",
    "read_documents",
    "reference_rows",
    "remembered",
    "same_words",
    "source_facts",
    "source_titles",
    "sources",
]
