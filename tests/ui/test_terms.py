"""The terms of the field, each with its meaning where it stands."""

from ui.widgets.terms import explained


def test_a_grant_is_explained_where_it_is_named() -> None:
    said = explained("Weg der Zuwendung & mehr")

    assert said.startswith('Weg der <abbr title="Geld, mit dem das Land')
    assert ' tabindex="0">Zuwendung' in said  # a touch or the Tab key opens it
    assert said.endswith(">Zuwendung</abbr> &amp; mehr")
