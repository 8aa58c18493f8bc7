"""How far was looked: the documents on a place and the day of the newest of them."""

from dataclasses import dataclass
from datetime import date

from kim import queries
from kim.answers.document_days import document_day
from kim.dates import days
from kim.facts import records
from kim.queries import View
from kim.texts import text

KEY_OF_DISTRICT = 5


@dataclass(frozen=True)
class Searched:
    """How many documents speak of a place, how many of them were read as a whole, and of the others only
    the beginning; the date of the newest one (EDTF, empty if none has one).
    """

    documents: int
    whole: int
    until: str

    @property
    def words(self) -> str:
        """For example "durchsucht: 3 Dokumente, 2 ganz gelesen, das jüngste von 2023"."""
        if not self.documents:
            return text("answer.searched_nothing")
        one = "one" if self.documents == 1 else "many"
        if not self.until:
            return text(f"answer.searched_{one}_undated", number=self.documents, whole=self._whole)
        day = document_day(self.until)
        return text(f"answer.searched_{one}", number=self.documents, whole=self._whole, day=day)

    @property
    def _whole(self) -> str:
        one = "one" if self.documents == 1 else "many"
        if self.whole in (0, self.documents):
            return text(f"answer.read_{one}_{'whole' if self.whole else 'in_part'}")
        return text("answer.read_whole", number=self.whole)


def searched(place: str, view: View) -> Searched:
    """How far was looked for a place; for a town, what was read on its district counts too."""
    read = documents_on((place,), view)
    newest = max(filter(None, (day for day, _ in read.values())), key=_reach, default="")
    return Searched(len(read), sum(is_whole for _, is_whole in read.values()), newest)


def documents_on(places: tuple[str, ...], view: View) -> dict[str, tuple[str, bool]]:
    """The documents on which facts about any of these places rest: date, whether read as a whole.

    For a town, those on its district count too.
    """
    found = documents_by_place(View((), None, view.known_on))
    keys = {key for place in places for key in (place, place[:KEY_OF_DISTRICT])}
    return {source: each for key in keys for source, each in found.get(key, {}).items()}


def _reach(written: str) -> date:
    """The last day that a date may mean; the first one where it is open."""
    found = days(written)
    return found.last or found.first or date.min


@queries.remembered
def documents_by_place(view: View) -> dict[str, dict[str, tuple[str, bool]]]:
    """By place and document on which facts about it rest: its date, and whether it was read as a whole."""
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    for record in records(queries.read_documents(view.known_on)):
        found.setdefault(record["region"], {})[record["source"]] = (
            record["date"] or "",
            bool(record["is_read_whole"]),
        )
    return found
