"""A verb declared by its infinitive is found in all its forms."""

import pytest

from etl.extraction import verbs


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("das land weist dem kreis 1,5 stellen zu.", "funded"),
        ("dem kreis wiesen die behörden zwei stellen zu", "funded"),
        ("die zugewiesenen stellen", "funded"),
        ("zuzuteilende stellen", "funded"),
        ("zustehen würden dem kreis zwei stellen", "funded"),
        ("das land refinanziere zwei stellen", "funded"),
        ("die stadt bewarb sich", "applied_for"),
        ("der kreis schrieb zwei stellen aus und wartet", "vacant"),
        ("zwei stellen fallen weg", "cut"),
        ("der kreis kündigt zwei stellen an", "planned"),
    ],
)
def test_a_form_is_found(text: str, code: str) -> None:
    assert [each.code for each in verbs.find("positions", text)] == [code]


@pytest.mark.parametrize(
    "text", ["es stehen zwei zu diesem zweck bereit", "er weist darauf hin", "das besetzte-haus"]
)
def test_no_other_verb_is_found(text: str) -> None:
    assert not verbs.find("positions", text)
