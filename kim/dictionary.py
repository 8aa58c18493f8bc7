"""The data dictionary, generated from the declarations: `python -m kim.dictionary [--check]`."""

import sys
from collections.abc import Iterator

from kim.tables import ROOT, Field, Package, Table, package

TARGET = ROOT / "docs" / "data-dictionary.md"


def dictionary(declared: Package) -> str:
    """All tables, columns and vocabularies as Markdown."""
    return "\n".join(_lines(declared)) + "\n"


def main(arguments: list[str]) -> int:
    """Write the dictionary, or say with 1 that the written one is out of date."""
    current = dictionary(package())
    if "--check" not in arguments:
        TARGET.write_text(current, "utf-8")
        return 0
    if TARGET.is_file() and TARGET.read_text("utf-8") == current:
        return 0
    print("docs/data-dictionary.md is out of date: run `make dictionary`.")
    return 1


def _lines(declared: Package) -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield "Generated from `data/datapackage.json` by `make dictionary`; do not edit."
    for table in declared.tables.values():
        yield from _table(table)
    yield ""
    yield "## Vocabularies"
    for name, words in declared.vocabularies.items():
        yield ""
        yield f"### {name}"
        yield ""
        yield from (f"- `{code}`: {label}" for code, label in words.items())


def _table(table: Table) -> Iterator[str]:
    yield ""
    yield f"## {table.name} ({table.title})"
    yield ""
    yield f"{table.description}. One row is identified by {', '.join(f'`{n}`' for n in table.identity)}."
    yield ""
    yield from (f"- {caveat}" for caveat in table.caveats)
    if table.caveats:
        yield ""
    yield "| column | title | type | required | meaning |"
    yield "|---|---|---|---|---|"
    for field in table.fields:
        yield _row(field, table)


def _row(field: Field, table: Table) -> str:
    refers = next((r.table for r in table.references if r.field == field.name), "")
    kind = field.semantics or ("vocabulary" if field.vocabulary else field.type)
    meaning = field.description + (f" (→ {refers})" if refers else "")
    required = "yes" if field.required else ""
    unit = f" [{field.unit}]" if field.unit else ""
    return f"| `{field.name}` | {field.title}{unit} | {kind} | {required} | {meaning} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
