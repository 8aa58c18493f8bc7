"""What words in an address mean: a day, places, one or several of a choice."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kim import german
from kim.regions import region_key
from ui.texts import markdown
from ui.widgets.address import Asked, Understand, sentence

ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
GERMAN = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")
LABEL = re.compile(r"(?P<name>.+?) ?\((?P<within>[^()]+)\)")
SPACES = re.compile(r"\s")
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)


def day(title: str) -> Understand[date | None]:
    """One day, 2022-12-31 or 31.12.2022; `title` of its widget. What is no day is None."""

    def understand(values: Sequence[str]) -> Asked[date | None]:
        *others, last = values
        refused = [sentence("twice", title=title, value=last)] if set(others) - {last} else []
        found = _day(last)
        if found and not EARLIEST <= found <= LATEST:
            span = {"first": german.day(EARLIEST), "last": german.day(LATEST)}
            refused.append(sentence("day_outside", title=title, value=last, **span))
        elif not found and last:
            refused.append(sentence("day_unknown", title=title, value=last))
        usable = found if found and EARLIEST <= found <= LATEST else None
        return Asked(usable, tuple(refused))

    return understand


@dataclass(frozen=True)
class Register:
    """All places by key: their label on screen, their name, and what came after those that are gone."""

    labels: Mapping[str, str]
    names: Mapping[str, str]
    successors: Mapping[str, str]


def places(register: Register) -> Understand[list[str]]:
    """Places by key, by label as on screen, by name, also several with commas; the keys of those known.

    For one that is gone the one that came after, and that is said.
    """
    labels, successors = register.labels, register.successors

    def understand(values: Sequence[str]) -> Asked[list[str]]:
        found: dict[str, None] = {}
        refused = []
        for value in filter(None, _one_by_one(values, register)):
            keys = place_keys(value, register)
            if len(keys) == 1 and (heir := successors.get(keys[0])):
                found[heir] = None
                refused.append(sentence("place_gone", value=value, heir=labels[heir]))
            elif len(keys) == 1:
                found[keys[0]] = None
            elif keys:
                meant = ", ".join(f"{labels[key]} ({key})" for key in keys)
                refused.append(sentence("place_twofold", value=value, places=meant))
            else:
                refused.append(sentence("place_unknown", value=value))
        return Asked(list(found), tuple(refused))

    return understand


def _one_by_one(values: Sequence[str], register: Register) -> Iterator[str]:
    """Places that are listed with commas in one value, as they are typed by hand, one after the other."""
    for value in values:
        listed = [each.strip() for each in value.split(",")]
        yield from listed if any(place_keys(each, register) for each in listed) else [value]


def place_keys(value: str, register: Register) -> list[str]:
    """The keys of the places that the words may mean; one that is gone only where no other has the name."""
    labels, names = register.labels, register.names
    key = region_key(SPACES.sub("", value))
    if key and key in labels:
        return [key]
    called = value.casefold()
    if by_label := [key for key, label in labels.items() if label.casefold() == called]:
        return by_label
    if placed := LABEL.fullmatch(called):
        within = _called(placed["within"], names)
        return [key for key in _called(placed["name"], names) if key[:5] in within]
    keys = _called(called, names)
    return [key for key in keys if key not in register.successors] or keys


def choice(title: str, options: Mapping[str, str], *, default: str) -> Understand[str]:
    """One of the options (key -> words) by its key or its words, the default for anything else."""

    def understand(values: Sequence[str]) -> Asked[str]:
        *others, last = values
        refused = [sentence("twice", title=title, value=last)] if set(others) - {last} else []
        key = _option(last, options)
        if key is None and last:
            refused.append(_unknown(title, last, options.values()))
        return Asked(key or default, tuple(refused))

    return understand


def choices(title: str, options: Mapping[str, str]) -> Understand[list[str]]:
    """Several of the options (key -> words) by their keys or words; their keys in order."""

    def understand(values: Sequence[str]) -> Asked[list[str]]:
        found = {_option(value, options) for value in values}
        unknown = [each for each in values if each and _option(each, options) is None]
        refused = tuple(_unknown(title, each, options.values()) for each in unknown)
        return Asked([key for key in options if key in found], refused)

    return understand


def _option(value: str, options: Mapping[str, str]) -> str | None:
    by_words = {words.casefold(): key for key, words in options.items()}
    return value if value in options else by_words.get(value.casefold())


def _unknown(title: str, value: str, options: Iterable[str]) -> str:
    to_choose = markdown("address.to_choose", options=", ".join(options))
    return f"{sentence('choice_unknown', title=title, value=value)} {to_choose}"


def _called(name: str, names: Mapping[str, str]) -> list[str]:
    return [key for key, each in names.items() if each.casefold() == name.casefold()]


def _day(value: str) -> date | None:
    found = ISO.fullmatch(value) or GERMAN.fullmatch(value)
    with suppress(ValueError):
        return date(*(int(found[part]) for part in ("year", "month", "day"))) if found else None
    return None
