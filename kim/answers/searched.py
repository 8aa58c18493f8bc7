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
    """How many documents speak of a place, and the date of the newest one (EDTF, empty if none has one)."""

    documents: int
    until: str

    @property
    def words(self) -> str:
        """For example "gelesen: 3 Dokumente, das jüngste von 2023"."""
        if not self.documents:
            return text("answer.searched_nothing")
        one = "one" if self.documents == 1 else "many"
        if not self.until:
            return text(f"answer.searched_{one}_undated", number=self.documents)
        return text(f"answer.searched_{one}", number=self.documents, day=document_day(self.until))


def searched(place: str, view: View) -> Searched:
    """How far was looked for a place; for a town, what was read on its district counts too."""
    found = documents_by_place(View((), None, view.known_on))
    keys = {place, place[:KEY_OF_DISTRICT]}
    read = {source: day for key in keys for source, day in found.get(key, {}).items()}
    newest = max(filter(None, read.values()), key=_reach, default="")
    return Searched(len(read), newest)


def _reach(written: str) -> date:
    """The last day that a date may mean; the first one where it is open."""
    found = days(written)
    return found.last or found.first or date.min


@queries.remembered
def documents_by_place(view: View) -> dict[str, dict[str, str]]:
    """The date of every document on which facts rest, by the place they are about."""
    found: dict[str, dict[str, str]] = {}
    for record in records(queries.read_documents(view.known_on)):
        found.setdefault(record["region"], {})[record["source"]] = record["date"] or ""
    return found
