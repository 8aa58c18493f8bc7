"""A short invented paper, and a desk to review it at."""

from collections.abc import Mapping

from etl.reviewing.desk import Desk
from etl.reviewing.review import Item, Review, Verdict
from kim.access import Actor
from tests.conftest import World
from tests.etl.submitting import EDITOR, uploads

PAPER = (
    "Niederschrift über die Sitzung des Sozialausschusses",
    "TOP 3 Kommunales Integrationsmanagement",
    "Im Case Management sind seit dem 1. Januar 2023 bei der Stadt Rheine 4,5 Stellen besetzt.",
    "Der Kreis zahlt 60.000 Euro je Stelle und Jahr im Baustein 2.",
)
ROW: Mapping[str, str] = {
    "region": "05566076",
    "kind": "minutes",
    "title": "Niederschrift Sozialausschuss",
    "body": "Sozialausschuss",
    "date": "2023-03-14",
    "date_basis": "stated",
}
SLUG = "rheine-2023-03-14-niederschrift-sozialausschuss"


def desk(world: World, actor: Actor = EDITOR) -> Desk:
    return Desk(uploads(world, actor))


def begun(world: World, actor: Actor = EDITOR) -> Review:
    """The paper, begun or gone on with."""
    return desk(world, actor).begin_new({**ROW, "source": SLUG}, PAPER)


def proposed(review: Review, table: str) -> Item:
    """The first proposal for this table."""
    return next(each for each in review.items if each.table == table)


def decide(
    world: World,
    item: str,
    verdict: Verdict,
    actor: Actor = EDITOR,
    *,
    seen: int = 0,
    seconds: float = 4,
    cells: Mapping[str, str] | None = None,
) -> Review:
    return desk(world, actor).decide(SLUG, item, verdict, seen, seconds, cells)
