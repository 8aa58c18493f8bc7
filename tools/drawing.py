"""Which places of the code only say where, how large and how something is drawn, not what a reader is told."""

import ast
import re

LOOKS = re.compile(
    r"size|width|height|margin|font\w*|\w*font|opacity|[xy]?anchor|align|textposition|automargin"
    r"|fixedrange|cliponaxis|standoff|ticklen|tickcolor|gridcolor|zeroline\w*|show(grid|line)"
    r"|vertical_spacing|layer|bargap|solidity|fgcolor|constrain\w*|legend|pad|template"
    r"|paper_bgcolor|plot_bgcolor|hoverlabel\w*|nticks|dtick|ticks|side|tickangle|textangle"
    r"|valign|bold|text_wrap|insidetextanchor|cell_height|gap|vertical_alignment|wrap\w*|maxsize|[lrtb]"
)
DRAWN_NAMES = re.compile(
    r"(HEIGHT|ROW|ROOM|LINE|GAP|TOP|BOTTOM|LEFT|RIGHT|LETTER|LABEL|INDENT|WIDTH|TICK|INSET|SIZE)\w*"
    r"|MIDDLE|ARROW_\w+|\w+_SIZE|\w+_LINE|\w+_GAP|BOX|BOX_EDGE|NO_BOX|NARROWEST|WIDEST|SYMBOL|HALF"
    r"|START_OF_SQUARES|SQUARES_IN_LINE|PART_OF_AXIS_PER_MARK|TODAY_COLOUR|INK|QUIET|GRID"
    r"|SUPERVISION_COLOUR|MOST_\w*(LETTERS|KEPT|YEARS)\w*"
)
# Modules that put words and marks one below the other: their numbers are places on paper.
DRAWN_MODULES = ("canvas", "states", "arrows", "lanes", "flow", "evaluations", "label_lines")
Parents = tuple[tuple[ast.AST, str], ...]


def is_mere_drawing(file: str, node: ast.AST, parents: Parents) -> bool:
    """Whether a change of `node` only moves, grows or colours what is drawn, or what is kept."""
    draws = "/figures/" in file or file.endswith("exports.py")
    if draws and (_is_look_of_a_call(node) or _is_place_on_paper(file, node)):
        return True
    inner = {id(child) for child, _ in parents} | {id(node)}
    return any(_is_look(parent, inner, draws, file) for parent, _ in parents)


def _is_look(parent: ast.AST, inner: set[int], draws: bool, file: str) -> bool:
    """Whether a keyword, a named value or an entry around a node is one of looks alone."""
    if isinstance(parent, ast.keyword):
        is_drawn = draws or "/widgets/" in file
        return is_drawn and LOOKS.fullmatch(parent.arg or "") is not None
    if isinstance(parent, ast.Assign | ast.AugAssign):
        return _is_drawn_target(parent, draws)
    if draws and isinstance(parent, ast.Dict):
        entries = zip(parent.keys, parent.values, strict=True)
        keys = [k for k, v in entries if id(v) in inner or id(k) in inner]
        return any(isinstance(k, ast.Constant) and LOOKS.fullmatch(str(k.value)) for k in keys)
    return False


def _is_drawn_target(parent: ast.Assign | ast.AugAssign, draws: bool) -> bool:
    target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
    return any(
        (isinstance(name, ast.Name) and DRAWN_NAMES.fullmatch(name.id))
        or (draws and isinstance(name, ast.Attribute) and name.attr == "y")
        for name in ast.walk(target)
    )


def _is_look_of_a_call(node: ast.AST) -> bool:
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
        return False
    given = [each.arg or "" for each in node.value.keywords]
    return bool(given) and not node.value.args and all(map(LOOKS.fullmatch, given))


def _is_place_on_paper(file: str, node: ast.AST) -> bool:
    is_number = isinstance(node, ast.BinOp | ast.UnaryOp) or (
        isinstance(node, ast.Constant) and type(node.value) in (int, float)
    )
    return is_number and any(file.endswith(f"/{name}.py") for name in DRAWN_MODULES)
