"""What proves a fact, in words: its cells, its document, the words that carry it, what was known when."""

from collections.abc import Mapping, Sequence

from kim import german, queries
from kim.facts import Record, is_sure, words
from kim.tables import Field, Table
from kim.texts import text

NOT_TOLD = {"region", "source", "paragraph", "anchor", "key"}
# What a statement says in short, after the number that it has.
IN_SHORT = {
    "indicators": ("indicator", "counting"),
    "positions": ("function", "status"),
    "carriers": ("organisation", "role", "counterpart"),
    "target_groups": ("label", "inclusion"),
    "evaluations": ("subject", "status"),
    "funding": ("item",),
    "bodies": ("body", "state"),
    "instruments": ("label", "state"),
    "decisions": ("subject", "kind"),
    "milestones": ("event", "state"),
    "commitments": ("promise", "state"),
    "open_questions": ("question", "state"),
    "objectives": ("label", "kind"),
    "assessments": ("speaker", "assessment"),
}
Told = tuple[str, str, str]  # title, words, and the address they lead to or ""


def anchored(record: Record) -> str:
    """For example "Absatz 25: „von 1,9 Stellen auf“" or "ungeprüft: „8 VZÄ“"."""
    if german.is_empty(record["paragraph"]):
        return text("proof.no_paragraph", anchor=record["anchor"])
    return text("proof.paragraph", paragraph=int(record["paragraph"]), anchor=record["anchor"])


def verdict(record: Record) -> str:
    """Whether the text confirms the statement, was not at hand, or says otherwise."""
    if record["proof"] == "unproven" and record["is_read_from_text"]:
        return text("proof.elsewhere")
    return text(f"proof.{record['proof']}")


def in_short(table: Table, record: Record) -> str:
    """Value and state in one line: "3,5 Stellen, Case Management, eingerichtet"; in parentheses when unsure."""
    names = queries.organisations()
    columns = (table.field(name) for name in IN_SHORT[table.name])
    said = [
        _number(table, record),
        *(
            german.cell_among(table, each, record, names)
            for each in columns
            if not german.is_empty(record[each.name])
        ),
    ]
    said = list(filter(None, said))
    if table.name == "carriers":  # "Stadt Rheine hat die Fachaufsicht"
        said[:2] = [" ".join(said[:2])]
    line = ", ".join(said)
    return line if is_sure(record) else german.in_parentheses(line)


def _number(table: Table, record: Record) -> str:
    """The number of a statement with its hedge and unit; that none is named; empty in a table of words."""
    if "certainty" not in record:
        return ""
    numbers = [record[each.name] for each in table.fields if each.type == "number"]
    number = german.amount_range(numbers[0], numbers[-1], record["certainty"])
    if number == german.UNKNOWN:
        return text("proof.no_number")
    units = next((each.vocabulary for each in table.fields if each.name == "unit"), None)
    last = next(each for each in reversed(numbers) if not german.is_empty(each))
    return german.in_unit(number, last, record["unit"], units) if units else number


def cells(table: Table, record: Record) -> list[Told]:
    """The columns of a fact, without its place and where it is written; last, which of them the document does not name.

    The ends of a range that is one number are told once.
    """
    names = queries.organisations()
    fields = [each for each in table.fields if each.name not in NOT_TOLD]
    empty = [each for each in fields if each.name != "as_of" and german.is_empty(record[each.name])]
    once = _one_number(fields, record)
    told = [
        (once.get(each.name, each.title), _cell(each, record, names), "")
        for each in fields
        if each not in empty and once.get(each.name, each.title)
    ]
    titles = (once.get(each.name, each.title) for each in empty if each.name != "note")
    not_said = ", ".join(filter(None, titles))
    return [*told, *([(text("proof.not_named"), not_said, "")] if not_said else [])]


def _one_number(fields: Sequence[Field], record: Record) -> dict[str, str]:
    """The titles of the two ends of a range that is one number: "Betrag" of "Betrag ab", none of "Betrag bis"."""
    ends = [each for each in fields if each.type == "number"]
    if len(ends) < 2 or record[ends[0].name] != record[ends[-1].name]:
        return {}
    pairs = zip(ends[0].title.split(), ends[-1].title.split(), strict=False)
    return {
        ends[0].name: " ".join(word for word, other in pairs if word == other),
        ends[-1].name: "",
    }


def _cell(field: Field, record: Record, names: Mapping[str, str]) -> str:
    if field.name == "as_of":
        return german.held(record)
    return german.cell(field, record[field.name], names)


def document(record: Record) -> list[Told]:
    """The document of a fact: title, kind, body, reference, date, link; its key when it has left the collection."""
    if german.is_empty(record["source_title"]):
        return [(text("proof.document"), text("proof.gone", source=record["source"]), "")]
    basis = words("date_basis", record["source_date_basis"])
    day = date_of_document(record["source_date"]) + (f" ({basis})" if basis else "")
    url = "" if german.is_empty(record["source_url"]) else record["source_url"]
    return [
        (text("proof.document"), record["source_title"], ""),
        (text("proof.kind"), words("source_kind", record["source_kind"]), ""),
        (text("proof.body"), record["source_body"] or text("proof.not_said"), ""),
        (text("proof.reference"), record["source_reference"] or text("proof.not_said"), ""),
        (text("proof.date"), day, ""),
        (text("proof.link"), url or text("proof.no_link"), url),
    ]


def history(table: Table, statements: Sequence[Record]) -> list[Told]:
    """Since when each statement of a fact was known, and what it said."""
    names = queries.organisations()
    return [
        (
            text("proof.known_since", day=german.day(german.calendar_day(each["known_from"]))),
            text("proof.was_retracted")
            if each["retracted"]
            else german.statement(table, each, names),
            "",
        )
        for each in statements
    ]


def date_of_document(value: object) -> str:
    """A date as precise as it is known."""
    return text("proof.no_date") if german.is_empty(value) else german.partial_date(str(value))
