"""Who has which role: every phrase in its example, and what is easily read wrong."""

from dataclasses import replace

import pytest

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.families import carriers
from etl.extraction.paper import Paper, Sentence
from etl.extraction.phrases import Phrase
from etl.extraction.propose import propose
from etl.extraction.proposed import Value

DISTRICT, TOWN = "05554", "05554020"
DECLARED = [
    pytest.param(phrase, id=f"{name}-{phrase.phrase}")
    for name, declared in phrases.load("carriers").items()
    for phrase in declared.phrases
    if name != "head"
]


def read(text: str, region: str = DISTRICT, before: str = "") -> list[dict[str, Value]]:
    """What the rules read in a sentence that speaks of KIM."""
    earlier = Sentence(before, 1, 0) if before else None
    context = Context(Sentence(text, 1, 0), Paper((text,), region), earlier)
    return [dict(each.values) for rule in carriers.RULES for each in rule.find(context)]


def told(text: str, region: str = DISTRICT, before: str = "") -> set[tuple[Value, ...]]:
    return {
        (each["organisation"], each["role"], each["counterpart"])
        for each in read(text, region, before)
    }


@pytest.mark.parametrize("phrase", DECLARED)
def test_a_phrase_gives_its_role_in_its_example(phrase: Phrase) -> None:
    before = "Die Stellen sind beim Kreis Borken."
    assert phrase.code in {each["role"] for each in read(phrase.example, TOWN, before)}


def test_who_receives_and_passes_on_and_to_whom() -> None:
    text = "Es heißt, dass der Kreis Borken der Zuwendungsempfänger ist und das Geld an die Stadt Gronau weiterleitet."
    assert told(text, TOWN) == {
        ("kreis-borken", "receives_grant", None),
        ("kreis-borken", "passes_on_grant", "stadt-gronau"),
    }
    assert {each["region"] for each in read(text, TOWN)} == {DISTRICT}


def test_who_commissions_whom() -> None:
    text = "Der Kreis hat die DRK Borken mit dem Case Management beauftragt."
    assert told(text) == {
        ("kreis-borken", "commissions", "drk-borken"),
        ("drk-borken", "carries_out", None),
    }
    assert {(each["module"], each["role"], each["basis"]) for each in read(text)} == {
        ("2", "commissions", "stated"),
        ("2", "carries_out", "inferred"),
    }


@pytest.mark.parametrize(
    ("text", "organisation", "role"),
    [
        ("Drei Stellen sind beim Kreis angesiedelt.", "kreis-borken", "employs"),
        ("Die Stellen sind bei der Ausländerbehörde eingerichtet.", "auslaenderbehoerde-kreis-borken", "provides_workplace"),
        ("Die Lenkungsgruppe ist beim Kreis angesiedelt.", "kreis-borken", "hosts"),
        ("Die Fachaufsicht liegt beim Kommunalen Integrationszentrum.", "ki-kreis-borken", "supervises"),
        ("Es sind drei Stellen, zwei Kräfte bei der Stadt Bocholt.", "stadt-bocholt", "employs"),
        ("Zuständig ist das Team links der Ems (Caritas).", "caritas-borken", "carries_out"),
    ],
)  # fmt: skip
def test_where_it_is_says_the_role(text: str, organisation: str, role: str) -> None:
    assert told(text) == {(organisation, role, None)}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Beschäftigt sind sie bei der Stadt Bocholt, dem DRK und der Caritas.",
            {("stadt-bocholt", "employs"), ("drk-borken", "employs"), ("caritas-borken", "employs")},
        ),
        (
            "Das Case Management wird durch die Caritas und das DRK umgesetzt.",
            {("caritas-borken", "carries_out"), ("drk-borken", "carries_out")},
        ),
        (
            "Drei Stellen sind bei den Städten Ahaus und Vreden angesiedelt.",
            {("stadt-ahaus", "employs"), ("stadt-vreden", "employs")},
        ),
        (
            "Die Dienstaufsicht verbleibt bei den Kommunen, die Fachaufsicht übt das KI aus.",
            {("kommunen-kreis-borken", "supervises"), ("ki-kreis-borken", "supervises")},
        ),
        ("Mit dem Case Management wurde die Caritas beauftragt.", {("caritas-borken", "carries_out")}),
        ("Das KI ist mit der Koordination betraut.", set()),
    ],
)  # fmt: skip
def test_lists_clauses_and_the_passive(text: str, roles: set[tuple[str, str]]) -> None:
    assert {(organisation, role) for organisation, role, _ in told(text)} == roles


def test_a_pronoun_means_the_first_of_the_sentence_before() -> None:
    text = "Er reicht die Mittel an die Stadt Gronau weiter."
    assert told(text, before="Der Kreis Borken erhält Landesmittel.") == {
        ("kreis-borken", "passes_on_grant", "stadt-gronau")
    }


def test_a_role_of_the_sentence_before_is_inferred() -> None:
    text = "Insgesamt seien zwei Koordinierungskräfte und drei Case Manager eingestellt worden."
    found = read(text, before="Die Stellen seien beim Kreis Borken besetzt.")
    assert [(each["module"], each["organisation"], each["basis"]) for each in found] == [
        ("1", "kreis-borken", "inferred"),
        ("2", "kreis-borken", "inferred"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sind die Stellen beim Kreis Borken angesiedelt?",
        "Der Kreis Borken leitet die Mittel nicht an freie Träger weiter.",
        "Die Stellen sollen beim Kreis Borken eingerichtet werden.",
        "Die Verwaltung arbeitet in enger Kooperation mit der Caritas.",
        "Die Beratungsstelle der Caritas liegt in der Mittelstraße.",
        "Der Kreis Borken leitet die Sitzung.",
        "Der Kreistag hat die Lenkungsgruppe mit der Umsetzung beauftragt.",
    ],
)
def test_what_is_asked_denied_planned_or_only_partnership_is_no_role(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("paragraphs", "roles"),
    [
        (
            ("Träger des Case Managements sind:\n- DRK\n- AWO (1,5 Stellen)",),
            [("drk-borken", "carries_out"), ("awo", "carries_out")],
        ),
        (
            ("Anstellungsträger der Case Manager:", "- AWO", "- Stadt Gronau: 1,0"),
            [("awo", "employs"), ("stadt-gronau", "employs")],
        ),
        (
            ("| Anstellungsträger | Stellen |\n| AWO | 1,5 |\n| freie Träger | 1,0 |",),
            [("awo", "employs")],
        ),
        (("- AWO: 1,5 VZÄ im Case Management",), [("awo", "employs")]),
        (("Zwei Stellen (AWO) sind besetzt.",), [("awo", "employs")]),
        (("Die AWO: ein Verband mit Geschichte.",), []),
    ],
)
def test_carriers_of_lists_and_tables(
    paragraphs: tuple[str, ...], roles: list[tuple[str, str]]
) -> None:
    paper = Paper(("Case Management im KIM", *paragraphs), TOWN)
    told = [fact.values for fact in propose(paper) if fact.table == "carriers"]
    assert [(each["organisation"], each["role"]) for each in told] == roles


def test_what_speaks_of_something_else_is_no_role() -> None:
    context = Context(
        Sentence("Drei Stellen sind beim Kreis angesiedelt.", 1, 0), Paper(("",), DISTRICT)
    )
    other = replace(context, topic=replace(context.topic, is_kim=False))
    found = [[each for rule in carriers.RULES for each in rule.find(of)] for of in (context, other)]
    assert [bool(each) for each in found] == [True, False]
