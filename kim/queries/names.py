"""Places and organisations by name."""

import pandas as pd

from kim.queries.asking import ask, remembered


def places() -> pd.DataFrame:
    """The places to choose from: ags, name, kind, parent, district."""
    return ask("places")


@remembered
def place_names() -> dict[str, str]:
    """Names of all regions by their key."""
    found = ask("place_names")
    return dict(zip(found["ags"], found["name"], strict=True))


@remembered
def organisations() -> dict[str, str]:
    """Names of the organisations by their slug."""
    found = ask("organisations")
    return dict(zip(found["organisation"], found["name"], strict=True))
