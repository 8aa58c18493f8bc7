"""The words that tell how far posts are: declared phrases, and verbs in all their forms."""

from functools import lru_cache

from etl.extraction import phrases, verbs
from etl.extraction.phrases import TEXTS_KEPT, Said


def find(text: str, start: int = 0, end: int | None = None) -> list[Said]:
    """What stands in a folded text from `start` up to `end`, in order; a phrase goes before the verb in it."""
    last = len(text) if end is None else end
    return [each for each in _all(text) if start <= each.span.start and each.span.end <= last]


def first(text: str, start: int = 0, end: int | None = None) -> Said | None:
    """The first that stands in the folded text; None when none does."""
    return next(iter(find(text, start, end)), None)


@lru_cache(maxsize=TEXTS_KEPT)
def _all(text: str) -> tuple[Said, ...]:
    declared = list(phrases.load("positions")["status"].find(text))
    taken = {at for each in declared for at in _words_of(text, each)}
    said = [each for each in verbs.find("positions", text) if each.span.start not in taken]
    return tuple(sorted(declared + said, key=lambda each: each.span.start))


def _words_of(text: str, said: Said) -> range:
    """The characters that a phrase claims: of one in two parts the first word only."""
    start, end = said.span.start, said.span.end
    is_long = end - start > LONGEST
    return range(start, text.find(" ", start) if is_long else end)


LONGEST = 48
