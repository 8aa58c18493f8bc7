"""The page Vergleich of the shipped data: places that are as large as the own one."""

import re

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
    assert ">alle daneben stellen</a>" in written
