"""Proposed facts in a few words, as the tests write them down."""

from etl.extraction.proposed import ProposedFact

SIGNS = {"exact": "", "about": "~", "at_most": "<=", "at_least": ">=", "unknown": ""}


def post(fact: ProposedFact, at_home: str | None) -> str:
    """Module, number, unit, measure, status, since when, and where if not at home: "2 4.5 posts subset filled 2023-05 in 05558012"."""
    values = fact.values
    number = f"{values['quantity']:g}" if "quantity" in values else "?"
    words = [values.get("module") or "-", SIGNS[str(values["certainty"])] + number]
    words += [values["unit"], values["measure"], values["status"], values.get("as_of")]
    if values["region"] != at_home:
        words.append(f"in {values['region']}")
    return " ".join(str(word) for word in words if word)


def amount(fact: ProposedFact) -> str:
    """The module, the amount with the sign of its certainty, the unit; "300000-330000" for a range."""
    values, sign = fact.values, SIGNS[str(fact.values["certainty"])]
    least, most = values.get("amount_min"), values.get("amount_max")
    is_range = least is not None and most is not None and least != most
    number = f"{least:.10g}-{most:.10g}" if is_range else f"{sign}{least or most or 0:.10g}"
    told = [values.get("module") or "-", number, values["unit"], sign if is_range else ""]
    return " ".join(str(each) for each in told if each)


def day(fact: ProposedFact, at_home: str | None) -> str:
    """Module, day, state, and where if not at home: "2 2023-05-01 expected"."""
    values = fact.values
    words = [values.get("module") or "-", values.get("date"), values["state"]]
    if values["region"] != at_home:
        words.append(f"in {values['region']}")
    return " ".join(str(word) for word in words if word)
