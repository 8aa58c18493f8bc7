"""Who pays whom, and what was asked about it."""

import pandas as pd

from kim.queries.asking import View, ask, words


def amounts(view: View) -> pd.DataFrame:
    """All amounts, with names and kinds of payer and recipient where the document names them."""
    found = ask("facts", table="funding", **vars(view))
    named = ask("organisations").set_index("organisation")
    ends = {
        f"{end}_{column}": found[end].map(named[column])
        for end in ("payer", "recipient")
        for column in ("name", "kind")
    }
    return found.assign(**ends)


def money_paths(view: View) -> pd.DataFrame:
    """Who pays whom: rows of funding with a payer or recipient, and the two roles of a grant."""
    found = ask("money_paths", **vars(view))
    return found.assign(item=found["item"].fillna(found["role"].map(words("carrier_role"))))


def money_questions(view: View) -> pd.DataFrame:
    """The questions on money among the open questions."""
    return ask("money_questions", **vars(view))
