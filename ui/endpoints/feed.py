"""`/feed.atom`: what is new about a place, as *Was ist neu* says it, for a reader of feeds."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote, urljoin

from feedgen.feed import FeedGenerator

from kim import german, news, queries
from kim.news import Change
from kim.tables import package
from ui import navigation
from ui.endpoints.answers import evidence
from ui.endpoints.calendar import HOST, midnight
from ui.endpoints.endpoint import Asked
from ui.endpoints.parameters import one_of
from ui.endpoints.reports import THEMES
from ui.exhibits import EXHIBITS
from ui.lists.news import NOT_FOUND, not_found
from ui.texts import text

MOST_ENTRIES = 100
TABLE = one_of("table", (each.name for each in package().facts), is_list=True)
THEME_PAGE = one_of("contents", THEMES, is_list=True)
CHOICES = (TABLE, THEME_PAGE)


def feed(asked: Asked, base: str) -> bytes:
    """The newest of what happened and of what was learned about a place (Atom, RFC 4287); `base`: the server's address."""
    place, themes = asked.one("place"), asked.several("contents")
    tables = (*asked.several("table"), *tables_of(themes))
    changes = sorted(_changes(asked, place, tables), key=lambda each: each.day, reverse=True)
    found = FeedGenerator()
    found.id(f"tag:{HOST},2026:{place}:{','.join(sorted(set(tables)))}")
    found.title(_title(queries.place_names()[place], themes))
    found.author({"name": text("app.title")})
    found.language("de")
    found.link(href=urljoin(base, f"/{navigation.page('news').address}?orte={quote(place)}"))
    newest = max((midnight(each.day) for each in changes), default=midnight(queries.first_day()))
    found.updated(newest)
    for each in changes[:MOST_ENTRIES]:
        _add(found, each, base)
    return bytes(found.atom_str())


def tables_of(pages: Sequence[str]) -> tuple[str, ...]:
    """The tables whose facts these pages show, by the names of the pages."""
    return tuple(dict.fromkeys(each.table for each in EXHIBITS if each.page in pages))


def _title(place: str, themes: Sequence[str]) -> str:
    named = ", ".join(navigation.page(each).title for each in themes)
    return text("api.feed_title", place=place, themes=f" ({named})" if named else "")


def _changes(asked: Asked, place: str, tables: tuple[str, ...]) -> list[Change]:
    view = asked.view((place,))
    happened, known = news.of_time(view), news.of_knowledge(view)
    every = (
        *_but_overdue(news.happened(view, happened.first, happened.last)),
        *news.overdue(view, german.today()),
        *news.learned(view, known.first, known.last),
    )
    return [each for each in every if not tables or each.fact.table in tables]


def _but_overdue(changes: Iterable[Change]) -> Iterator[Change]:
    """What is overdue depends on today, not on how far the documents reach."""
    return (each for each in changes if each.kind not in NOT_FOUND)


def _add(found: FeedGenerator, change: Change, base: str) -> None:
    """An entry: what is new, of what kind, since when, with the link to its proof."""
    entry = found.add_entry(order="append")
    entry.id(f"tag:{HOST},2026:{change.fact}:{change.kind}:{change.day}")
    certain = "" if change.is_certain else text("api.feed_possible")
    entry.title(f"{change.label}{certain}: {change.words}")
    entry.updated(midnight(change.day))
    entry.category({"term": change.fact.table, "label": package().tables[change.fact.table].title})
    became = [each for each in (change.before, change.after) if each]
    lines = [change.when, " → ".join(became), not_found(change), str(change.row["source_title"])]
    entry.summary("\n".join(each for each in lines if each))
    entry.link(href=urljoin(base, evidence(str(change.fact))))
