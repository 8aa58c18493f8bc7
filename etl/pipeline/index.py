"""What the search looks up in a version: its entries, their words, the stems by which words are found."""

from collections.abc import Iterator, Sequence

import pandas as pd
from duckdb import DuckDBPyConnection

from etl.pipeline import SQL
from etl.pipeline.base import tables_in_base
from etl.pipeline.compounds import parts
from kim.beside_a_version import DAYS
from kim.store import Draft
from kim.tables import Field, Package, Table
from kim.word_forms import FUNCTION_WORDS, stem, stems

CREATE_TEXTS = """
CREATE OR REPLACE TABLE scratch.search_texts (
    kind VARCHAR, fact_table VARCHAR, fact UBIGINT, name VARCHAR, paragraph BIGINT, region VARCHAR, content VARCHAR,
    known_from TIMESTAMP DEFAULT '-infinity', known_to TIMESTAMP DEFAULT 'infinity', retracted BOOLEAN DEFAULT false,
    held_from_earliest DATE, held_from_latest DATE, held_until_earliest DATE, held_until_latest DATE
)
"""
CREATE_CODES = (
    "CREATE OR REPLACE TABLE scratch.search_codes (field VARCHAR, code VARCHAR, words VARCHAR)"
)
CREATE_FORMS = (
    "CREATE OR REPLACE TABLE draft.search_forms (spelled VARCHAR, term VARCHAR, is_part BOOLEAN)"
)
CARRY_FORMS = "INSERT INTO draft.search_forms FROM base.search_forms SEMI JOIN draft.search_words USING (spelled)"
NEW_WORDS = "SELECT spelled FROM draft.search_words ANTI JOIN draft.search_forms USING (spelled) ORDER BY spelled"
PAPERS, INDEX = (
    (SQL / f"{name}.sql").read_text("utf-8") for name in ("search_papers", "search_index")
)
WAS_KNOWN = "NOT retracted AND known_from < known_to"
UNSAID = {"source", "paragraph", "basis", "key"}
Form = tuple[str, str, bool]


def make_index(package: Package, draft: Draft) -> None:
    """Write the tables `search_...` of the draft anew; stems of words that the base has are taken over."""
    connection = draft.connection
    connection.execute(CREATE_TEXTS)
    _write_codes(package, connection)
    for table in package.facts:
        _statements(table, connection)
    connection.execute(PAPERS)
    connection.execute("SET VARIABLE function_words = $words", {"words": sorted(FUNCTION_WORDS)})
    connection.execute(INDEX)
    connection.execute(CREATE_FORMS)
    if "search_forms" in tables_in_base(draft):
        connection.execute(CARRY_FORMS)
    new = (word for (word,) in connection.execute(NEW_WORDS).fetchall())
    _insert(connection, "draft.search_forms", [form for word in new for form in forms(word)])


def forms(word: str) -> Iterator[Form]:
    """The stems by which a word is found, and whether only a part of it has that stem."""
    of_the_word = {stem(word)} if word[0].isdigit() else stems(word)
    of_parts = frozenset().union(*(stems(each) for each in parts(word)))
    for is_part, found in ((False, of_the_word), (True, of_parts - of_the_word)):
        yield from ((word, term, is_part) for term in sorted(found))


def _write_codes(package: Package, connection: DuckDBPyConnection) -> None:
    connection.execute(CREATE_CODES)
    rows = [
        (f"{table.name}.{field.name}", code, words)
        for table in package.tables.values()
        for field in table.fields
        for code, words in field.vocabulary.items()
    ]
    _insert(connection, "scratch.search_codes", rows)


def _insert(connection: DuckDBPyConnection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Append rows; one statement for all of them, because one for each takes minutes."""
    if rows:
        names = connection.table(table).columns
        connection.from_df(pd.DataFrame(rows, columns=names)).insert_into(table)


def _statements(table: Table, connection: DuckDBPyConnection) -> None:
    """Every statement that was ever known with the words that a reader sees of it."""
    words = ", ".join(_worded(table, each) for each in table.fields if each.name not in UNSAID)
    days = ", ".join(("known_from", "known_to", *DAYS))
    columns = f"'fact' AS kind, '{table.name}' AS fact_table, fact, region, {days}"
    said = f"FROM draft.{table.name} AS said SELECT {columns}, concat_ws(' ', {words}) AS content"
    connection.execute(f"INSERT INTO scratch.search_texts BY NAME {said} WHERE {WAS_KNOWN}")


def _worded(table: Table, field: Field) -> str:
    """The words of a cell as SQL: of a code, an organisation, a place its name; numbers and days as in German."""
    cell = f"said.{field.name}"
    if field.vocabulary:
        of_field = f"field = '{table.name}.{field.name}'"
        return f"(FROM scratch.search_codes SELECT words WHERE {of_field} AND code = {cell})"
    for reference in table.references:
        if reference.field == field.name and reference.table in {"organisations", "regions"}:
            return f"(FROM draft.{reference.table} SELECT name WHERE {reference.column} = {cell})"
    if field.semantics == "partial_date":
        day = f"strftime(TRY_CAST({cell} AS DATE), '%d.%m.%Y')"
        return f"array_to_string(regexp_extract_all({cell}, '[0-9]{{4}}'), ' '), {day}"
    if field.type in {"number", "integer"}:
        return f"replace(regexp_replace({cell}::VARCHAR, '[.]0$', ''), '.', ',')"
    return cell
