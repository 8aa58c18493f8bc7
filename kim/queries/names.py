"""Places and organisations by name."""

import pandas as pd

from kim.queries.asking import View, ask, remembered


def places() -> pd.DataFrame:
    """The places to choose from: ags, name, kind, parent, district."""
    return ask("places")


def predecessors(view: View) -> pd.DataFrame:
    """The places, now gone, that the chosen ones came after and that statements speak of: ags, successor."""
    return ask("predecessors", regions=view.regions)


@remembered
def place_names() -> dict[str, str]:
    """Names of all regions by their key; one that is gone says until when, and what came after."""
    found = known_places()
    return dict(zip(found["ags"], found["label"], strict=True))


def known_places() -> pd.DataFrame:
    """All places, those that are gone too: ags, label, name, kind, and successor of what is gone."""
    return ask("place_names")


@remembered
def names_of_places() -> frozenset[str]:
    """The words, in small letters, that only the names of a few places have."""
    return frozenset(map(str, ask("names_of_places")["spelled"]))


@remembered
def organisations() -> dict[str, str]:
    """Names of the organisations by their slug."""
    found = ask("organisations")
    return dict(zip(found["organisation"], found["name"], strict=True))


@remembered
def organisation_kinds() -> dict[str, str]:
    """Kinds of the organisations by their slug."""
    found = ask("organisations")
    return dict(zip(found["organisation"], found["kind"], strict=True))
