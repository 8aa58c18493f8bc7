"""`/feed.atom`: what is new about a place, as *Was ist neu* says it, for a reader of feeds."""

from urllib.parse import quote, urljoin

from feedgen.feed import FeedGenerator

from kim import news, queries
from kim.news import Change
from kim.tables import package
from ui import navigation
from ui.endpoints.answers import evidence
from ui.endpoints.calendar import HOST, midnight
from ui.endpoints.endpoint import Asked
from ui.texts import text

MOST_ENTRIES = 100


def feed(asked: Asked, base: str) -> bytes:
    """The newest of what happened and of what was learned about a place (Atom, RFC 4287); `base`: the server's address."""
    place, tables = asked.one("place"), asked.several("table")
    changes = sorted(_changes(asked, place, tables), key=lambda each: each.day, reverse=True)
    found = FeedGenerator()
    found.id(f"tag:{HOST},2026:{place}:{','.join(tables)}")
    found.title(text("api.feed_title", place=queries.place_names()[place]))
    found.author({"name": text("app.title")})
    found.language("de")
    found.link(href=urljoin(base, f"/{navigation.page('news').address}?orte={quote(place)}"))
    newest = max((midnight(each.day) for each in changes), default=midnight(queries.first_day()))
    found.updated(newest)
    for each in changes[:MOST_ENTRIES]:
        _add(found, each, base)
    return bytes(found.atom_str())


def _changes(asked: Asked, place: str, tables: tuple[str, ...]) -> list[Change]:
    view = asked.view((place,))
    happened, known = news.of_time(view), news.of_knowledge(view)
    every = (
        *news.happened(view, happened.first, happened.last),
        *news.learned(view, known.first, known.last),
    )
    return [each for each in every if not tables or each.fact.table in tables]


def _add(found: FeedGenerator, change: Change, base: str) -> None:
    """An entry: what is new, of what kind, since when, with the link to its proof."""
    entry = found.add_entry(order="append")
    entry.id(f"tag:{HOST},2026:{change.fact}:{change.kind}:{change.day}")
    certain = "" if change.is_certain else text("api.feed_possible")
    entry.title(f"{change.label}{certain}: {change.words}")
    entry.updated(midnight(change.day))
    entry.category({"term": change.fact.table, "label": package().tables[change.fact.table].title})
    became = [each for each in (change.before, change.after) if each]
    lines = [change.when, " → ".join(became), str(change.row["source_title"])]
    entry.summary("\n".join(each for each in lines if each))
    entry.link(href=urljoin(base, evidence(str(change.fact))))
