"""The page Vergleich of the shipped data: places that are as large as the own one."""

import re

from kim.answers.comparison import MOST_PEERS
from tests.pages.conftest import Open
from tests.pages.test_overview import html, without_tags

PAGE = "pages/comparison.py"


def test_places_of_like_size_are_named_with_their_sizes_and_the_reason(open_page: Open) -> None:
    written = html(open_page(PAGE, ort="05566"))
    shown = without_tags(written)

    assert "In der Größe am nächsten an den Kreis Steinfurt (447.614 Einwohner):" in shown
    assert "Rhein-Kreis Neuss 451.007 Einwohner Kreis Mettmann 485.684 Einwohner" in shown
    assert "Gleiche Art (Kreis), höchstens anderthalbmal so viele" in shown
    assert re.search("vergleich[^>]*05566[^>]*>Rhein-Kreis Neuss</a>", written)
    assert ">alle diese Orte daneben stellen</a>" in written


def test_where_all_places_of_like_size_stand_beside_it_none_is_offered(open_page: Open) -> None:
    rheine = "05566076"
    (every,) = re.findall(
        'href="([^"]*)">alle diese Orte daneben', html(open_page(PAGE, ort=rheine))
    )
    places = re.findall("orte=([0-9]+)", every)
    app = open_page(PAGE, ort=rheine, orte=places)
    said = [each.value for each in app.caption]

    assert 1 < len(places) <= MOST_PEERS
    assert "alle diese Orte daneben stellen" not in html(app)
    assert any(line.endswith("Einwohner) sind, stehen schon daneben.") for line in said)
