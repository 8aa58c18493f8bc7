"""Carriers: who stands in which cell of the matrix, and which arrow leads from whom to whom."""

import pandas as pd

from kim.tables import package
from tests.spec.reading import hovers, key, legend, plain, points, says, table
from ui.figures import carriers, flow
from ui.figures.matrix import Matrix

PLACES = (("05566", "Kreis Steinfurt"), ("05566076", "Rheine"), ("05558", "Kreis Coesfeld"))
SAME = {
    "place": "Kreis Steinfurt",
    "region": "05566",
    "module": None,
    "organisation": "kreis",
    "organisation_name": "Kreis Steinfurt",
    "organisation_kind": "district",
    "role": "receives_grant",
    "counterpart_name": None,
    "area": None,
    "held_from": None,
    "basis": "stated",
    "note": None,
    "is_read_from_text": True,
}


def cells(matrix: Matrix) -> list[str]:
    """Every entry: place, column, role, organisation, details, fact."""
    return [
        f"{row.head} / {head} / "
        + " / ".join(
            part for part in (entry.heading, entry.sign, entry.words, entry.detail) if part
        )
        + key(entry.fact)
        for row in matrix.rows
        for head, cell in zip(matrix.heads, row.cells, strict=True)
        for entry in cell
    ]


def test_matrix_has_the_places_in_their_order_and_the_roles_by_what_flows() -> None:
    matrix = carriers.by_role(table("fact\n1", **SAME), PLACES)

    assert matrix.corner == "Ort"
    assert matrix.heads == ("Geld", "Auftrag", "Personal", "Aufsicht und Sitz")
    assert [row.head for row in matrix.rows] == ["Kreis Steinfurt", "Rheine", "Kreis Coesfeld"]
    assert [row.is_silent for row in matrix.rows] == [False, False, True]


def test_every_role_stands_in_the_column_of_its_flow() -> None:
    rows = """
        fact | role               | organisation_name
        1    | receives_grant     | A
        2    | passes_on_grant    | B
        3    | commissions        | C
        4    | carries_out        | D
        5    | employs            | E
        6    | provides_workplace | F
        7    | supervises         | G
        8    | hosts              | H
    """
    says(
        cells(carriers.by_role(table(rows, **SAME), PLACES[:1])),
        """
        Kreis Steinfurt / Geld / empfängt die Zuwendung / A -> carriers 1
        Kreis Steinfurt / Geld / leitet die Zuwendung weiter / B -> carriers 2
        Kreis Steinfurt / Auftrag / beauftragt / C -> carriers 3
        Kreis Steinfurt / Auftrag / führt durch / D -> carriers 4
        Kreis Steinfurt / Personal / stellt an / E -> carriers 5
        Kreis Steinfurt / Personal / stellt den Arbeitsplatz / F -> carriers 6
        Kreis Steinfurt / Aufsicht und Sitz / hat die Fachaufsicht / G -> carriers 7
        Kreis Steinfurt / Aufsicht und Sitz / ist Sitz / H -> carriers 8
        """,
    )


def test_a_cell_says_towards_whom_for_which_module_and_area_since_when_and_who_claims_it() -> None:
    rows = """
        fact | role            | counterpart_name | module | area   | held_from  | basis    | is_read_from_text
        1    | receives_grant  | Land NRW         | 1      |        | 2021-05-01 | stated   | ja
        2    | receives_grant  | Land NRW         |        | Norden |            | claimed  | ja
        3    | passes_on_grant | Stadt Rheine     | 2      | Süden  | 2022-01-01 | inferred | ja
        4    | passes_on_grant | Stadt Rheine     |        |        |            | stated   | nein
    """
    says(
        cells(carriers.by_role(table(rows, **SAME), PLACES[:1])),
        """
        Kreis Steinfurt / Geld / empfängt die Zuwendung / Kreis Steinfurt / ← von Land NRW · Baustein 1 · 2021 -> carriers 1
        Kreis Steinfurt / Geld / (Kreis Steinfurt) / ← von Land NRW · Norden · behauptet, nicht bestätigt -> carriers 2
        Kreis Steinfurt / Geld / leitet die Zuwendung weiter / Kreis Steinfurt / → Stadt Rheine · Baustein 2 · Süden · 2022 · von uns erschlossen -> carriers 3
        Kreis Steinfurt / Geld / (Kreis Steinfurt) / → Stadt Rheine -> carriers 4
        """,
    )


def test_a_town_of_which_nothing_is_known_points_to_its_district_where_that_knows_something() -> (
    None
):
    rows = """
        fact | role           | region   | place
        1    | receives_grant | 05566    | Kreis Steinfurt
        2    | employs        | 05566076 | Rheine
    """
    says(
        cells(carriers.by_role(table(rows, **SAME), PLACES)),
        """
        Kreis Steinfurt / Geld / empfängt die Zuwendung / Kreis Steinfurt -> carriers 1
        Kreis Steinfurt / Geld / leitet die Zuwendung weiter / nicht genannt
        Kreis Steinfurt / Personal / genannt in der Angabe zu Rheine -> carriers 2
        Rheine / Geld / hier nichts bekannt; siehe Kreis Steinfurt
        Rheine / Personal / stellt an / Kreis Steinfurt -> carriers 2
        Rheine / Personal / stellt den Arbeitsplatz / nicht genannt
        """,
    )


def test_a_town_has_what_its_district_says_towards_it() -> None:
    rows = """
        fact | role            | counterpart_name
        1    | receives_grant  | Land NRW
        2    | passes_on_grant | Stadt Rheine
        3    | passes_on_grant | Stadt Greven
        4    | supervises      | Stadt Greven
    """
    says(
        [
            each
            for each in cells(carriers.by_role(table(rows, **SAME), PLACES))
            if "Rheine /" in each
        ],
        """
        Rheine / Geld / leitet die Zuwendung weiter / Kreis Steinfurt / → Stadt Rheine · genannt in der Angabe zu Kreis Steinfurt -> carriers 2
        Rheine / Aufsicht und Sitz / hier nichts bekannt; siehe Kreis Steinfurt
        """,
    )


def test_a_town_without_its_district_on_the_page_points_nowhere() -> None:
    matrix = carriers.by_role(table("fact\n1", **SAME), (("05566076", "Rheine"),))

    assert cells(matrix) == []
    assert matrix.rows[0].is_silent


ROLES = """
    fact | organisation | organisation_name | organisation_kind   | role            | counterpart_name | module | area   | held_from  | basis   | is_read_from_text | note
    1    | awo          | AWO               | welfare_association | employs         |                  | 2      |        | 2022-01-01 | stated  | ja                |
    2    | kreis        | Kreis Steinfurt   | district            | passes_on_grant | AWO              | 2      | Norden |            | stated  | nein              | neu
    3    | kreis        | Kreis Steinfurt   | district            | receives_grant  |                  | 1      |        | 2021-01-01 | claimed | ja                |
    4    | land         | Land NRW          | land                | commissions     | Kreis Steinfurt  |        |        | 2021-01-01 | stated  | ja                |
    5    | stadt        | Stadt Rheine      | municipality        | hosts           |                  |        | Süden  |            | stated  | ja                |
    6    | andere       | Bezirksregierung  | other               | supervises      |                  |        |        |            | stated  | ja                |
    7    | awo          | AWO               | welfare_association | passes_on_grant |                  |        |        |            | stated  | ja                |
"""


def drawn(figure: object) -> list[str]:
    """Boxes, heads of arrows and words from top to bottom."""
    found = []
    for each in points(figure):  # type: ignore[arg-type]
        if each["mode"] == "lines":
            continue
        look = f"{each['symbol'] or each['kind']} {each['fill'] or each['colour']}"
        found.append((-round(each["y"] / 20), each["trace"].get("textposition", ""), look, each))
    ordered = sorted(found, key=lambda each: (each[3]["y"], each[3]["x"], str(each[2])))
    return [f"{look} {each['text']}{each['key']}" for _, _, look, each in ordered]


def test_arrows_lead_from_the_organisation_to_its_counterpart_the_land_first_and_money_first() -> (
    None
):
    says(
        drawn(flow.flow(table(ROLES, **SAME))),
        """
        scatter #1a1a1a **Aussagen zu: Kreis Steinfurt**
        scatter #0072b2 beauftragt -> carriers 4
        bar #e3eef7 **Land NRW**
        bar #e3eef7 **Kreis Steinfurt** -> carriers 4
        circle #0072b2 -> carriers 4
        arrow-right #0072b2 -> carriers 4
        scatter #0072b2 2021 -> carriers 4
        scatter #9a5b00 (empfängt die Zuwendung) -> carriers 3
        bar #ffffff **Geldgeber nicht genannt** Baustein 1 -> carriers 3
        arrow-left white -> carriers 3
        circle white -> carriers 3
        scatter #9a5b00 2021 behauptet -> carriers 3
        bar #e3eef7 **Kreis Steinfurt**
        bar #e3eef7 **AWO** Baustein 2 Norden -> carriers 2
        scatter #9a5b00 (leitet die Zuwendung weiter) -> carriers 2
        circle white -> carriers 2
        arrow-right white -> carriers 2
        scatter #9a5b00 -> carriers 2
        scatter #7a3b78 ist Sitz -> carriers 5
        bar #e3eef7 **Stadt Rheine**
        bar #ffffff **Süden** -> carriers 5
        circle #7a3b78 -> carriers 5
        arrow-right #7a3b78 -> carriers 5
        scatter #7a3b78 -> carriers 5
        bar #ffffff **Empfänger nicht genannt** -> carriers 7
        scatter #9a5b00 leitet die Zuwendung weiter -> carriers 7
        circle #9a5b00 -> carriers 7
        arrow-right #9a5b00 -> carriers 7
        scatter #9a5b00 -> carriers 7
        bar #e3eef7 **AWO**
        scatter #00664b stellt an -> carriers 1
        bar #ffffff **Baustein 2** Case Management -> carriers 1
        circle #00664b -> carriers 1
        arrow-right #00664b -> carriers 1
        scatter #00664b 2022 -> carriers 1
        bar #e3eef7 **Bezirksregierung**
        bar #ffffff **KIM im Ganzen** -> carriers 6
        scatter #7a3b78 hat die Fachaufsicht -> carriers 6
        circle #7a3b78 -> carriers 6
        arrow-right #7a3b78 -> carriers 6
        scatter #7a3b78 -> carriers 6
        """,
    )


def test_flow_names_its_colours_and_says_what_is_unsure() -> None:
    figure = flow.flow(table(ROLES, **SAME))

    says(
        legend(figure),
        """
        solid #9a5b00 Geld
        solid #0072b2 Auftrag
        solid #00664b Personal
        solid #7a3b78 Aufsicht und Sitz
        dot #5f6b76 gestrichelt: ungeprüft oder nur behauptet
        """,
    )


def test_unsure_arrows_are_dotted_and_sure_ones_solid_in_the_colour_of_their_flow() -> None:
    figure = flow.flow(table(ROLES, **SAME))
    strokes = [
        f"{trace.customdata[0][-1]} {trace.line.color} {trace.line.dash}"
        for trace in figure.select_traces({"mode": "lines+markers+text"})
    ]

    says(
        sorted(strokes),
        """
        1 #00664b solid
        2 #9a5b00 dot
        3 #9a5b00 dot
        4 #0072b2 solid
        5 #7a3b78 solid
        6 #7a3b78 solid
        7 #9a5b00 solid
        """,
    )


def test_money_received_points_at_the_organisation_on_the_left() -> None:
    figure = flow.flow(table(ROLES, **SAME))
    heads = {
        each["key"]: (each["symbol"], "left" if each["x"] < 0.5 else "right")
        for each in points(figure)
        if each["symbol"] and each["symbol"].startswith("arrow")
    }

    assert heads[" -> carriers 3"] == ("arrow-left", "left")
    assert set(heads.values()) == {("arrow-left", "left"), ("arrow-right", "right")}
    assert len(heads) == 7


def test_hovering_over_an_arrow_tells_the_whole_statement() -> None:
    says(
        hovers(flow.flow(table(ROLES, **SAME))),
        """
        carriers 1: AWO: stellt an Baustein 2: Case Management ab 01.01.2022 steht im Dokument Anklicken oder noch einmal tippen zeigt den Beleg
        carriers 2: Kreis Steinfurt: leitet die Zuwendung weiter → AWO Baustein 2: Case Management Norden Dokument ohne Datum steht im Dokument neu Anklicken oder noch einmal tippen zeigt den Beleg
        carriers 3: Kreis Steinfurt: empfängt die Zuwendung Baustein 1: Koordinierung ab 01.01.2021 behauptet, nicht bestätigt Anklicken oder noch einmal tippen zeigt den Beleg
        carriers 4: Land NRW: beauftragt → Kreis Steinfurt ab 01.01.2021 steht im Dokument Anklicken oder noch einmal tippen zeigt den Beleg
        carriers 5: Stadt Rheine: ist Sitz Süden Dokument ohne Datum steht im Dokument Anklicken oder noch einmal tippen zeigt den Beleg
        carriers 6: Bezirksregierung: hat die Fachaufsicht Dokument ohne Datum steht im Dokument Anklicken oder noch einmal tippen zeigt den Beleg
        carriers 7: AWO: leitet die Zuwendung weiter Dokument ohne Datum steht im Dokument Anklicken oder noch einmal tippen zeigt den Beleg
        """,
    )


def test_places_stand_one_below_the_other_with_a_heading_each() -> None:
    rows = """
        fact | region   | place
        1    | 05566    | Kreis Steinfurt
        2    | 05566076 | Rheine
    """
    figure = flow.flow(table(rows, **SAME))

    says(
        [line for line in drawn(figure) if "Aussagen" in line],
        """
        scatter #1a1a1a **Aussagen zu: Kreis Steinfurt**
        scatter #1a1a1a **Aussagen zu: Rheine**
        """,
    )


def test_nothing_known_gives_an_empty_flow_and_a_silent_matrix() -> None:
    none = pd.DataFrame(table("fact\n1", **SAME)).head(0)

    assert drawn(flow.flow(none)) == []
    assert cells(carriers.by_role(none, PLACES)) == []


def test_arrows_that_are_all_sure_need_no_word_on_unsure_ones() -> None:
    assert not [
        line for line in legend(flow.flow(table("fact\n1", **SAME))) if "gestrichelt" in line
    ]


def test_every_role_belongs_to_one_column() -> None:
    roles = [role for roles in carriers.ROLES.values() for role in roles]

    assert sorted(roles) == sorted(package().vocabularies["carrier_role"])


def test_words_in_boxes_and_on_arrows_fit_a_narrow_screen() -> None:
    rows = """
        fact | organisation | organisation_name    | organisation_kind   | role    | module
        1    | amt          | Lernen fördern e. V. | welfare_association | employs | 3
    """
    figure = flow.flow(table(rows, **SAME))
    texts = [str(text) for trace in figure.data[1:] for text in trace.text or ()]
    lines = [line for text in texts for line in plain(text.replace("<br>", "|")).split("|")]

    assert max(len(line.replace("**", "")) for line in lines) <= flow.LETTERS_RIGHT
    assert "Einbürgerungs-" in lines
