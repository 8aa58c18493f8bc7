"""How much is new, in sentences: by kind, certain and possible apart."""

from collections import Counter
from collections.abc import Collection

from kim import german, queries
from kim.german_nouns import listed
from kim.news.changes import Change, Kind
from kim.news.happened import happened, said_without_date
from kim.news.learned import learned
from kim.news.span import Span
from kim.queries import View
from kim.texts import text


def told_of_time(view: View, span: Span) -> tuple[str, ...]:
    """What happened in the span, what may have, and how many statements of that time have no day."""
    changes = happened(view, span.first, span.last)
    undated = said_without_date(view, span.first, span.last)
    sentences = _told("time", changes, view, span)
    if undated:
        key = "news_told.one_undated" if undated == 1 else "news_told.many_undated"
        sentences.append(text(key, number=german.number(undated)))
    return tuple(sentences)


def told_of_knowledge(view: View, span: Span) -> tuple[str, ...]:
    """What is known at the end of the span and was not, or otherwise, on its first day."""
    return tuple(_told("knowledge", learned(view, span.first, span.last), view, span))


def _told(of: str, changes: Collection[Change], view: View, span: Span) -> list[str]:
    days = {"since": german.day(span.first), "until": german.day(span.last)}
    certain = [each for each in changes if each.is_certain]
    where = _places(view, certain or changes)
    if not certain:
        first = text(f"news_told.nothing_{of}", places=_places(view, ()), **days)
    else:
        counts = Counter(each.kind for each in certain)
        news = listed([_counted(kind, counts[kind]) for kind in Kind if counts[kind]])
        first = text(f"news_told.sentence_{of}", news=news, places=where, **days)
    possible = len(changes) - len(certain)
    return [first, *([_possible(possible)] if possible else [])]


def _counted(kind: Kind, number: int) -> str:
    how_many = "one" if number == 1 else "many"
    return text(f"news_told.{how_many}_{kind}", number=german.number(number))


def _possible(number: int) -> str:
    return text(
        "news_told.one_possible" if number == 1 else "news_told.many_possible", number=number
    )


def _places(view: View, changes: Collection[Change]) -> str:
    """The one place by name, else to how many of them there is something."""
    if len(view.regions) == 1:
        return queries.place_names()[view.regions[0]]
    chosen = len(view.regions)
    heirs = queries.predecessors(view).set_index("ags")["successor"]
    known = len({heirs.get(each.region, each.region) for each in changes})
    return (
        text("news_told.places_of", known=known, chosen=chosen)
        if known
        else text("news_told.places", chosen=chosen)
    )
