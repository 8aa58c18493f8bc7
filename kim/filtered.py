"""What a page is filtered by beside places and days: its modules, one party; in words for what is taken away."""

from collections.abc import Hashable, Iterator

from kim.tables import package
from kim.texts import text

EVERY_MODULE = ("", *package().vocabularies["module"])


def filtered(*chosen: Hashable) -> Iterator[tuple[str, str]]:
    """Label and words of each filter that leaves something out.

    `chosen`: what an exhibit takes beside its view: codes of modules, "" for statements that name none;
    the name of a party, "" for all.
    """
    if modules := chosen_modules(*chosen):
        yield text("exhibit.about_modules"), ", ".join(map(_module, modules))
    for each in chosen:
        if isinstance(each, str) and each:
            yield text("exhibit.about_party"), each


def chosen_modules(*chosen: Hashable) -> tuple[str, ...]:
    """The codes of the modules among what is chosen; nothing where it is all of them."""
    for each in chosen:
        if isinstance(each, tuple) and set(each) < set(EVERY_MODULE):
            return each
    return ()


def _module(code: str) -> str:
    modules = package().vocabularies["module"]
    return modules[code] if code else text("exhibit.without_module")
