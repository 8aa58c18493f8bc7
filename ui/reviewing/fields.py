"""The columns of a table as fields of a form, in German; and what stands in them."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from etl.reviewing.review import Cells
from etl.reviewing.rows import OF_THE_PAPER
from kim import german, queries
from kim.tables import Field, Table
from ui.texts import markdown, plain, text
from ui.widgets.frame import place_labels


def form(table: Table, cells: Cells, key: str) -> None:
    """A field for each column that a person may fill in, holding what the cells say; `key` tells forms apart."""
    for each in typed_in(table):
        field(each, cells.get(each.name, ""), f"{key}-{each.name}")


def written(table: Table, key: str) -> dict[str, str]:
    """What stands in the fields of such a form."""
    found = {each.name: st.session_state.get(f"{key}-{each.name}") for each in typed_in(table)}
    return {name: str(cell).strip() for name, cell in found.items() if cell}


def typed_in(table: Table) -> Sequence[Field]:
    """The columns that a person may fill in."""
    return [each for each in table.fields if each.name not in OF_THE_PAPER]


def said(table: Table, cells: Cells) -> list[tuple[str, str]]:
    """Title and words of each filled cell, the place first."""
    organisations, places = queries.organisations(), place_labels()
    told = []
    for each in typed_in(table):
        value = cells.get(each.name, "")
        if value and each.semantics == "ags":
            told.append((each.title, places.get(value, value)))
        elif value:
            told.append((each.title, _words(each, value, organisations)))
    return told


def statement(table: Table, cells: Cells) -> str:
    """The cells in one line, as facts are told; as they stand where they cannot be."""
    record = {each.name: typed(each, cells.get(each.name, "")) for each in table.fields}
    return german.statement(table, record, queries.organisations()) or text("review.no_cells")


def typed(field: Field, cell: str) -> Any:  # noqa: ANN401
    """A cell as the store would give it, None for an empty one and for a number that is none."""
    if not cell or field.type not in ("number", "integer"):
        return cell or None
    try:
        return float(cell)
    except ValueError:
        return None


def _words(field: Field, cell: str, organisations: Mapping[str, str]) -> str:
    value = typed(field, cell)
    return cell if value is None else german.cell(field, value, organisations)


def field(field: Field, given: str, key: str) -> None:
    """A field of a form for one column."""
    kind = "field_required" if field.required else "field"
    choices = _choices(field, given)
    if choices is None:
        shown = given.replace(".", ",") if field.type == "number" else given
        st.text_input(
            markdown(f"review.{kind}", title=field.title),
            value=shown,
            key=key,
            help=plain(field.description),
        )
        return
    codes = ["", *choices]
    st.selectbox(
        markdown(f"review.{kind}", title=field.title),
        codes,
        index=codes.index(given) if given in codes else 0,
        format_func=lambda code: choices.get(code, text("review.not_said")),
        key=key,
        help=plain(field.description),
    )


def _choices(field: Field, given: str) -> Mapping[str, str] | None:
    """The words of the codes that a cell can have, None where it is free.

    An organisation that only the rules know can stay; it is added when the facts are handed in.
    """
    if field.semantics == "ags":
        return place_labels()
    if field.semantics == "organisation":
        return ({given: given} if given else {}) | queries.organisations()
    return field.vocabulary or None
