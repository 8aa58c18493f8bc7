"""The as-of answer on invented statements, by intervals and by a window: `python -m bench.as_of`."""

import argparse
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb

from bench.measures import keep, median
from kim.beside_a_version import make_views_and_macros
from kim.queries import FOLDER

SIZES = (1_000_000, 10_000_000)
REPEATS = 9
# Every fact is stated three times, a load apart; a statement is known until the next one of its fact.
POSITIONS = """
CREATE TABLE positions AS
WITH statements AS (
    SELECT number % 3 AS load, number // 3 AS fact, hash(number // 3) AS chance
    FROM range($statements::BIGINT) AS numbers(number)
)
SELECT
    fact::UBIGINT AS fact,
    (SELECT list(ags ORDER BY ags) FROM regions)[(1 + chance % 450)::INTEGER] AS region,
    (1 + chance // 450 % 3)::VARCHAR AS module,
    ['coordination', 'case_management'][(1 + chance // 1350 % 2)::INTEGER] AS function,
    (chance // 2700 % 400 + load) / 10 AS quantity,
    'exact' AS certainty, 'posts' AS unit, 'total' AS measure,
    ['planned', 'funded', 'established', 'filled'][(1 + chance // 1080000 % 4)::INTEGER] AS status,
    'traeger-' || chance // 4320000 % 80 AS employer, NULL::VARCHAR AS workplace,
    NULL::VARCHAR AS area, '2024' AS as_of, 'quelle-' || fact % 2000 AS source,
    1 AS paragraph, 'wurden vier Stellen' AS anchor, 'stated' AS basis, NULL::VARCHAR AS note,
    (1 + load)::INTEGER AS load, load = 2 AND fact % 50 = 0 AS retracted,
    TIMESTAMP '2024-01-01' + to_months(load::INTEGER) AS known_from,
    CASE load
        WHEN 2 THEN TIMESTAMP 'infinity'
        ELSE TIMESTAMP '2024-01-01' + to_months(load::INTEGER + 1)
    END AS known_to,
    DATE '2018-01-01' + (chance // 345600000 % 3000)::INTEGER AS held_from_earliest,
    held_from_earliest + [0, 30, 364][(1 + chance // 1036800000000 % 3)::INTEGER] AS held_from_latest,
    CASE WHEN fact % 10 = 0 THEN held_from_latest + 365 ELSE DATE 'infinity' END AS held_until_earliest,
    CASE WHEN fact % 10 = 0 THEN held_from_latest + 729 ELSE DATE 'infinity' END AS held_until_latest,
    'unproven' AS proof
FROM statements
ORDER BY region, held_from_earliest, fact, load
"""
REFERENCES = """
CREATE TABLE regions AS
SELECT printf('05%03d', number) AS ags, 'Ort ' || number AS name FROM range(450) AS numbers(number);
CREATE TABLE sources AS
SELECT 'quelle-' || number AS source, 'Niederschrift ' || number AS title, '2024' AS date,
    'minutes' AS kind, NULL::VARCHAR AS text_sha256
FROM range(2000) AS numbers(number);
CREATE TABLE loads AS SELECT load, 'data' AS kind FROM range(1, 4) AS numbers(load);
CREATE TABLE organisations AS
SELECT 'traeger-' || number AS organisation, 'Träger ' || number AS name
FROM range(80) AS numbers(number);
"""
BY_WINDOW = """
CREATE OR REPLACE MACRO kim.as_of(fact_table, held_on, known_before) AS TABLE
SELECT
    * REPLACE (
        nullif(held_until_earliest, DATE 'infinity') AS held_until_earliest,
        nullif(held_until_latest, DATE 'infinity') AS held_until_latest
    ),
    held_on IS NULL OR held_on::DATE BETWEEN held_from_latest AND held_until_earliest AS is_certain
FROM (
    FROM query_table('kim.' || fact_table)
    WHERE known_from < coalesce(known_before::TIMESTAMP, TIMESTAMP 'infinity')
    QUALIFY row_number() OVER (PARTITION BY fact ORDER BY load DESC) = 1
)
WHERE NOT retracted AND (
    held_on IS NULL OR held_on::DATE BETWEEN held_from_earliest AND held_until_latest
)
"""
AS_OF = (FOLDER.parent / "as_of.sql").read_text("utf-8")
METHODS = {"intervals": AS_OF, "window": BY_WINDOW}
TOTALS = """
SELECT region, status, is_certain, count(*), round(sum(quantity), 1) FROM kim.as_of('positions', $held_on::DATE, $known_on::TIMESTAMP)
GROUP BY ALL ORDER BY ALL
"""
QUESTIONS = {
    "totals of all": TOTALS,
    "Stellen, 7 places": (FOLDER / "positions.sql").read_text("utf-8"),
}
ASKED: dict[str, Any] = {
    "held_on": "2024-06-30",
    "known_on": "2024-02-15 23:00:00",
    "regions": ["05003", "05060", "05121", "05200", "05260", "05333", "05404"],
    "modules": ["1", "2", "3", ""],
    "unit": "posts",
}


def measure(statements: int) -> dict[str, dict[str, float]]:
    """Milliseconds (p50, one thread) of each question by both methods, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(Path(folder) / "as-of.duckdb")
        connection.execute(REFERENCES)
        connection.execute(POSITIONS, {"statements": statements // 3 * 3})
        connection.execute("CHECKPOINT")
        connection.execute("SET threads = 1")
        make_views_and_macros(connection)
        found = {name: _compare(connection, sql) for name, sql in QUESTIONS.items()}
        connection.close()
    return found


def _compare(connection: duckdb.DuckDBPyConnection, question: str) -> dict[str, float]:
    asked = {name: value for name, value in ASKED.items() if f"${name}" in question}
    taken: dict[str, list[float]] = {name: [] for name in METHODS}
    for number in range(REPEATS + 1):
        answers = {}
        for name, macro in METHODS.items():
            connection.execute(macro)
            started = time.perf_counter()
            answers[name] = connection.execute(question, asked).fetchall()
            if number:  # the first of each warms up
                taken[name].append(1000 * (time.perf_counter() - started))
        if answers["intervals"] != answers["window"]:
            raise AssertionError("the two methods differ")
        if not answers["intervals"]:
            raise AssertionError("no row answers")
    found = {name: median(times) for name, times in taken.items()}
    return {**found, "ratio": found["intervals"] / found["window"]}


def run(sizes: list[int]) -> dict[str, dict[str, dict[str, float]]]:
    """Measure every size and keep the numbers."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for size in sizes:
        found[str(size)] = measure(size)
        for name, times in found[str(size)].items():
            print(
                f"{size:>10,} statements  {name:<17} {times['intervals']:7.1f} ms by intervals,"
                f" {times['window']:7.1f} ms by window, ratio {times['ratio']:.3f}",
                flush=True,
            )
    keep("as_of", found)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.as_of", description=__doc__)
    parser.add_argument("--statements", type=int, nargs="*", default=list(SIZES))
    run(parser.parse_args().statements)


if __name__ == "__main__":
    main()
