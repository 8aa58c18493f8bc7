"""The parts of a profile: which place, its finding, cards, answers, what is not known, documents, ways on."""

from collections.abc import Iterator

import streamlit as st

from kim import answer_table, german, profile, proof, queries
from kim.answers import Level, Value, above_of, region
from kim.answers.searched import searched
from kim.commitments import STILL_OPEN, Standing
from kim.queries import View
from kim.regions import LAND
from kim.tables import package
from ui import navigation
from ui.lists import Chip
from ui.lists.answers import Answers, in_document, on_cards
from ui.texts import markdown, plain, text
from ui.widgets import address, answer_rows, links
from ui.widgets.frame import SHOWN_PLACE, own_place, place_labels, place_register
from ui.widgets.grid import Cell, grid
from ui.widgets.html import html
from ui.widgets.page import finding
from ui.widgets.panels import CSV, offer
from ui.widgets.places import pick_own_place
from ui.widgets.terms import TERMS, what_it_means


def chosen_place(view: View) -> str | None:
    """The place that the address wants to see, else the own one."""
    wanted = address.value(SHOWN_PLACE)
    shown = place_register().successors.get(wanted, wanted)
    if shown and shown not in place_labels():
        address.refuse("place_unknown", value=wanted)
        shown = ""
    return shown or own_place(view)


def ask_for_place(view: View) -> None:
    """Ask for a place, with a search over all of them and the ways to the chosen ones."""
    labels = place_labels()
    finding((text("profile.no_place"),))
    pick_own_place("profile.pick")
    if view.regions:
        ways = [{"words": labels[each], "href": links.profile(each)} for each in view.regions]
        html("ways.html", lead=text("profile.chosen"), ways=ways, within=[])


def head(place: str, answers: Answers, view: View) -> None:
    """Name, kind and population of a place, and what is found about it in brief."""
    st.title(plain(queries.place_names()[place]), anchor=False)
    people = profile.population(place, view)
    html(
        "profile_head.html",
        kind=profile.kind(place),
        people=people and answer_rows.people(people),
        beside=list(_beside(place, view)),
        beside_label=text("profile.beside"),
    )
    with st.container(key="finding"):
        html("finding.html", sentences=profile.finding(place, answers))
    own = own_place(view)
    if own and own != place:
        html(
            "map_link.html",
            href=links.profile(own),
            words=text("profile.to_own", place=region(own).with_article),
        )


def cards(place: str, answers: Answers, view: View) -> None:
    """What can be counted, a card for each question to which there is a number, be it the district's."""
    shown = [answer_rows.card(each) for each in on_cards(answers)]
    if promised := _commitments(place, view):
        shown.append(promised)
    if shown:
        answer_rows.show_cards(shown)


def answer_list(place: str, answers: Answers) -> None:
    """Questions and answers by theme, with whom they hold for and their proofs."""
    st.header(text("profile.answers"), anchor=False)
    lead = "answers_lead" if Level.DISTRICT in above_of(place) else "answers_lead_above"
    st.caption(text(f"profile.{lead}"))
    themes = [
        (theme.heading, [answer_rows.row(each) for each in found])
        for theme, found in profile.by_theme(answers).items()
    ]
    heads = [text(f"profile.{each}") for each in ("question", "answer", "holds_for", "proof")]
    html("answers.html", caption=text("profile.answers"), heads=heads, themes=themes)
    what_it_means(*TERMS)


def contradictions(answers: Answers) -> None:
    """Where two documents give different numbers for the same time; nothing where none do."""
    found = list(profile.contradictions(answers))
    if not found:
        return
    st.header(text("profile.contradictions"), anchor=False)
    st.caption(text("profile.contradictions_lead"))
    shown = [
        (each.question.short, [_in_document(value) for value in (*each.values, *each.others)])
        for each in found
    ]
    html("contradictions.html", contradictions=shown)


def unknown(answers: Answers) -> None:
    """The questions to which nothing is found, how far was looked, and a form for the answers."""
    st.header(text("profile.unknown"), anchor=False)
    questions = [each.wording for each in profile.unknown(answers)]
    if questions:
        searched = next(iter(answers.values())).searched
        st.caption(markdown("profile.unknown_lead", searched=searched))
        html("unknown.html", questions=questions)
    else:
        st.caption(text("profile.nothing_unknown"))


def documents(place: str, view: View) -> None:
    """The documents on a place and its district, with their dates and how many facts rest on each."""
    found = profile.documents(place, view)
    if not found:
        st.caption(text("profile.no_documents"))
        return
    kinds, names = package().vocabularies["source_kind"], queries.place_names()
    counted = list(found[0]["facts"])
    heads = [text(f"profile.{each}") for each in ("document", "kind", "date")]
    heads += [text("profile.facts_of", place=names[each]) for each in counted]
    lines: list[list[Cell]] = [
        [
            {"words": each["title"], "href": links.document(each["source"])},
            kinds[each["kind"]],
            proof.date_of_document(each["date"]),
            *(str(each["facts"][key]) for key in counted),
        ]
        for each in found
    ]
    key = "one_document" if len(found) == 1 else "documents_open"
    whole = sum(not german.is_empty(each["text_sha256"]) for each in found)
    with st.expander(markdown(f"profile.{key}", number=len(found), whole=whole)):
        grid(text("profile.documents"), heads, lines, numbers=len(counted))


def ways(place: str, view: View) -> None:
    """The ways to the commitments, to the district and the Land, and to the places within."""
    page, above = navigation.page("commitments"), above_of(place)
    shown = [{"words": text("profile.commitments"), "href": links.places(page, [place])}]
    if Level.DISTRICT in above:
        district = above[Level.DISTRICT]
        words = text("profile.to_district", place=region(district).name)
        shown.append({"words": words, "href": links.profile(district)})
    if place != LAND:
        shown.append({"words": text("profile.to_land"), "href": links.profile(LAND)})
    within = [
        {"words": region(each).name, "href": links.profile(each)}
        for each in profile.below(place, view)
    ]
    leads = {"lead": text("profile.ways"), "lead_within": text("profile.towns")}
    html("ways.html", ways=shown, within=within, **leads)


def downloads(place: str, answers: Answers, view: View) -> None:
    """The answers as tables with their sources, and the form for what is missing."""
    with st.expander(text("profile.download")):
        st.markdown(text("profile.download_lead"))
        offer(answer_table.of_answers(f"steckbrief-{place}", {place: answers}, view))
        st.markdown(text("profile.template_lead"))
        st.download_button(
            text("profile.template"),
            lambda: answer_table.missing(place, answers),
            f"kim-fehlt-{place}.csv",
            CSV,
            key="fehlt",
            on_click="ignore",
        )


def _beside(place: str, view: View) -> Iterator[dict[str, str]]:
    """The ways to the profiles of the chosen places before and after this one."""
    if place not in view.regions:
        return
    at, names = view.regions.index(place), queries.place_names()
    for rel, other in (("prev", view.regions[:at][-1:]), ("next", view.regions[at + 1 :][:1])):
        for each in other:
            yield {"rel": rel, "words": names[each], "href": links.profile(each)}


def _commitments(place: str, view: View) -> dict[str, object] | None:
    """The card of the commitments that are open; None without one."""
    counts = profile.commitments(place, view)
    still_open = [counts[each] for each in STILL_OPEN]
    number = sum(each.certain for each in still_open)
    if not number:
        return None
    late = counts[Standing.OVERDUE].certain
    details = {
        "kept": counts[Standing.KEPT].certain,
        "prospective": counts[Standing.PROSPECTIVE].certain,
        "possible": sum(each.possible for each in still_open),
    }
    return {
        "title": text("profile.promised"),
        "number": str(number),
        "unit": text("profile.open"),
        "chips": [Chip(text("profile.late", number=late), "late")] if late else [],
        "details": [
            *(text(f"profile.{name}", number=each) for name, each in details.items() if each),
            *(
                [searched(place, view).words] if late else []
            ),  # later papers may say that it was kept
        ],
        "href": links.places(navigation.page("commitments"), [place]),
        "words": text("profile.all_commitments"),
    }


def _in_document(value: Value) -> dict[str, str]:
    return {**answer_rows.proof(value), "said": in_document(value)}
