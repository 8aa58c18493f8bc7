"""Each kind of finding comes out of a real faulty file: kind, file, line, column and cell."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from etl.pipeline.stage import MOST_FINDINGS_PER_FILE
from kim.findings import Finding, FindingKind
from kim.tables import package
from tests.conftest import World
from tests.etl.reading.cases import KINDS
from tests.etl.test_load_for_machines import NOT_RECEIVED
from tests.etl.test_uploads import KINDS_OF_UPLOADS
from tests.rows import FACTS, MUSTER_TEXT, ORGANISATIONS, POSITION

HEADING = "region,module,date,event,state,as_of,source,paragraph,anchor,basis,note,key"
SOUND = "05566,2,2022-03,Beginn,done,,vermerk-2023,1,seit März 2022,stated,,"
FILE = "milestones.csv"
COLUMNS = HEADING.replace(",", ", ")
MODULES = ", ".join(package().vocabularies["module"])
POSITIONS = package().tables["positions"]
POSITION_KEY = ", ".join(POSITIONS.field(name).title for name in POSITIONS.identity)
SLUG = package().tables["organisations"].field("organisation").description
TWIN = {"organisation": "caritas-nrw", "name": "CARITASVERBAND", "kind": "other"}
UMLAUT = {"organisation": "träger", "name": "Träger", "kind": "other"}
CHANGED_TEXT = MUSTER_TEXT + "\nNachtrag.\n"
CHANGED_DIGEST = hashlib.sha256(CHANGED_TEXT.encode()).hexdigest()

Break = Callable[[World], object]
Case = tuple[str, Break, list[Finding]]


def milestones(*lines: str, encoding: str = "utf-8") -> Break:
    text = "".join(line + "\n" for line in lines)
    return lambda world: world.write_text("milestones", text, encoding)


def milestone(**cells: str) -> Break:
    """A sound row in line 2 and one with other cells in line 3."""
    names = HEADING.split(",")
    sound = dict(zip(names, SOUND.split(","), strict=True)) | {"event": "Ende"} | cells
    return milestones(HEADING, SOUND, ",".join(sound[name] for name in names))


def rows(table: str, *changes: dict[str, Any]) -> Break:
    """The first row of the tiny world's table, once with each change."""
    return lambda world: world.write(table, *({**FACTS[table][0], **each} for each in changes))


def german_position(quantity: str) -> Break:
    def broken(world: World) -> None:
        def change(resource: dict[str, Any]) -> None:
            quantity_field = resource["schema"]["fields"][3]
            assert quantity_field["name"] == "quantity"
            quantity_field["decimalChar"] = ","
            resource["dialect"] = {"delimiter": ";"}

        world.declare("positions", change)
        world.write("positions", POSITION | {"quantity": quantity})

    return broken


def too_many(world: World) -> None:
    """One more fault than a file's report shows."""
    lines = (f"o-{number},Name,unbekannt" for number in range(MOST_FINDINGS_PER_FILE + 1))
    world.write_text("organisations", "\n".join(["organisation,name,kind", *lines]))
    for name in ("positions", "funding"):
        world.write(name)


def unknown_kinds() -> list[Finding]:
    kinds = ", ".join(package().vocabularies["organisation_kind"])
    lines = range(2, MOST_FINDINGS_PER_FILE + 2)
    file = "organisations.csv"
    return [Finding("vocabulary", file, line, "kind", "unbekannt", kinds) for line in lines]


def found(
    kind: str, line: int | None, column: str = "", value: str = "", expected: str = ""
) -> Finding:
    return Finding(kind, FILE, line, column, value, expected)


CASES: list[Case] = [
    ("file_missing", lambda w: (w.data / FILE).unlink(), [found("file_missing", None)]),
    ("file_empty", milestones(), [found("file_empty", None)]),
    (
        "encoding",
        milestones(HEADING, SOUND, encoding="cp1252"),
        [found("encoding", 2, expected="UTF-8")],
    ),
    (
        "delimiter",
        milestones(HEADING.replace(",", ";"), SOUND.replace(",", ";")),
        [found("delimiter", 1, expected=",")],
    ),
    (
        "misquoted",
        rows("positions", {"quantity": 2.9}),
        [Finding("misquoted", "positions.csv", 2, "quantity", "2.9", "richtet 1,9 Stellen")],
    ),
    (
        "certainty_unknown",
        rows("positions", {"quantity": None}),
        [Finding("certainty_unknown", "positions.csv", 2, "certainty", "exact")],
    ),
    (
        "certainty_known",
        rows("positions", {"certainty": "unknown"}),
        [Finding("certainty_known", "positions.csv", 2, "certainty", "unknown")],
    ),
    (
        "column_missing",
        milestones(HEADING.replace("event,", ""), SOUND.replace("Beginn,", "")),
        [found("column_missing", 1, "event")],
    ),
    (
        "column_unknown",
        milestones(HEADING + ",farbe", SOUND + ",blau"),
        [found("column_unknown", 1, "farbe", "farbe", COLUMNS)],
    ),
    (
        "column_twice",
        milestones(HEADING + ",note", SOUND + ","),
        [found("column_twice", 1, "note", "note")],
    ),
    (
        "cells_missing",
        milestones(HEADING, SOUND, "05566,2", SOUND.replace("Beginn", "Ende")),
        [found("cells_missing", 3, expected="12")],
    ),
    (
        "cells_surplus",
        milestones(HEADING, SOUND, SOUND.replace("Beginn", "Ende") + ",,zu,viel"),
        [found("cells_surplus", 3, expected="12")],
    ),
    (
        "quote_open",
        milestones(HEADING, SOUND, SOUND.replace("Beginn", '"Ende')),
        [found("quote_open", 3, expected="12")],
    ),
    (
        "line_unreadable",
        milestones(HEADING, SOUND + "x" * 3_000_000, SOUND.replace("Beginn", "Ende")),
        [found("line_unreadable", 2, expected="12")],
    ),
    ("required", milestone(event=" "), [found("required", 3, "event", expected="Ereignis")]),
    (
        "required_when",
        milestone(basis="inferred"),
        [found("required_when", 3, "note", "", "„Grundlage“ ist „von uns erschlossen“")],
    ),
    (
        "number",
        rows("positions", {"quantity": "1,9"}),
        [Finding("number", "positions.csv", 2, "quantity", "1,9", "1.9")],
    ),
    (
        "number_ambiguous",
        german_position("1.900"),
        [
            Finding(
                "number_ambiguous",
                "positions.csv",
                2,
                "quantity",
                "1.900",
                "eine Zahl in Tausend oder eine mit Nachkommastellen",
            )
        ],
    ),
    ("integer", milestone(paragraph="1.5"), [found("integer", 3, "paragraph", "1.5")]),
    ("minimum", milestone(paragraph="0"), [found("minimum", 3, "paragraph", "0", "1")]),
    (
        "maximum",
        rows("target_groups", {}, {"age_over": 121, "label": "Alte"}),
        [Finding("maximum", "target_groups.csv", 3, "age_over", "121", "120")],
    ),
    (
        "partial_date",
        milestone(date="2023-02-29"),
        [
            found(
                "partial_date",
                3,
                "date",
                "2023-02-29",
                "2022, 2022-11, 2022-11-01, 2023-41 (2. Halbjahr) oder 2021/2022",
            )
        ],
    ),
    (
        "ags",
        milestone(region="5566"),
        [found("ags", 3, "region", "5566")],
    ),
    (
        "ags_form",
        milestone(region="05566000"),
        [found("ags_form", 3, "region", "05566000")],
    ),
    (
        "pattern",
        lambda w: w.write("organisations", *ORGANISATIONS, UMLAUT),
        [Finding("pattern", "organisations.csv", 5, "organisation", "träger", SLUG)],
    ),
    (
        "vocabulary",
        milestone(module="4"),
        [found("vocabulary", 3, "module", "4", MODULES)],
    ),
    (
        "reference",
        milestone(source="nie-gesehen"),
        [found("reference", 3, "source", "nie-gesehen", "sources.csv")],
    ),
    (
        "order",
        rows("funding", {"amount_min": 7000, "amount_max": 500}),
        [Finding("order", "funding.csv", 2, "amount_max", "500", "Betrag ab")],
    ),
    (
        "anchor_long",
        milestone(anchor="eins zwei drei vier fünf sechs sieben"),
        [found("anchor_long", 3, "anchor", "eins zwei drei vier fünf sechs sieben")],
    ),
    (
        "duplicate",
        rows("positions", {}, {"quantity": 2.5}),
        [
            Finding(
                "duplicate", "positions.csv", 2, expected=f"{POSITION_KEY}; so auch in Zeile 3"
            ),
            Finding(
                "duplicate", "positions.csv", 3, expected=f"{POSITION_KEY}; so auch in Zeile 2"
            ),
        ],
    ),
    (
        "twin",
        lambda w: w.write("organisations", *ORGANISATIONS, TWIN),
        [
            Finding("twin", "organisations.csv", 4, "name", "Caritasverband", "caritas-nrw"),
            Finding("twin", "organisations.csv", 5, "name", "CARITASVERBAND", "caritas"),
        ],
    ),
    (
        "paragraph_missing",
        rows("positions", {}, {"paragraph": 9}),
        [Finding("paragraph_missing", "positions.csv", 3, "paragraph", "9", "3")],
    ),
    (
        "paragraph_unnamed",
        rows("positions", {}, {"status": "filled", "paragraph": ""}),
        [Finding("paragraph_unnamed", "positions.csv", 3, "paragraph", "", "3")],
    ),
    (
        "contradicted",
        rows("positions", {}, {"status": "filled", "anchor": "viele Stellen"}),
        [
            Finding(
                "contradicted",
                "positions.csv",
                3,
                "anchor",
                "viele Stellen",
                "Absatz 1 von muster-2022",
            )
        ],
    ),
    (
        "text_changed",
        lambda w: w.write_document("muster-2022", CHANGED_TEXT),
        [Finding("text_changed", "muster-2022.txt", expected=CHANGED_DIGEST)],
    ),
    (
        "document_unknown",
        lambda w: w.write_document("fremd", "Ein Text ohne Quelle."),
        [Finding("document_unknown", "fremd.txt", value="fremd")],
    ),
    (
        "too_many",
        too_many,
        [Finding("too_many", "organisations.csv", expected="10000"), *unknown_kinds()],
    ),
]


def test_every_kind_has_a_case() -> None:
    """Here, among the files only the tolerant reader can judge, or at the uploads."""
    of_rows = [kind for kind, _, _ in CASES]
    assert {*of_rows, *KINDS, *KINDS_OF_UPLOADS, *NOT_RECEIVED} == set(FindingKind)


@pytest.mark.parametrize(("kind", "break_it", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_faulty_file_is_found(
    world: World, kind: str, break_it: Break, expected: list[Finding]
) -> None:
    break_it(world)
    report = world.build()
    assert report.findings == expected
    assert kind in {finding.kind for finding in report.findings}
    assert world.store.number() == 0


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_wording_that_formats(kind: FindingKind) -> None:
    finding = Finding(kind, "datei.csv", 3, "spalte", "w" * 80, "das Erwartete")
    assert "{" not in str(finding)
    assert str(finding).startswith("datei.csv, Zeile 3, Spalte „spalte“: ")
    assert finding.sentence.endswith(".")
