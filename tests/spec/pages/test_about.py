"""Pages about the site, and the letter to the operator beside a fact."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.spec.pages.conftest import Open
from tests.spec.reading import says
from tests.spec.screen import screen

Names = Mapping[str, str]
CONTACT = "kim@stadt-rheine.de"


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KIM_CONTACT", "KIM_IMPRINT", "KIM_PRIVACY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "setting"), [("imprint", "KIM_IMPRINT"), ("privacy", "KIM_PRIVACY")]
)
def test_a_text_of_the_operator_is_shown_or_asked_for(
    page: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, setting: str
) -> None:
    assert screen(page(name), {})[-2:] == [
        "(i) Die Stelle, die dieses Angebot betreibt, hat diesen Text noch nicht hinterlegt.",
        f"- Für die betreibende Stelle: Die Einstellung dafür heißt {setting}.",
    ]
    file = tmp_path / "text.md"
    file.write_text("## Anbieter\n\nStadt **Rheine**", "utf-8")
    monkeypatch.setenv(setting, str(file))
    assert screen(page(name), {})[-1] == "## Anbieter Stadt **Rheine**"


def test_accessibility_names_limits_and_whom_to_tell(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = screen(page("accessibility"), {})
    says(
        [line for line in lines if line.startswith("## ")],
        """
        ## Was geht
        ## Bekannte Grenzen
        ## Grenzen des Programms Streamlit
        ## Ein Hindernis melden
        """,
    )
    assert lines[-2:] == [
        "(i) Die Stelle, die dieses Angebot betreibt, hat hier noch keine Adresse hinterlegt.",
        "- Für die betreibende Stelle: Die Einstellung dafür heißt KIM_CONTACT.",
    ]
    monkeypatch.setenv("KIM_CONTACT", CONTACT)
    last = screen(page("accessibility"), {})[-1]
    assert last == f"Schreiben Sie an {CONTACT}. Nennen Sie die Seite und was dort nicht geht."


def test_every_fact_has_a_letter_to_the_operator_once_there_is_one(
    page: Open, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = next(key for key, said in names.items() if said == "positions 3,5 Stellen")
    assert letters(page("evidence", fakt=key)) == []
    monkeypatch.setenv("KIM_CONTACT", CONTACT)

    first, *others = letters(page("evidence", fakt=key))

    asked = parse_qs(urlsplit(first).query)
    assert urlsplit(first).path == CONTACT
    assert asked["subject"] == [f"Fehler in KIM-Vergleich NRW: {key}"]
    assert f"belege?fakt={key.replace(':', '%3A')}" in asked["body"][0]
    assert first in others
    assert len(set(others)) == len(others) > 1


def letters(app: AppTest) -> list[str]:
    """What the links to report something lead to, from top to bottom."""
    bodies = "".join(each.proto.body for each in app.get("html"))
    return [unescape(href) for href in re.findall(r'class="kim-report" href="([^"]+)"', bodies)]
