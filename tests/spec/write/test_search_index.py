"""search_index.sql: in which entries does each word stand?"""

from pathlib import Path

from kim.loads import Kind
from tests.spec.write.loaded import Loaded

STANDING = """
SELECT concat_ws(' ', kind, fact_table, name, entry.paragraph, said.body)
FROM search_words JOIN search_postings USING (word) JOIN search_entries AS entry USING (entry)
LEFT JOIN bodies AS said USING (fact, known_from)
WHERE spelled = $word
GROUP BY ALL ORDER BY ALL
"""


def standing(loaded: Loaded, word: str) -> list[str]:
    """The entries in which a word stands, in words."""
    cursor = loaded.world.store.current().cursor()
    return [entry for (entry,) in cursor.execute(STANDING, {"word": word}).fetchall()]


def words(loaded: Loaded, columns: str, only: str) -> list[tuple[object, ...]]:
    cursor = loaded.world.store.current().cursor()
    return cursor.table("search_words").filter(only).project(columns).order("ALL").fetchall()


def test_words_are_in_small_letters_and_remember_how_they_are_written(loaded: Loaded) -> None:
    loaded.load(Kind.DATA, bodies="body\n Der Beirat und BEIRAT\n beirat KIM-Runde")

    assert standing(loaded, "beirat") == [
        "fact bodies Der Beirat und BEIRAT",
        "fact bodies beirat KIM-Runde",
    ]
    assert standing(loaded, "runde") == ["fact bodies beirat KIM-Runde"]
    assert words(loaded, "written, entries", "spelled = 'beirat'") == [("BEIRAT", 2)]
    assert words(loaded, "spelled", "spelled IN ('der', 'und')") == []


def test_numbers_have_no_points_between_thousands(loaded: Loaded) -> None:
    loaded.load(Kind.DATA, bodies="body\n 55.000 Euro\n 1,9 Stellen am 16.11.2022 (51/205)")

    assert standing(loaded, "55000") == ["fact bodies 55.000 Euro"]
    for each in ("1,9", "16.11.2022", "51/205"):
        assert len(standing(loaded, each)) == 1


def test_what_few_places_are_called_is_a_name(loaded: Loaded) -> None:
    loaded.load(Kind.DATA, bodies="body\n Rheine im Kreis Coesfeld mit Beirat")

    named = [row for (row,) in words(loaded, "spelled", "is_name")]
    assert {"rheine", "coesfeld", "westfalen"} <= set(named)
    assert not {"beirat", "caritasverband"} & set(named)


def test_entries_count_their_words(tmp_path: Path) -> None:
    loaded = Loaded(tmp_path, "bodies")
    loaded.load(Kind.DATA, bodies="body\n x")
    cursor = loaded.world.store.current().cursor()
    counted = cursor.table("search_entries").filter("kind = 'place' AND name IN ('05', '05566')")

    assert counted.project("name, words").order("name").fetchall() == [("05", 2), ("05566", 2)]


def test_every_statement_that_was_ever_known_is_an_entry(loaded: Loaded) -> None:
    loaded.told("data alt rot, bleibt blau", "data neu rot, bleibt blau", "upload neu grün")

    for word, number in (("alt", 1), ("neu", 1), ("bleibt", 1), ("rot", 2), ("grün", 1)):
        assert len(standing(loaded, word)) == number, word
    cursor = loaded.world.store.current().cursor()
    entries = (
        cursor.table("search_entries")
        .filter("kind = 'fact'")
        .project("known_to = 'infinity'")
        .order("ALL")
    )
    assert entries.fetchall() == [(False,), (False,), (True,), (True,)]
