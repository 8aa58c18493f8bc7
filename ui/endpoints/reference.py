"""`/api/v1/places` and `/api/v1/sources`: the places that can be asked for, the documents that were read."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pandas as pd

from kim import csv_lines, queries
from kim.regions import LAND
from kim.tables import Field, package
from kim.view import KEY_OF_DISTRICT
from ui.endpoints import cells
from ui.endpoints.endpoint import Asked, Endpoint, Item, Tag
from ui.endpoints.parameters import KNOWN_ON, PAGING, PLACE, one_of
from ui.texts import text

REGIONS, SOURCES = package().tables["regions"], package().tables["sources"]
OF_A_PLACE = (
    REGIONS.field("ags"),
    Field("label", text("api.field_label")),
    REGIONS.field("name"),
    REGIONS.field("kind"),
    Field("parent", text("api.field_parent")),
    Field("successor", text("api.field_successor")),
    Field("is_known", text("api.field_is_known"), "boolean"),
)
NOT_SHOWN = {"text_sha256"}
OF_A_SOURCE = (
    *(each for each in SOURCES.fields if each.name not in NOT_SHOWN),
    Field("place", text("api.field_place")),
    *(Field(each, text(f"api.field_{each}"), "integer") for each in ("facts", "proven")),
)
Find = Callable[[Asked], pd.DataFrame]


def _places(asked: Asked) -> pd.DataFrame:
    """All places by their keys, those that are gone too."""
    known = queries.known_places()
    spoken_of = set(queries.read_documents(None)["region"])
    found = known.assign(
        parent=[_parent(ags) for ags in known["ags"]], is_known=known["ags"].isin(spoken_of)
    )
    kinds, places = asked.several("kind"), asked.several("place")
    is_asked = pd.Series(data=True, index=found.index)
    if kinds:
        is_asked &= found["kind"].isin(kinds)
    if places:
        is_asked &= found["ags"].isin(places)
    return found[is_asked]


def _parent(ags: str) -> str | None:
    if ags == LAND:
        return None
    return ags[:KEY_OF_DISTRICT] if len(ags) > KEY_OF_DISTRICT else LAND


def _sources(asked: Asked) -> pd.DataFrame:
    """The documents about the places, all of them where none is named."""
    found = queries.documents(asked.known_on)
    kinds, places = asked.several("kind"), asked.several("place")
    if kinds:
        found = found[found["kind"].isin(kinds)]
    return found[found["region"].isin(places)] if places else found


def _items(find: Find, fields: Sequence[Field], asked: Asked) -> Sequence[Item]:
    first, most = asked.offset, asked.limit or 0
    return list(cells.items(find(asked).iloc[first : first + most + 1], fields))


def _lines(find: Find, fields: Sequence[Field], asked: Asked) -> Iterator[str]:
    first = asked.offset
    last = None if asked.limit is None else first + asked.limit
    return csv_lines.file((find(asked).iloc[first:last],), fields)


def _kinds(vocabulary: str) -> tuple[str, ...]:
    return tuple(package().vocabularies[vocabulary])


PLACES = Endpoint(
    "places",
    "/api/v1/places",
    Tag.REFERENCE,
    REGIONS.title,
    (PLACE, one_of("kind", _kinds("region_kind"), is_list=True), *PAGING),
    partial(_items, _places, OF_A_PLACE),
    partial(_lines, _places, OF_A_PLACE),
    cells.schema(OF_A_PLACE, ("ags", "label", "name", "kind", "is_known")),
)
DOCUMENTS = Endpoint(
    "sources",
    "/api/v1/sources",
    Tag.REFERENCE,
    SOURCES.title,
    (PLACE, one_of("kind", _kinds("source_kind"), is_list=True), KNOWN_ON, *PAGING),
    partial(_items, _sources, OF_A_SOURCE),
    partial(_lines, _sources, OF_A_SOURCE),
    cells.schema(OF_A_SOURCE, ("source", "region", "kind", "title", "place", "facts", "proven")),
)
