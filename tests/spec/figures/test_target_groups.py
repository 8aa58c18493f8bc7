"""Target groups: which group stands in which column, with which sign, criteria and doubts."""

from tests.spec.figures.test_carriers import cells
from tests.spec.reading import says, table
from ui.figures import target_groups

PLACES = (("05", "Nordrhein-Westfalen"), ("05158", "Kreis Mettmann"), ("05566", "Kreis Steinfurt"))
SAME = {
    "place": "Kreis Mettmann",
    "region": "05158",
    "module": None,
    "label": "Neuzugewanderte",
    "dimension": "arrival",
    "inclusion": "primary",
    "age_over": None,
    "arrived_after": None,
    "legal_basis": None,
    "countries": None,
    "defined_by": None,
    "held_from": None,
    "note": None,
    "basis": "stated",
    "is_read_from_text": True,
}


def test_columns_are_the_named_criteria_in_the_order_of_the_vocabulary() -> None:
    rows = """
        fact | dimension        | label
        1    | family           | A
        2    | access           | B
        3    | origin           | C
        4    | age              | D
        5    | residence_status | E
        6    | arrival          | F
        7    | general          | G
    """
    matrix = target_groups.by_criterion(table(rows, **SAME), PLACES)

    assert matrix.corner == "Ort"
    says(
        cells(matrix),
        """
        Kreis Mettmann / allgemein / ● / G / vorrangig -> target_groups 7
        Kreis Mettmann / Einreise / ● / F / vorrangig -> target_groups 6
        Kreis Mettmann / Aufenthaltsstatus / ● / E / vorrangig -> target_groups 5
        Kreis Mettmann / Alter / ● / D / vorrangig -> target_groups 4
        Kreis Mettmann / Herkunft / ● / C / vorrangig -> target_groups 3
        Kreis Mettmann / Zugang zu Beratung / ● / B / vorrangig -> target_groups 2
        Kreis Mettmann / Familie / ● / A / vorrangig -> target_groups 1
        """,
    )
    assert [row.is_silent for row in matrix.rows] == [True, False, True]


def test_groups_in_a_cell_are_ordered_and_signed_by_whether_they_are_meant() -> None:
    rows = """
        fact | inclusion     | label
        1    | counting_rule | gezählt
        2    | excluded      | nicht gemeint
        3    | also          | auch gemeint
        4    | primary       | gemeint
    """
    says(
        cells(target_groups.by_criterion(table(rows, **SAME), PLACES)),
        """
        Kreis Mettmann / Einreise / ● / gemeint / vorrangig -> target_groups 4
        Kreis Mettmann / Einreise / + / auch gemeint / auch -> target_groups 3
        Kreis Mettmann / Einreise / ✕ / nicht gemeint / ausgeschlossen -> target_groups 2
        Kreis Mettmann / Einreise / # / gezählt / nur Zählregel -> target_groups 1
        """,
    )


def test_a_group_says_age_arrival_paragraphs_countries_module_who_defined_it_and_since_when() -> (
    None
):
    rows = """
        fact | age_over | arrived_after | legal_basis                  | countries            | module | defined_by     | held_from
        1    | 27       | 2016-06-01    | § 25a AufenthG; § 25b AufenthG | Albanien; Ungarn   | 2      | Lenkungsgruppe | 2022-05-01
        2    |          | 2016          |                              | A; B; C              |        |                |
        3    |          |               |                              | A; B; C; D           | 1      |                |
    """
    says(
        cells(target_groups.by_criterion(table(rows, **SAME), PLACES)),
        """
        Kreis Mettmann / Einreise / ● / Neuzugewanderte / vorrangig · älter als 27 Jahre · eingereist nach dem 01.06.2016 · § 25a AufenthG und § 25b AufenthG · Albanien, Ungarn · Baustein 2 · festgelegt von: Lenkungsgruppe · Stand 2022 -> target_groups 1
        Kreis Mettmann / Einreise / ● / Neuzugewanderte / vorrangig · eingereist nach dem 2016 · A, B, C -> target_groups 2
        Kreis Mettmann / Einreise / ● / Neuzugewanderte / vorrangig · 4 Länder und Gebiete, Liste unten · Baustein 1 -> target_groups 3
        """,
    )


def test_unproven_and_claimed_groups_stand_in_parentheses() -> None:
    rows = """
        fact | is_read_from_text | basis    | label
        1    | nein              | stated   | ungeprüft
        2    | ja                | claimed  | behauptet
        3    | ja                | inferred | erschlossen
    """
    says(
        cells(target_groups.by_criterion(table(rows, **SAME), PLACES)),
        """
        Kreis Mettmann / Einreise / ● / (ungeprüft) / vorrangig -> target_groups 1
        Kreis Mettmann / Einreise / ● / (behauptet) / vorrangig · behauptet, nicht bestätigt -> target_groups 2
        Kreis Mettmann / Einreise / ● / erschlossen / vorrangig · von uns erschlossen -> target_groups 3
        """,
    )


def test_countries_are_listed_in_full_where_a_cell_would_not_hold_them() -> None:
    rows = """
        fact | countries  | label  | is_read_from_text
        1    | A; B; C    | kurz   | ja
        2    | A; B; C; D | lang   | ja
        3    | E; F; G; H | unklar | nein
        4    |            | keine  | ja
    """
    matrix = target_groups.countries(table(rows, **SAME))

    assert matrix.corner == "Gruppe und Ort"
    says(
        cells(matrix),
        """
        lang (Kreis Mettmann): 4 Einträge / Herkunft, so geschrieben wie im Dokument / A -> target_groups 2
        lang (Kreis Mettmann): 4 Einträge / Herkunft, so geschrieben wie im Dokument / B -> target_groups 2
        lang (Kreis Mettmann): 4 Einträge / Herkunft, so geschrieben wie im Dokument / C -> target_groups 2
        lang (Kreis Mettmann): 4 Einträge / Herkunft, so geschrieben wie im Dokument / D -> target_groups 2
        unklar (Kreis Mettmann): 4 Einträge / Herkunft, so geschrieben wie im Dokument / (E) -> target_groups 3
        unklar (Kreis Mettmann): 4 Einträge / Herkunft, so geschrieben wie im Dokument / (F) -> target_groups 3
        unklar (Kreis Mettmann): 4 Einträge / Herkunft, so geschrieben wie im Dokument / (G) -> target_groups 3
        unklar (Kreis Mettmann): 4 Einträge / Herkunft, so geschrieben wie im Dokument / (H) -> target_groups 3
        """,
    )


def test_nothing_known_is_a_silent_matrix_without_criteria() -> None:
    none = table("fact\n1", **SAME).head(0)
    matrix = target_groups.by_criterion(none, PLACES)

    assert matrix.heads == ()
    assert all(row.is_silent for row in matrix.rows)
    assert target_groups.countries(none).rows == ()
