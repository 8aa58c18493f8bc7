"""Keys in an upload that name no fact of its table and place: such a row would pass for a fact that it is not."""

from collections.abc import Iterator

from etl.pipeline.base import tables_in_base
from etl.pipeline.stage import MOST_FINDINGS_PER_FILE, Staging
from kim.findings import Finding, FindingKind
from kim.store import Draft

KEY = "key"


def unknown_keys(staging: Staging, draft: Draft) -> Iterator[Finding]:
    """The rows whose key is not that of a fact that the base has in this table about this region."""
    table, connection = staging.table, draft.connection
    if not table.is_fact:
        return
    rows = connection.table(staging.target).project(f"rowid + 1 AS row, fact, region, {KEY}")
    unknown = rows.filter(f"{KEY} IS NOT NULL").set_alias("given")
    if table.statements in tables_in_base(draft):
        known = connection.table(f"base.{table.statements}").project("fact, region")
        unknown = unknown.join(known, "fact, region", how="anti")
    listed = unknown.project(f"row, {KEY}").order("row").limit(MOST_FINDINGS_PER_FILE)
    if not (keys := dict(listed.fetchall())):
        return
    lines = staging.locations(keys).line_of_row
    for row, key in keys.items():
        yield Finding(FindingKind.KEY_UNKNOWN, table.path, lines[row], KEY, key)
