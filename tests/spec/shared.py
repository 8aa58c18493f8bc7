"""Rows that several specifications tell."""

# Two places, four dates, one text; "later" came with the second load, which took "gone" back.
BODIES = """
    loads | region   | body   | source        | paragraph | anchor  | as_of   | host
          | 05566    | own    | vermerk-2023  |           |         | 2023-05 | stadt-rheine
          | 05566    | read   | muster-2022   | 1         | Stellen |         |
          | 05566076 | town   | web-undatiert |           |         |         | caritas
    2-    | 05566    | later  | vermerk-2023  |           |         | 2021    |
    1     | 05566    | gone   | vermerk-2023  |           |         | 2021    |
          | 05558    | abroad | vermerk-2023  |           |         | 2021    |
"""

# The file is written the other way round; each row differs from the next in a later column.
IN_ORDER = """
    body | region | as_of | source        | paragraph
    7    | 05566  |       | web-undatiert | 1
    6    | 05566  | 2022  | vermerk-2023  |
    5    | 05566  | 2022  | vermerk-2023  | 2
    4    | 05566  | 2022  | vermerk-2023  | 1
    3    | 05566  | 2022  | a-paper       | 8
    2    | 05566  | [2021,2023] | vermerk-2023 | 9
    1    | 05558  | 2023  | vermerk-2023  | 9
"""
A_PAPER = """
    source  | date
    a-paper | 2024
"""
# Rows that only their key tells apart.
TIED = """
    body
    a
    b
    c
    d
    e
    f
    g
"""
