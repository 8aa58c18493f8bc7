"""The pages Finanzierung, Steuerung, Zeitachse, Zusagen: what they say in words."""

from datetime import date

import pytest

from tests.pages.conftest import Open

PAGES = {
    "pages/funding.py": ["Beträge", "Der Weg des Geldes"],
    "pages/governance.py": ["Gremien"],
    "pages/timeline.py": ["Jahr für Jahr"],
    "pages/commitments.py": [],
}
FIRST_EXHIBITS = {
    "pages/funding.py": "ansicht-betraege",
    "pages/governance.py": "ansicht-gremien",
    "pages/timeline.py": "ansicht-ereignisse",
    "pages/commitments.py": "ansicht-zusagen",
}


@pytest.mark.parametrize("page", PAGES)
def test_page_has_its_parts(open_page: Open, page: str) -> None:
    app = open_page(page)

    assert not app.exception
    assert [each.value for each in app.header][: len(PAGES[page])] == PAGES[page]


@pytest.mark.parametrize("page", PAGES)
def test_table_of_the_page_opens(open_page: Open, page: str) -> None:
    app = open_page(page)
    app.session_state[FIRST_EXHIBITS[page]] = "Tabelle"
    app.run()

    assert not app.exception


@pytest.mark.parametrize("page", PAGES)
def test_early_day_gives_a_sentence(open_page: Open, page: str) -> None:
    app = open_page(page)
    app.date_input(key="stand").set_value(date(2015, 1, 1)).run()

    assert not app.exception
    said = [each.value for each in (*app.info, *app.markdown)]
    assert any("nichts bekannt" in each or "nur möglich" in each for each in said)


@pytest.mark.parametrize("page", PAGES)
def test_places_known_from_excerpts_only(open_page: Open, page: str) -> None:
    app = open_page(page)
    app.multiselect(key="orte").set_value(["05", "05162", "05513", "05754", "05774"]).run()

    assert not app.exception
