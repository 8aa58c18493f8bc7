"""The page Zielgruppen: groups, origin in full, exclusions and counting rules apart."""

from tests.pages.conftest import Open

PAGE = "pages/target_groups.py"
SOUTH_EAST_EUROPE = 16
MATRIX = 'class="kim-table kim-matrix"'


def test_all_entries_of_south_east_europe_are_on_the_page(open_page: Open) -> None:
    app = open_page(PAGE, teil=["excluded", "counting"], herkunft="countries")

    shown = " ".join(each.proto.body for each in app.get("html"))
    for country in (
        "Albanien",
        "Türkei (nur Ostthrakien)",
        "Türkische Republik Nordzypern",
        "Ungarn",
    ):
        assert country in shown
    assert f"{SOUTH_EAST_EUROPE} Einträge" in shown


def test_counting_rule_is_not_among_the_groups(open_page: Open) -> None:
    app = open_page(PAGE, teil=["excluded", "counting"], herkunft="countries")

    matrices = [each.proto.body for each in app.get("html") if MATRIX in each.proto.body]
    (counting,) = (at for at, each in enumerate(matrices) if "nur Zählregel" in each)
    assert counting > 0


def test_missing_exclusion_is_no_permission(open_page: Open) -> None:
    app = open_page(PAGE, teil=["excluded", "counting"], herkunft="countries")

    assert any("heißt nicht" in each.value for each in app.info)
