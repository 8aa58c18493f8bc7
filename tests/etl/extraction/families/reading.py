"""Papers of a few invented sentences, and what is proposed for them."""

from collections.abc import Sequence

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from etl.extraction.proposed import ProposedFact

HEADING = "Kommunales Integrationsmanagement (KIM)"


def proposed(
    table: str, *paragraphs: str, date: str | None = "2025-06-01"
) -> Sequence[ProposedFact]:
    """The facts of a table proposed for these paragraphs below a heading on KIM, in a paper of the town of Rheine."""
    paper = Paper((HEADING, *paragraphs), "05566076", date)
    return [fact for fact in propose(paper) if fact.table == table and fact.paragraph > 1]
