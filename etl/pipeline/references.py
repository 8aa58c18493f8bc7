"""Rows of reference tables that others name although a load takes them away."""

from collections.abc import Iterator, Sequence

from etl.pipeline.merge import OPEN, Change
from kim.findings import Finding, FindingKind
from kim.loads import Kind, Load
from kim.store import Draft
from kim.tables import Package, Reference, Table


def still_used(
    package: Package, draft: Draft, load: Load, changes: Sequence[Change]
) -> Iterator[Finding]:
    """The rows of reference tables that others name although they are missing after this load.

    A file names its own missing ones; looked for is what a load takes away or brings back.
    """
    shrunk = {each.table for each in changes if each.retracted}
    for table in package.tables.values():
        for reference in table.references:
            if reference.table in shrunk or load.kind is Kind.RESTORATION:
                yield from _dangling(package, draft, table, reference)


def _dangling(
    package: Package, draft: Draft, table: Table, reference: Reference
) -> Iterator[Finding]:
    keys = draft.connection.table(f"draft.{reference.table}")
    known = keys.project(f"{reference.column} AS key").set_alias("known")
    naming = draft.connection.table(f"draft.{table.statements}").filter(OPEN)
    named = naming.filter(f"{reference.field} IS NOT NULL").project(f"{reference.field} AS key")
    lost = named.set_alias("named").join(known, "key", how="anti")
    for key, rows in lost.aggregate("key, count(*)", "key").order("key").fetchall():
        name = package.tables[reference.table].path
        yield Finding(FindingKind.STILL_USED, name, value=key, expected=f"{table.title} ({rows})")
