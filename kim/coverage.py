"""What is counted as known, and of whom: subjects, core places, counts by district."""

import pandas as pd

from kim.regions import LAND
from kim.tables import Field, Table, package
from kim.texts import text

CORE = {"05158": "05158016", "05382": "05382056", "05558": "05558", "05566": "05566076"}
REFERENCE_FIGURES = "indicators"
OF_DISTRICT = ["region", "place", "kind", "tile_x", "tile_y"]
COUNTS = ["facts", "read_from_text", "proven"]


def subjects() -> tuple[str, ...]:
    """The fact tables that speak of the programme; reference figures such as population do not."""
    return tuple(table.name for table in package().facts if table.name != REFERENCE_FIGURES)


def by_district(counted: pd.DataFrame) -> pd.DataFrame:
    """One row for the Land and for each district: its counts, and one column for each subject.

    `counted`: rows of queries.coverage; the order of places is kept.
    """
    named = counted.rename(columns={"ags": "region", "name": "place"})
    wide = named.pivot_table(
        index="region", columns="fact_table", values="facts", aggfunc="sum", fill_value=0
    )
    wide = wide.reindex(columns=list(subjects()), fill_value=0)
    sums = named.groupby("region")[[*COUNTS, "possible"]].sum()
    places = named.drop_duplicates("region")[OF_DISTRICT]
    joined = places.join(sums, on="region").join(wide, on="region")
    joined[list(subjects())] = joined[list(subjects())].fillna(0).astype("int64")
    joined.attrs = dict(counted.attrs)
    return joined.reset_index(drop=True)


def districts(known: pd.DataFrame) -> pd.DataFrame:
    """The districts and independent cities, without the Land."""
    return known[known["region"] != LAND]


def sentence(known: pd.DataFrame) -> str:
    """Of how many districts something is known, what it counts, how much is not certain on the day.

    `known`: rows of by_district.
    """
    parts = [text("coverage.nothing")]
    if total := known["facts"].sum():
        counts = districts(known)["facts"]
        found = int((counts > 0).sum())
        numbers = {"known": found, "all": len(counts), "silent": len(counts) - found}
        parts = [text("coverage.sentence", land=int(total - counts.sum()), **numbers)]
    if possible := int(known["possible"].sum()):
        parts.append(text("coverage.possible", rows=possible))
    return " ".join(parts)


def caption() -> str:
    """What the counts are of, and which places they cover."""
    return text("coverage.caption", subject=text("coverage.title"))


def found(count: int) -> str:
    """A count as it reads in the table."""
    return str(count) if count else text("coverage.none_found")


def declared() -> Table:
    """The counts as a table, so that they can be shown and handed out like the facts."""
    counts = [Field(name, text(f"coverage.{name}"), "integer") for name in COUNTS]
    by_subject = [Field(name, package().tables[name].title, "integer") for name in subjects()]
    return Table(
        name="coverage",
        title=text("coverage.title"),
        fields=(Field("region", text("coverage.key")), *counts, *by_subject),
        identity=("region",),
        description=text("coverage.counted"),
        caveats=(text("coverage.counted"), text("coverage.bounded")),
    )
