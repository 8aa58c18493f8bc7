"""The small world of the pages: places, documents (one of them at hand) and facts in every table, all invented."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import FIRST_LOAD, World, empty_world

RHEINE = """Die Stadt Rheine richtet 1,9 Stellen im Case Management ein, dazu kommen 1,6 Stellen.

Zum 1. Mai 2023 sind es 3,5 Stellen.

Der Kreis leitet die Zuwendung an die Stadt weiter.

Die Stadt zahlt 55.000 Euro je Stelle und Jahr.

Die Verwaltung will jedes Jahr berichten und bis 2022 ein Konzept vorlegen.

Neu zugewandert ist, wer nach 2016 kam; wer nur zu Besuch ist, zählt nicht.

Der Rat hat am 15. Juni 2021 zugestimmt; begonnen wurde im März 2022.

Die Lenkungsgruppe sitzt beim Kreis.

Ausgewertet wird vor Ort nichts.
"""
REGIONS = """
    ags      | name                | kind             | parent | lat  | lon | tile_x | tile_y
    05       | Nordrhein-Westfalen | land             |        | 51.5 | 7.5 |        |
    05158    | Kreis Mettmann      | district         | 05     | 51.2 | 6.9 | 0      | 2
    05158016 | Hilden              | municipality     | 05158  | 51.1 | 6.9 |        |
    05382    | Rhein-Sieg-Kreis    | district         | 05     | 50.8 | 7.2 | 1      | 3
    05382056 | Sankt Augustin      | municipality     | 05382  | 50.7 | 7.1 |        |
    05515    | Münster             | independent_city | 05     | 51.9 | 7.6 | 2      | 1
    05558    | Kreis Coesfeld      | district         | 05     | 51.9 | 7.3 | 1      | 1
    05566    | Kreis Steinfurt     | district         | 05     | 52.2 | 7.5 | 2      | 0
    05566012 | Emsdetten           | municipality     | 05566  | 52.1 | 7.5 |        |
    05566076 | Rheine              | municipality     | 05566  | 52.2 | 7.4 |        |
"""
ORGANISATIONS = """
    organisation    | name            | kind
    land-nrw        | Land NRW        | land
    kreis-steinfurt | Kreis Steinfurt | district
    stadt-rheine    | Stadt Rheine    | municipality
    caritas         | Caritasverband  | welfare_association
"""
READ = {"rheine-2022": hashlib.sha256(RHEINE.encode()).hexdigest()}
READ |= {"coesfeld-2023": "c" * 64, "land-2020": "d" * 64}
SOURCES = """
    source        | region   | body     | kind    | reference | date       | date_basis | title                 | url
    rheine-2022   | 05566076 | Rat      | minutes | 12/2022   | 2022-11-03 | stated     | Niederschrift Rheine  | https://example.org/rheine
    coesfeld-2023 | 05558    |          | memo    |           | 2023       | inferred   | Vermerk Coesfeld      |
    land-2020     | 05       |          | report  |           | 2020-05    | stated     | Bericht des Landes    |
    auszug-2021   | 05158    |          | web     |           | 2021       | stated     | Auszug                |
    ohne-datum    | 05382056 |          | web     |           |            |            | Seite ohne Datum      |
"""
FACTS = {
    "positions": """
    region   | module | function           | quantity | certainty | unit    | measure  | status      | employer     | area   | as_of      | source        | paragraph | anchor               | basis    | note
    05566076 | 2      | case_management    | 1.9      | exact     | posts   | total    | established | stadt-rheine |        | 2021-01-01 | rheine-2022   | 1         | richtet 1,9 Stellen  | stated   |
    05566076 | 2      | case_management    | 3.5      | exact     | posts   | total    | established | stadt-rheine |        | 2023-05-01 | rheine-2022   | 2         | 3,5 Stellen          | stated   |
    05566076 | 2      | case_management    | 1.6      | exact     | posts   | increase | established |              |        | 2022       | rheine-2022   | 1         | kommen 1,6 Stellen   | inferred | so gelesen
    05566076 | 2      | case_management    | 1        | exact     | posts   | increase | planned     |              |        | 2022       | rheine-2022   | 1         | dazu kommen          | stated   |
    05558    | 2      | case_management    | 6        | about     | persons | total    | filled      |              |        |            | coesfeld-2023 | 4         | sechs Menschen       | claimed  | laut Kreis
    05558    | 2      | case_management    | 1        | exact     | persons | total    | planned     |              | Süden  | 2022       | coesfeld-2023 | 5         | noch ein Mensch      | stated   |
    05558    | 2      | coordination       | 8        | exact     | posts   | total    | filled      |              |        | 2022       | coesfeld-2023 | 6         | acht Stellen         | stated   |
    05158    | 1      | coordination       | 2        | at_most   | posts   | total    | funded      |              |        |            | auszug-2021   |           | zwei Stellen         | stated   |
    05158    | 2      | case_management    | 9        | exact     | posts   | total    | filled      |              |        |            | auszug-2021   |           | neun Stellen         | stated   |
    05158016 | 3      | immigration_office |          | unknown   | posts   | total    | planned     |              |        |            | auszug-2021   |           | einige Stellen       | stated   |
    05382056 |        |                    | 0        | exact     | posts   | total    | filled      |              |        |            | ohne-datum    |           | keine Stelle         | stated   |
""",
    "indicators": """
    region   | indicator  | value | certainty | as_of      | source      | paragraph | anchor          | basis
    05566076 | population | 76218 | exact     | 2018-12-31 | land-2020   | 1         | in Rheine leben | stated
    05566076 | population | 77000 | exact     | 2022-12-31 | land-2020   | 2         | danach in Rheine | stated
    05566012 | population | 36000 | exact     | 2018-12-31 | land-2020   | 3         | in Emsdetten    | stated
""",
    "carriers": """
    region   | module | organisation    | role            | counterpart     | as_of | source      | paragraph | anchor                | basis
    05566076 | 2      | stadt-rheine    | receives_grant  | kreis-steinfurt | 2021  | rheine-2022 | 3         | leitet die Zuwendung  | stated
    05566    | 2      | kreis-steinfurt | passes_on_grant | stadt-rheine    | 2021  | rheine-2022 | 3         | an die Stadt weiter   | stated
    05566    | 2      | kreis-steinfurt | supervises      | stadt-rheine    |       | auszug-2021 |           | hat die Aufsicht      | claimed
    05158016 | 3      | caritas         | employs         |                 |       | auszug-2021 |           | bei der Caritas       | stated
""",
    "target_groups": """
    region   | module | label           | dimension        | inclusion     | countries  | as_of | source        | paragraph | anchor             | basis
    05566076 | 2      | Neuzugewanderte | arrival          | primary       |            |       | rheine-2022   | 6         | Neu zugewandert    | stated
    05566076 | 2      | Besuch          | arrival          | excluded      |            |       | rheine-2022   | 6         | wer nur zu Besuch  | stated
    05       |        | alle            | general          | also          |            |       | land-2020     | 3         | für alle           | stated
    05       |        | viele Länder    | origin           | primary       | A; B; C; D |       | land-2020     | 4         | aus vier Ländern   | stated
    05558    |        | Geduldete       | residence_status | counting_rule |            |       | coesfeld-2023 | 7         | Geduldete zählen   | stated
""",
    "evaluations": """
    region   | level | status  | evaluator    | subject  | ends | results  | as_of | source      | paragraph | anchor             | basis
    05       | land  | running | ein Institut | Programm | 2025 | none_yet |       | land-2020   | 5         | wird ausgewertet   | stated
    05566076 | local | none    |              |          |      |          |       | rheine-2022 | 9         | wird vor Ort nichts | stated
""",
    "funding": """
    region   | module | item     | amount_min | amount_max | unit              | payer           | recipient    | certainty | as_of | source        | paragraph | anchor          | basis
    05566076 | 2      | Personal | 55000      | 55000      | eur_per_post_year | kreis-steinfurt | stadt-rheine | exact     | 2022  | rheine-2022   | 4         | 55.000 Euro     | stated
    05       |        | Programm |            |            | eur               | land-nrw        |              | unknown   |       | land-2020     | 6         | ein Betrag      | stated
    05558    | 1      | Sachkosten | 7000     | 10000      | eur               |                 |              | about     |       | auszug-2021   |           | etwa so viel    | stated
""",
    "bodies": """
    region | body           | level     | host            | state  | as_of | source      | paragraph | anchor             | basis
    05566  | Lenkungsgruppe | strategic | kreis-steinfurt | exists |       | rheine-2022 | 8         | Die Lenkungsgruppe | stated
""",
    "instruments": """
    region | module | label         | kind   | purpose | state  | as_of | source        | paragraph | anchor        | basis
    05558  | 1      | Netzwerkkarte | method | Einblick | in_use |      | coesfeld-2023 | 8         | eine Karte    | stated
""",
    "decisions": """
    region   | body | subject   | kind    | date       | as_of | source      | paragraph | anchor            | basis
    05566076 | Rat  | Teilnahme | decided | 2021-06-15 |       | rheine-2022 | 7         | 15. Juni 2021     | stated
""",
    "milestones": """
    region   | module | date    | event     | state    | as_of | source        | paragraph | anchor         | basis
    05566076 | 2      | 2022-03 | Beginn    | done     |       | rheine-2022   | 7         | im März 2022   | stated
    05558    |        | 2090    | Abschluss | expected |       | coesfeld-2023 | 9         | zum Abschluss  | stated
    05158016 |        |         | Umzug     | done     |       | auszug-2021   |           | nach dem Umzug | stated
""",
    "commitments": """
    region   | made_by    | made_to | promise  | due  | recurrence | state | as_of | source        | paragraph | anchor         | basis
    05566076 | Verwaltung | Rat     | Bericht  |      | yearly     | open  |       | rheine-2022   | 5         | jedes Jahr berichten | stated
    05566076 | Verwaltung | Rat     | Konzept  | 2022 | once       | open  |       | rheine-2022   | 5         | bis 2022 ein Konzept | stated
    05558    | Kreis      |         | Besuch   |      | once       | kept  |       | coesfeld-2023 | 10        | kam zu Besuch  | stated
""",
    "open_questions": """
    region   | module | asked_by | question       | answer | state    | as_of | source        | paragraph | anchor        | basis
    05566076 |        | Fraktion | Was kostet es? |        | open     |       | auszug-2021   |           | Kosten        | claimed
    05558    |        |          | Wer fängt an?  | alle   | answered |       | coesfeld-2023 | 11        | alle          | stated
""",
    "objectives": """
    region | module | holder   | kind | label             | as_of | source        | paragraph | anchor       | basis
    05558  | 1      | Programm | goal | bessere Absprache |       | coesfeld-2023 | 12        | das Ziel     | stated
""",
    "assessments": """
    region   | module | speaker    | subject | assessment | as_of | source      | paragraph | anchor    | basis
    05566076 | 2      | Verwaltung | KIM     | hilft      |       | auszug-2021 |           | es hilft  | stated
""",
}


def written(text: str) -> list[Mapping[str, object]]:
    """Rows of a CSV file from a table of text."""
    heads, *lines = [
        [cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()
    ]
    return [dict(zip(heads, cells, strict=True)) for cells in lines]


def pages_world(folder: Path, at: datetime = FIRST_LOAD, **more: str) -> World:
    """The world with its first version, loaded `at` a time (UTC); `more`: further rows of a table, in its columns."""
    world = empty_world(folder)
    world.write_document("rheine-2022", RHEINE)
    world.write("regions", *written(REGIONS))
    world.write("organisations", *written(ORGANISATIONS))
    sources = written(SOURCES)
    world.write(
        "sources", *({**row, "text_sha256": READ.get(str(row["source"]))} for row in sources)
    )
    for name, text in FACTS.items():
        world.write(name, *written(text.rstrip() + more.get(name, "")))
    report = world.build(at)
    assert list(map(str, report.findings)) == []
    return world


def names_of_facts(world: World) -> dict[str, str]:
    """What a fact's key stands for: its table and its anchor."""
    names = {}
    for table in world.package.facts:
        cursor = world.store.current().cursor()
        for fact, anchor in cursor.table(table.name).project("fact, anchor").fetchall():
            names[f"{table.name}:{fact:016x}"] = f"{table.name} {anchor}"
    return names


@pytest.fixture(scope="session")
def pages_store(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world of the pages, built once."""
    return pages_world(tmp_path_factory.mktemp("pages"))
