"""How much is new, in sentences: by kind, certain and possible apart."""

from collections import Counter
from collections.abc import Collection

from kim import german, queries
from kim.answers.places import region
from kim.german_nouns import listed, opening
from kim.news.changes import Change, Kind
from kim.news.happened import happened, said_without_date
from kim.news.learned import learned
from kim.news.span import Span
from kim.queries import View
from kim.texts import text
from kim.view import named_places, with_levels


def told_of_time(view: View, span: Span) -> tuple[str, ...]:
    """What happened in the span, what may have, and how many statements of that time have no day."""
    above = with_levels(view)
    sentences = _told("time", happened(above, span.first, span.last), view, span)
    by_place = said_without_date(above, span.first, span.last)
    if undated := sum(by_place.get(ags, 0) for ags, _ in named_places(view)):
        sentences.append(_counted("undated", undated))
    return tuple(sentences)


def told_of_knowledge(view: View, span: Span) -> tuple[str, ...]:
    """What is known at the end of the span and was not, or otherwise, on its first day."""
    if span.first == span.last:
        if queries.history()["load"].nunique() <= 1:
            return (text("news_told.only_version"),)
        return (text("news_told.one_day", day=german.day(span.last)),)
    changes = learned(with_levels(view), span.first, span.last)
    return tuple(_told("knowledge", changes, view, span))


def _told(of: str, changes: Collection[Change], view: View, span: Span) -> list[str]:
    """What of the changes is about the chosen places, in one or two sentences."""
    chosen = {ags for ags, _ in named_places(view)}
    here = [each for each in changes if each.region in chosen]
    certain = [each for each in here if each.is_certain]
    days = {"since": german.day(span.first), "until": german.day(span.last)}
    if certain:
        counts = Counter(each.kind for each in certain)
        news = listed([_counted(f"{kind}", counts[kind]) for kind in Kind if counts[kind]])
        places = _places(view, certain)
        first = text(f"news_told.sentence_{of}", news=news, places=places, **days)
    else:
        first = text(f"news_told.nothing_{of}", places=_places(view, ()), **days)
    only, possible = "also" if certain else "only", len(here) - len(certain)
    return [opening(first), *([_counted(f"{only}_possible", possible)] if possible else [])]


def _counted(what: str, number: int) -> str:
    return text(f"news_told.counted_{what}", number=number)


def _places(view: View, changes: Collection[Change]) -> str:
    """To the one place by its name, else to how many of the chosen ones there is something."""
    if len(view.regions) == 1:
        return region(view.regions[0]).to
    chosen = len(view.regions)
    heirs = queries.predecessors(view).set_index("ags")["successor"]
    known = len({heirs.get(each.region, each.region) for each in changes})
    if not known:
        return text("news_told.places", chosen=chosen)
    return text("news_told.places_of", known=known, chosen=chosen)
