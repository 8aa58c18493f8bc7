"""The own place stays while another is looked at: Steckbrief, Belege, Vergleich."""

from collections.abc import Mapping

from tests.spec.pages.conftest import COESFELD, Open
from tests.spec.screen import screen

Names = Mapping[str, str]
RHEINE, STEINFURT = "05566076", "05566"
CORE = ["05158", "05158016", "05382", "05382056", "05558", STEINFURT, RHEINE]


def test_the_profile_of_the_district_leaves_the_own_place(page: Open, names: Names) -> None:
    app = page("profile", ort=RHEINE, zeige=STEINFURT)
    lines = screen(app, names)

    assert "# Kreis Steinfurt" in lines
    assert app.query_params["ort"] == RHEINE
    assert any("Ihr eigener Ort bleibt Rheine" in line for line in lines)


def test_an_own_district_is_named_with_its_article(page: Open, names: Names) -> None:
    lines = screen(page("profile", ort=STEINFURT, zeige=RHEINE), names)

    assert any("bleibt der Kreis Steinfurt: zum eigenen Steckbrief" in line for line in lines)


def test_a_place_to_show_that_is_unknown_is_said_and_the_own_one_shown(
    page: Open, names: Names
) -> None:
    lines = screen(page("profile", ort=RHEINE, zeige="nirgends"), names)

    assert "# Rheine" in lines
    assert any("„nirgends“" in line for line in lines)
    assert not any("Ihr eigener Ort bleibt" in line for line in lines)


def test_the_documents_of_the_own_place_and_its_district_stand_alone_and_first(
    page: Open, names: Names
) -> None:
    app = page("evidence", ort=RHEINE, orte=[COESFELD])
    found = [line for line in screen(app, names) if "-> dokument" in line]

    assert app.toggle(key="nur-gewaehlte-orte").value
    assert [line.split(" -> ")[0] for line in found] == [
        "Niederschrift Rheine",
        "Vermerk Coesfeld",
        "Auszug",
    ]


def test_the_own_district_is_never_left_out_of_the_comparison(page: Open, names: Names) -> None:
    lines = screen(page("comparison", ort=RHEINE, orte=CORE), names)
    head = next(line for line in lines if "-> steckbrief" in line)
    (caption,) = (line for line in lines if "Gezeigt sind 6 von 7" in line)

    assert "Kreis Steinfurt" in head
    assert "Nicht dabei: " in caption
    assert "Kreis Steinfurt" not in caption


def test_without_a_place_of_like_size_that_is_said(page: Open, names: Names) -> None:
    lines = screen(page("comparison", ort=RHEINE, orte=[COESFELD]), names)
    (said,) = (line for line in lines if "ähnlich großer Ort" in line)

    assert said.startswith("- Für Rheine (77.000 Einwohner) fand sich kein")
    assert "höchstens anderthalbmal" in said


def test_without_an_own_place_there_is_none_of_like_size(page: Open, names: Names) -> None:
    lines = screen(page("comparison", orte=[RHEINE, COESFELD]), names)

    assert any("Ihren eigenen Ort. Dann stehen hier" in line for line in lines)
    assert not any("In der Größe am nächsten" in line for line in lines)
