"""read_from_text.sql: which statements were held against the text of their document: those of data/, and what it proves."""

from collections.abc import Callable

import pandas as pd
import pytest

from kim import queries
from kim.loads import Kind
from kim.store import Store
from tests.rows import MUSTER_TEXT
from tests.spec.told import Told, view
from tests.spec.write.loaded import Loaded

# The text of "far" was read in full and is not at hand; that of "muster-2022" is.
SOURCES = f"source | text_sha256 | date\n far | {'f' * 64} | 2020\n unread | | 2020"
TABLES = {
    "bodies": "body\n {}",
    "carriers": "area | counterpart | role\n {} | caritas | receives_grant",
    "commitments": "promise\n {}",
    "decisions": "subject\n {}",
    "funding": "item | payer\n {} | caritas",
    "instruments": "label\n {}",
    "milestones": "event | date\n {} | 2020",
    "open_questions": "question\n Geld für {}",
    "positions": "area | quantity | unit | measure\n | 1 | posts | total",
}
DAYS = {"data": "2021", "extract": "2022", "upload": "2023"}
SOMEWHERE = view("05566")
QUESTIONS: dict[str, Callable[[], pd.DataFrame]] = {
    "bodies": lambda: queries.bodies(SOMEWHERE),
    "carriers": lambda: queries.carriers(SOMEWHERE),
    "commitments": lambda: queries.commitments(SOMEWHERE),
    "events: decisions": lambda: queries.events(SOMEWHERE).query("fact_table == 'decisions'"),
    "events: milestones": lambda: queries.events(SOMEWHERE).query("fact_table == 'milestones'"),
    "facts": lambda: queries.facts("instruments", SOMEWHERE),
    "money_paths: carriers": lambda: queries.money_paths(SOMEWHERE).query("role.notna()"),
    "money_paths: funding": lambda: queries.money_paths(SOMEWHERE).query("role.isna()"),
    "money_questions": lambda: queries.money_questions(SOMEWHERE),
    "positions": lambda: pd.concat(
        queries.positions(view("05566", f"{year}-12-31"), ("",)) for year in DAYS.values()
    ),
    "positions_over_time": lambda: queries.positions_over_time(SOMEWHERE, ("",)),
}
BODIES = "body | source | anchor"


def rows(table: str, *anchors: str) -> str:
    """Rows of a table that differ in their anchor."""
    head, own = TABLES[table].split("\n")
    said = (
        f"{'unread' if anchor == 'extract' else 'far'} | {anchor} | {DAYS[anchor]} | {own.format(anchor)}"
        for anchor in anchors
    )
    return "\n".join([f"source | anchor | as_of | {head}", *said])


def read(loaded: Loaded, ask: Callable[[], pd.DataFrame]) -> dict[str, bool]:
    """By anchor, whether it counts as read from its text."""
    answer = Told(loaded.world).ask(ask)
    return dict(zip(answer["anchor"], answer["is_read_from_text"], strict=True))


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Of each table a row of data/ from a text read in full, one from an extract, an upload."""
    loaded = Loaded(tmp_path_factory.mktemp("everything"), *TABLES)
    told = {table: rows(table, "data", "extract") for table in TABLES}
    loaded.load(Kind.DATA, sources=SOURCES, **told)
    loaded.load(Kind.UPLOAD, **{table: rows(table, "upload") for table in TABLES})
    return loaded


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_an_upload_says_of_a_text_was_not_read_from_it(
    everything: Loaded, question: str
) -> None:
    assert read(everything, QUESTIONS[question]) == {
        "data": True,
        "extract": False,
        "upload": False,
    }


def test_the_counts_of_a_district(everything: Loaded) -> None:
    assert counted(everything.world.store) == (3, 1)


def key(loaded: Loaded, body: str) -> int:
    """The fact on a body of this name."""
    cursor = loaded.world.store.current().cursor()
    [(fact,)] = cursor.execute(
        "SELECT DISTINCT fact FROM bodies WHERE body = $1", [body]
    ).fetchall()
    return int(fact)


def counted(store: Store) -> tuple[int, int]:
    """Statements and those read from a text, of the district of the rows."""
    with queries.answered_by(store.current()):
        answer = queries.coverage(SOMEWHERE, ("bodies",))
    [row] = answer[answer["ags"] == "05566"].to_dict("records")
    return row["facts"], row["read_from_text"]


def test_what_the_text_at_hand_proves_counts_whoever_says_it(loaded: Loaded) -> None:
    loaded.world.write_document("muster-2022", MUSTER_TEXT)
    loaded.load(Kind.DATA, sources=SOURCES)
    loaded.load(Kind.UPLOAD, bodies="body|source|paragraph|anchor\n a | muster-2022 | 1 | Stellen")

    assert read(loaded, QUESTIONS["bodies"]) == {"Stellen": True}
    assert read(loaded, lambda: queries.evidence("bodies", key(loaded, "a"))) == {"Stellen": True}
    assert counted(loaded.world.store) == (1, 1)


def test_what_is_brought_back_is_as_it_was(loaded: Loaded) -> None:
    """What stood before the upload, when that is withdrawn, and the upload itself."""
    loaded.load(Kind.DATA, sources=SOURCES, bodies=f"{BODIES}\n board | far | data")
    loaded.load(Kind.UPLOAD, bodies=f"{BODIES}\n board | far | upload\n more | far | more")
    before = read(loaded, QUESTIONS["bodies"])
    fact = key(loaded, "board")
    assert before == {"upload": False, "more": False}
    assert read(loaded, lambda: queries.evidence("bodies", fact)) == {"data": True, "upload": False}

    loaded.told("withdraw 3")
    assert read(loaded, QUESTIONS["bodies"]) == {"data": True}
    loaded.told("restore 3")
    assert read(loaded, QUESTIONS["bodies"]) == before


def test_whoever_says_it_first_has_said_it(loaded: Loaded) -> None:
    """Repeated by an upload it stays read; repeated by data/ it is read when the upload goes."""
    first, second = f"{BODIES}\n one | far | one", " two | far | two"
    loaded.load(Kind.DATA, sources=SOURCES, bodies=first)
    loaded.load(Kind.UPLOAD, bodies=f"{first}\n{second}")
    loaded.load(Kind.DATA, sources=SOURCES, bodies=f"{first}\n{second}")
    assert read(loaded, QUESTIONS["bodies"]) == {"one": True, "two": False}

    loaded.told("withdraw 3")
    assert read(loaded, QUESTIONS["bodies"]) == {"one": True, "two": True}
