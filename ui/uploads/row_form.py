"""A form for a row that a file refers to and nobody has brought in yet: a source, an organisation."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from etl.uploads.stages import Refused
from kim import queries
from kim.findings import Finding, FindingKind
from kim.tables import Field, Table, package
from ui.texts import markdown, plain, text
from ui.uploads.checking import Decide

OFFERED = ("sources", "organisations")
NOT_ASKED = ("text_sha256", "received")
SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
Complete = Callable[[str, Mapping[str, str]], tuple[dict[str, str], list[Finding]]]


def type_row(check: Refused, table: Table, complete: Complete, decide: Decide) -> None:
    """The form for the first row that is missing; once it is sound it is decided upon."""
    missing = _missing(check, table)
    if not missing:
        return
    of, value = missing[0]
    key = of.identity[0]
    name = next(field.name for field in of.fields if field.name in ("title", "name"))
    is_key = re.fullmatch(of.field(key).pattern, value) is not None
    given = {key: value} if is_key else {key: _slug(value), name: value}
    st.subheader(markdown(f"upload.new_{of.name}", value=value), anchor=False)
    st.markdown(text("upload.new_lead"))
    with st.form(f"neu-{of.name}-{value}", border=True):
        row = {
            field.name: _cell(field, given.get(field.name, ""))
            for field in of.fields
            if field.name not in NOT_ASKED
        }
        if not st.form_submit_button(text("upload.add_row")):
            return
        cells, findings = complete(of.name, row)
        for each in findings:
            st.error(f"{plain(each.column)}: {plain(each.sentence)}")
    if not findings:
        added = check.decisions.added
        rows = [*added.get(of.name, ()), cells]
        decide(replace(check.decisions, added={**added, of.name: rows}))


def _missing(check: Refused, table: Table) -> Sequence[tuple[Table, str]]:
    """The rows that the file names and nobody knows: their table, and what the file calls them."""
    if check.decisions.paper:
        of = package().tables["organisations"]
        unknown = [each.value for each in check.findings if each.expected == f"„{of.title}“"]
        return [(of, value) for value in dict.fromkeys(unknown)]
    fields = check.reading.columns
    targets = {each.field: each.table for each in table.references if each.table in OFFERED}
    named = [
        (targets[fields[each.column]], each.value)
        for each in check.findings
        if each.kind is FindingKind.REFERENCE and fields.get(each.column) in targets
    ]
    return [(package().tables[of], value) for of, value in dict.fromkeys(named)]


def _slug(words: str) -> str:
    """A key made of words: "Protokoll März 2024" becomes "protokoll-maerz-2024"."""
    return re.sub("[^a-z0-9]+", "-", words.casefold().translate(SPELT)).strip("-")


def _cell(field: Field, given: str) -> str:
    """One field of the form; what the file itself says cannot be changed here."""
    kind = "field_required" if field.required else "field"
    words = _choices(field)
    if not words:
        value = st.text_input(
            markdown(f"upload.{kind}", title=field.title),
            value=given,
            disabled=bool(given),
            help=plain(field.description),
        )
        return value.strip()
    options = [*([] if field.required else [""]), *words]
    chosen = st.selectbox(
        markdown(f"upload.{kind}", title=field.title),
        options,
        index=None if field.required else 0,
        format_func=lambda code: words.get(code, text("upload.no_choice")),
        placeholder=text("upload.no_choice"),
        help=plain(field.description),
    )
    return chosen or ""


def _choices(field: Field) -> Mapping[str, str]:
    if field.semantics != "ags":
        return field.vocabulary
    return {ags: f"{name} ({ags})" for ags, name in queries.place_names().items()}
