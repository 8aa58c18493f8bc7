"""What is said first of places side by side: posts in whole sentences, then what tells them apart."""

from kim.answers.side_by_side import lead
from tests.spec.found.conftest import Knows
from tests.spec.told import view

TOWN, OTHER, SILENT = "05566076", "05558", "05515"
HEAD = "region | module | function | quantity | unit | measure | status | source | paragraph | anchor | basis"
READ = "gelesen-2022 | 1 | einmal | stated"
POSTS = f"""
    {HEAD}
    05566076 | 2 | case_management | 3.5 | posts   | total | established | {READ}
    05558    | 2 | case_management | 1   | persons | total | filled      | {READ}
    05558    | 2 | case_management | 1   | posts   | total | filled      | {READ}
"""


def test_the_posts_of_all_places_are_one_sentence_in_their_order(knows: Knows) -> None:
    first, *_ = knows(positions=POSTS).ask(
        lead, (TOWN, OTHER, SILENT), view(f"{TOWN} {OTHER} {SILENT}")
    )

    assert first == (
        "In Rheine sind im Case Management 3,5 Stellen eingerichtet, im Kreis Coesfeld ist 1 Stelle "
        "besetzt, zu Münster ist keine Gesamtzahl gefunden."
    )


def test_a_post_that_is_only_claimed_says_so(knows: Knows) -> None:
    claimed = POSTS.replace("filled      | gelesen-2022 | 1 | einmal | stated", f"filled | {READ}")
    claimed = claimed.replace(
        f"1   | posts   | total | filled | {READ}",
        f"1   | posts   | total | established | {READ.replace('stated', 'claimed')}",
    )
    first, *_ = knows(positions=claimed).ask(lead, (TOWN, OTHER), view(f"{TOWN} {OTHER}"))

    assert first.endswith(
        "im Kreis Coesfeld ist (1) Stelle eingerichtet (behauptet, nicht bestätigt)."
    )


def test_who_carries_it_out_follows_where_places_differ(knows: Knows) -> None:
    head = "region | module | organisation | role | source | paragraph | anchor | basis"
    rows = f"05566076 | 2 | caritas | carries_out | {READ}\n05558 | 2 | stadt-rheine | carries_out | {READ}"
    told = knows(positions=POSTS, carriers=f"{head}\n{rows}")

    assert told.ask(lead, (TOWN, OTHER), view(f"{TOWN} {OTHER}"))[1] == (
        "Zur Durchführung des Case Managements ist genannt: "
        "in Rheine Caritasverband; im Kreis Coesfeld Stadt Rheine."
    )
    same = knows(positions=POSTS, carriers=f"{head}\n{rows.replace('stadt-rheine', 'caritas')}")
    assert same.ask(lead, (TOWN, OTHER), view(f"{TOWN} {OTHER}"))[1] == (
        "Vor Ort oder im Kreis ist keine Evaluation genannt."
    )


def test_without_any_number_that_is_said(knows: Knows) -> None:
    head = "region | level | status | subject | source | paragraph | anchor | basis"
    told = knows(
        positions=HEAD, evaluations=f"{head}\n05566076 | local | running | T1 | {READ}"
    ).ask(lead, (TOWN, OTHER), view(f"{TOWN} {OTHER}"))

    assert told == (
        "Zu den Stellen im Case Management ist in Rheine und im Kreis Coesfeld keine Gesamtzahl gefunden.",
        "Zur Evaluation vor Ort oder im Kreis ist genannt: in Rheine „läuft“.",
    )


def test_a_place_alone_has_its_own_sentences(knows: Knows) -> None:
    first, second = knows(positions=POSTS).ask(lead, (TOWN,), view(TOWN))

    assert first.startswith("In Rheine sind im Case Management 3,5 Stellen eingerichtet")
    assert second.startswith("Zur Durchführung des Case Managements ist in Rheine nichts gefunden")
