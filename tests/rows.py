"""A few invented rows for every table, and the text that proves some of them."""

import hashlib
from collections.abc import Mapping

Row = Mapping[str, object]

MUSTER_TEXT = """Der Kreis Steinfurt richtet 1,9 Stellen
im Case Management ein.

Zum 1. Mai sind davon 3,5 Stellen besetzt.

Die Stadt Rheine stellt die Arbeitsplätze.
"""
MUSTER_DIGEST = hashlib.sha256(MUSTER_TEXT.encode()).hexdigest()

REGIONS: list[Row] = [
    {"ags": "05", "name": "Nordrhein-Westfalen", "kind": "land", "lat": 51.5, "lon": 7.5},
    {"ags": "05566", "name": "Kreis Steinfurt", "kind": "district", "parent": "05"}
    | {"lat": 52.2, "lon": 7.5, "tile_x": 2, "tile_y": 0},
    {"ags": "05558", "name": "Kreis Coesfeld", "kind": "district", "parent": "05"}
    | {"lat": 51.9, "lon": 7.3, "tile_x": 1, "tile_y": 1},
    {"ags": "05515", "name": "Münster", "kind": "independent_city", "parent": "05"}
    | {"lat": 51.96, "lon": 7.63, "tile_x": 2, "tile_y": 1},
    {"ags": "05566076", "name": "Rheine", "kind": "municipality", "parent": "05566"}
    | {"lat": 52.28, "lon": 7.44},
]
ORGANISATIONS: list[Row] = [
    {"organisation": "kreis-steinfurt", "name": "Kreis Steinfurt", "kind": "district"},
    {"organisation": "stadt-rheine", "name": "Stadt Rheine", "kind": "municipality"},
    {"organisation": "caritas", "name": "Caritasverband", "kind": "welfare_association"},
]
SOURCES: list[Row] = [
    {"source": "muster-2022", "region": "05566", "body": "Sozialausschuss", "kind": "minutes"}
    | {"date": "2022-11-03", "date_basis": "stated", "title": "Niederschrift Sozialausschuss"}
    | {"url": "https://example.org/muster-2022", "text_sha256": MUSTER_DIGEST},
    {"source": "vermerk-2023", "region": "05566", "kind": "memo", "date": "2023"}
    | {"date_basis": "inferred", "title": "Vermerk zum Stand"},
    {"source": "web-undatiert", "region": "05515", "kind": "web", "title": "Seite ohne Datum"},
]
PROVEN: Row = {"region": "05566", "source": "muster-2022", "paragraph": 1, "basis": "stated"}
POSITION: Row = PROVEN | {
    "module": "2",
    "function": "case_management",
    "quantity": 1.9,
    "certainty": "exact",
    "unit": "posts",
    "measure": "total",
    "status": "established",
    "employer": "kreis-steinfurt",
    "anchor": "richtet 1,9 Stellen",
}
FACTS: dict[str, list[Row]] = {
    "positions": [
        POSITION,
        POSITION
        | {"status": "filled", "quantity": 3.5, "paragraph": 2, "anchor": "3,5 Stellen besetzt"}
        | {"as_of": "2023-05-01", "workplace": "stadt-rheine"},
        POSITION
        | {"region": "05558", "module": "1", "function": "coordination", "source": "vermerk-2023"}
        | {"quantity": None, "certainty": "unknown", "anchor": "Stellen in Coesfeld"},
        POSITION
        | {"region": "05515", "status": "planned", "unit": "persons", "quantity": 0}
        | {"source": "web-undatiert", "paragraph": None, "employer": None, "anchor": "niemand"},
    ],
    "indicators": [
        PROVEN
        | {"region": region, "indicator": "population", "value": value, "certainty": "exact"}
        | {"as_of": "2022-12-31", "source": "vermerk-2023", "anchor": "Einwohnerzahl"}
        for region, value in [("05566", 455_000), ("05558", 223_000), ("05515", 318_000)]
    ],
    "carriers": [
        PROVEN
        | {"module": "2", "organisation": "stadt-rheine", "role": "provides_workplace"}
        | {"counterpart": "kreis-steinfurt", "paragraph": 3, "anchor": "stellt die Arbeitsplätze"},
        PROVEN
        | {"region": "05558", "module": "2", "organisation": "caritas", "role": "employs"}
        | {"source": "vermerk-2023", "anchor": "beim Caritasverband"},
    ],
    "target_groups": [
        PROVEN
        | {"module": "2", "label": "Neuzugewanderte", "dimension": "arrival"}
        | {"inclusion": "primary", "source": "vermerk-2023", "anchor": "neu zugewandert"},
        PROVEN
        | {"module": "2", "label": "Erwachsene", "dimension": "age", "inclusion": "also"}
        | {"age_over": 18, "source": "vermerk-2023", "anchor": "ab 18 Jahren"},
    ],
    "evaluations": [
        PROVEN
        | {"region": "05", "level": "land", "status": "running", "evaluator": "ein Institut"}
        | {"subject": "das Programm", "ends": "2025", "results": "none_yet"}
        | {"source": "vermerk-2023", "anchor": "wird begleitet"},
    ],
    "funding": [
        PROVEN
        | {"module": "2", "item": "Personalkosten", "amount_min": 50_000, "amount_max": 60_000}
        | {"unit": "eur_per_post_year", "payer": "kreis-steinfurt", "recipient": "caritas"}
        | {"certainty": "about", "source": "vermerk-2023", "anchor": "rund 50.000 Euro"},
    ],
    "bodies": [
        PROVEN
        | {"body": "Lenkungsgruppe", "level": "strategic", "host": "kreis-steinfurt"}
        | {"state": "exists", "source": "vermerk-2023", "anchor": "die Lenkungsgruppe"},
    ],
    "instruments": [
        PROVEN
        | {"module": "1", "label": "Netzwerkkarte", "kind": "method", "state": "in_use"}
        | {"source": "vermerk-2023", "anchor": "eine Netzwerkkarte"},
    ],
    "decisions": [
        PROVEN
        | {"body": "Kreistag", "subject": "Teilnahme", "kind": "decided", "date": "2021-06-15"}
        | {"source": "vermerk-2023", "anchor": "beschlossen"},
    ],
    "milestones": [
        PROVEN
        | {"module": "2", "date": "2022-03", "event": "Beginn", "state": "done"}
        | {"source": "vermerk-2023", "anchor": "seit März 2022"},
    ],
    "commitments": [
        PROVEN
        | {"made_by": "Verwaltung", "made_to": "Sozialausschuss", "promise": "jährlicher Bericht"}
        | {"due": "2024", "recurrence": "yearly", "state": "open"}
        | {"source": "vermerk-2023", "anchor": "jährlich berichten"},
    ],
    "open_questions": [
        PROVEN
        | {"module": "2", "question": "Wie geht es nach 2025 weiter?", "state": "open"}
        | {"source": "vermerk-2023", "anchor": "noch offen"},
    ],
    "objectives": [
        PROVEN
        | {"module": "1", "holder": "Programm", "kind": "goal", "label": "bessere Abstimmung"}
        | {"source": "vermerk-2023", "anchor": "besser abgestimmt"},
    ],
    "assessments": [
        PROVEN
        | {"module": "2", "speaker": "Verwaltung", "subject": "Case Management"}
        | {"assessment": "bewährt sich", "source": "vermerk-2023", "anchor": "bewährt"},
    ],
}
