"""The blocks of a page in HTML: each becomes a paragraph, a row of a table one with its cells kept apart."""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from etl.fetching.papers.paper import BETWEEN_CELLS, SOFT_HYPHEN

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
    ]
)
ROW = ".smc-table-row, [role='row']"
CELL = ".smc-table-cell, [role='cell'], [role='rowheader'], [role='columnheader']"
TEXT, COMMENT = "-text", "-comment"
MOST_DEPTH = 200
MOST_SPAN = 100
MOST_CELLS = 200  # of a row; what a page claims beyond that is no table for people


def blocks_of(node: LexborNode) -> Iterator[str]:
    """The texts of the blocks within a node in their order, white space folded, none of them empty."""
    written: list[str] = []
    for said in _walk(node, 0):
        if said is None:
            yield from _folded(written)
            written = []
        else:
            written.append(said)
    yield from _folded(written)


def _folded(written: Sequence[str]) -> Iterator[str]:
    folded = " ".join("".join(written).replace(SOFT_HYPHEN, "").split())
    if folded:
        yield folded


def _walk(node: LexborNode, depth: int) -> Iterator[str | None]:
    """Texts, and None wherever a block begins or ends."""
    for child in node.iter(include_text=True):
        if child.tag == TEXT:
            yield child.text_content or ""
        elif child.tag == "br":
            yield None if _is_second_break(child) else " "
        elif depth > MOST_DEPTH:
            yield child.text(separator=" ")
        elif child.tag == "table" and _is_of_data(child):
            yield from _rows(_table(child))
        elif child.css_matches(ROW) and (cells := child.css(CELL)):
            yield from _rows([[_cell(each) for each in cells]])
        elif child.tag in BLOCKS:
            yield None
            yield from _walk(child, depth + 1)
            yield None
        else:
            yield from _walk(child, depth + 1)


def _is_second_break(node: LexborNode) -> bool:
    before = node.prev
    while before is not None and before.tag == TEXT and not (before.text_content or "").strip():
        before = before.prev
    return before is not None and before.tag == "br"


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[str | None]:
    for row in rows:
        yield None
        if any(row):
            yield BETWEEN_CELLS.join(row)
    yield None


def _is_of_data(table: LexborNode) -> bool:
    """Whether its cells are values, not a page laid out: no table within, no cell of several blocks."""
    if any(each.mem_id != table.mem_id for each in table.css("table")):
        return False
    return not any(len(list(blocks_of(cell))) > 1 for cell in table.css("td, th") if _blocks(cell))


def _blocks(cell: LexborNode) -> bool:
    return cell.css_first("p, div, li, br, h1, h2, h3, h4") is not None


def _table(table: LexborNode) -> list[list[str]]:
    """The cells of each row; one that spans others leaves them empty, so that columns stay columns."""
    rows: list[list[str]] = []
    below: dict[int, int] = {}  # column -> how many further rows it is taken in
    for tr in table.css("tr"):
        row: list[str] = []
        taken, below = below, {}
        for cell in tr.css("td, th"):
            if len(row) >= MOST_CELLS:
                break
            _skip(row, taken, below)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            below |= {len(row) + at: high - 1 for at in range(wide) if high > 1}
            row += [_cell(cell), *[""] * (wide - 1)]
        _skip(row, taken, below)
        rows.append(row)
    return rows


def _skip(row: list[str], taken: dict[int, int], below: dict[int, int]) -> None:
    while (left := taken.get(len(row))) and len(row) < MOST_CELLS:
        if left > 1:
            below[len(row)] = left - 1
        row.append("")


def _span(cell: LexborNode, name: str) -> int:
    said = cell.attributes.get(name) or "1"
    return min(int(said), MOST_SPAN) if said.isascii() and said.isdecimal() and int(said) else 1


def _cell(cell: LexborNode) -> str:
    return " ".join(blocks_of(cell)).replace("|", "/")
