"""One row for every question, such that it answers this question, and a word of the answer."""

from dataclasses import dataclass

from kim.answers import QUESTIONS
from kim.tables import package
from tests.spec.answers.towns import lines


@dataclass(frozen=True)
class Case:
    """The table, the cells of the row, and a word that the sentence must have."""

    table: str
    cells: str
    word: str


COUNTED = "case_management | quantity=2 | status=filled"
CASES = {
    "case_management_posts": Case("positions", f"module=2 | function={COUNTED}", "2"),
    "coordination_posts": Case(
        "positions",
        "module=1 | function=coordination | quantity=1.5 | status=established | valid_until=2099-12-31",
        "1,5",
    ),
    "immigration_office_posts": Case(
        "positions",
        "module=3 | function=immigration_office | quantity=3 | status=established",
        "3",
    ),
    "filled_posts": Case("positions", f"module=2 | function={COUNTED}", "besetzt"),
    "posts_in_towns": Case(
        "positions",
        "module=2 | function=case_management | quantity=7 | status=established | area=Kommunen",
        "Kommunen",
    ),
    "time_limits": Case(
        "positions",
        "module=1 | function=coordination | quantity=1.5 | status=established | valid_until=2099-12-31",
        "bis 31.12.2099",
    ),
    "commissions": Case(
        "carriers", "module=2 | role=commissions | organisation=caritas", "Auftrag"
    ),
    "carries_out": Case("carriers", "module=2 | role=carries_out | organisation=caritas", "durch"),
    "employs": Case("carriers", "module=2 | role=employs | organisation=caritas", "stellt"),
    "supervises": Case("carriers", "role=supervises | organisation=caritas", "Fachaufsicht"),
    "workplace": Case(
        "carriers", "module=2 | role=provides_workplace | organisation=caritas", "Arbeitsplatz"
    ),
    "grant_recipient": Case("carriers", "role=receives_grant | organisation=caritas", "empfängt"),
    "grant": Case("funding", "item=Zuwendung | amount_min=100 | amount_max=100", "100 Euro"),
    "own_share": Case("funding", "item=Eigenanteil | amount_min=200 | amount_max=200", "200"),
    "total_cost": Case("funding", "item=Gesamtkosten | amount_min=300 | amount_max=300", "300"),
    "grant_per_post": Case(
        "funding", "item=Satz | unit=eur_per_post | amount_min=9 | amount_max=9", "9"
    ),
    "funding_lasts": Case(
        "funding", "item=Pauschale | period=zunächst ein Jahr | amount_min=5", "zunächst ein Jahr"
    ),
    "target_groups": Case("target_groups", "label=Familien | inclusion=primary", "Familien"),
    "excluded_groups": Case("target_groups", "label=Gäste | inclusion=excluded", "Gäste"),
    "groups_laid_down_by": Case(
        "target_groups", "label=Paare | inclusion=primary | defined_by=Rat", "vom Rat"
    ),
    "steering_bodies": Case("bodies", "body=Lenkungsgruppe | level=strategic", "Lenkungsgruppe"),
    "carriers_in_steering": Case(
        "bodies", "body=Beirat | level=strategic | members=freie Träger", "freie Träger"
    ),
    "concept": Case("instruments", "label=Leitbild | kind=concept | state=in_use", "Leitbild"),
    "instruments": Case("instruments", "label=Netzkarte | kind=method | state=in_use", "Netzkarte"),
    "kept_apart": Case("objectives", "label=Keine Doppelstrukturen", "keine Doppelstrukturen"),
    "evaluation": Case("evaluations", "level=local | status=running", "läuft eine Evaluation"),
    "evaluation_results": Case(
        "evaluations", "level=local | status=running | subject=KIM | results=none_yet", "noch keine"
    ),
    "persons_advised": Case("indicators", "indicator=persons_advised | value=50", "50"),
    "commitments": Case(
        "commitments", "promise=Konzept vorlegen | recurrence=once | due=2021-12", "Termin vorbei"
    ),
    "reporting_duties": Case("commitments", "promise=Bericht | recurrence=yearly", "jährlich"),
    "last_decision": Case("decisions", "subject=Teilnahme | kind=decided | body=Rat", "Teilnahme"),
    "open_questions": Case("open_questions", "question=Wer zahlt? | state=open", "Wer zahlt?"),
}


def tables(*more: dict[str, str]) -> dict[str, str]:
    """The rows of all cases by table, once for each of these cells that they have as well."""
    rows: dict[str, dict[str, dict[str, str]]] = {}
    for at, cells in enumerate(more):
        for each in CASES.values():
            own = dict(cell.split("=", 1) for cell in each.cells.split(" | "))
            rows.setdefault(each.table, {})[f"{at} {each.cells}"] = own | {"note": "x"} | cells
    return {name: lines(list(found.values())) for name, found in rows.items()}


assert list(CASES) == [each.id for each in QUESTIONS]
assert {each.table for each in CASES.values()} <= {table.name for table in package().facts}
