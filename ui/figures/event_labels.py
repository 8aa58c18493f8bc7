"""Where the words below the mark of an event stand, so that even on a phone they are whole and meet nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

NARROWEST, LETTER, SIZE = 264, 5.8, 12
FEWEST_LETTERS = 16
CENTRED, RIGHT, LEFT = "middle center", "middle right", "middle left"


@dataclass(frozen=True)
class Axis:
    """The days that all lanes share; words cross the line of `today` only where they had no room else."""

    first: date
    last: date
    today: date

    def letters(self, start: date, end: date) -> int:
        """How many letters find room between two days on the narrowest screen."""
        part = (end - start) / (self.last - self.first)
        return int(NARROWEST * part / LETTER)


@dataclass(frozen=True)
class Label:
    """Words and how they stand to the day of their mark: centred, right or left of it."""

    words: str
    place: str


def placed(words: Callable[[int], str], first: date, last: date, axis: Axis) -> Label:
    """The label of what happens from `first` to `last`, cut where no place has room; `words(most letters)`."""
    middle = first + (last - first) / 2
    start = axis.today if axis.today < first else axis.first
    end = axis.today if axis.today > last else axis.last
    rooms = _rooms(middle, start, end, axis)
    if max(rooms.values()) < FEWEST_LETTERS:
        rooms = _rooms(middle, axis.first, axis.last, axis)
    said = _cut(words, max(rooms.values()))
    return Label(said, next((each for each in rooms if len(said) <= rooms[each]), CENTRED))


def _rooms(middle: date, start: date, end: date, axis: Axis) -> dict[str, int]:
    """How many letters find room between two days, by how they stand to the day of the mark."""
    before, after = axis.letters(start, middle), axis.letters(middle, end)
    return {CENTRED: 2 * min(before, after), RIGHT: after, LEFT: before}


def _cut(words: Callable[[int], str], room: int) -> str:
    """As much of the words as finds room for so many letters."""
    fewer = range(room, 0, -1)
    return next((said for most in fewer if len(said := words(most)) <= room), words(1))
