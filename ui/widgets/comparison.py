"""Places side by side: the table of answers, peers to add, what nobody answers."""

import streamlit as st

from kim import answer_table, german, profile
from kim.answers import answers_of, region
from kim.answers.comparison import peers, populations
from kim.answers.side_by_side import lead
from kim.facts import words
from kim.german_nouns import listed
from kim.queries import View
from kim.view import KEY_OF_DISTRICT
from ui import navigation
from ui.lists.comparison import MOST_PLACES, Comparison, compared, unanswered
from ui.texts import markdown, plain, text
from ui.widgets import links
from ui.widgets.frame import own_place, place_labels
from ui.widgets.html import html
from ui.widgets.page import finding as say
from ui.widgets.panels import offer


def chosen_places(view: View) -> tuple[str, ...]:
    """At most six of the chosen places, the own one first; of more, its district and those that most is known of."""
    own = own_place(view)
    district = own[:KEY_OF_DISTRICT] if own else ""
    answered = answers_of(view.regions, view)

    def known(place: str) -> tuple[bool, int, str]:
        answers = sum(bool(each.values) for each in answered[place].values())
        return place not in (own, district), -answers, place

    kept = sorted(view.regions, key=known)[:MOST_PLACES]
    return tuple(sorted(kept, key=lambda place: (place != own, place)))


def show_chosen(view: View) -> None:
    """The chosen places side by side, with what is found, peers, and what is not answered."""
    places = chosen_places(view)
    if not places:
        st.info(text("exhibit.no_place"))
        return
    one = View(places, view.held_on, view.known_on)
    answered = answers_of(places, one)
    say(lead(places, one))
    if len(view.regions) > MOST_PLACES:
        left_out = listed([region(each).name for each in view.regions if each not in places])
        counts = {"shown": len(places), "chosen": len(view.regions), "left_out": left_out}
        st.caption(markdown("comparison.shown", **counts))
    if len(places) == 1:
        answers, others = st.columns([3, 2], gap="large")
        with others:
            st.subheader(text("comparison.one_place"), anchor=False)
            _offer_peers(places, view)
        with answers:
            _side_by_side(places, answered, one)
    else:
        _side_by_side(places, answered, one)
        _offer_peers(places, view)
    silent = unanswered(places, answered)
    if silent:
        with st.expander(markdown("comparison.unanswered", number=len(silent))):
            st.markdown(" · ".join(map(plain, silent)))


def _side_by_side(places: tuple[str, ...], answered: answer_table.Answered, view: View) -> None:
    """The table of the places with its downloads."""
    with st.container(key="exhibit-vergleich"):
        show(compared(places, answered, view), own_place(view))
        offer(answer_table.of_answers("vergleich", answered, view))


def show(shown: Comparison, own: str | None) -> None:
    """The table of a comparison; on a phone its columns become cards."""
    if not shown.groups:
        st.info(text("comparison.none"))
        return
    rows = [row for group in shown.groups for row in group.rows]
    cells = (cell for row in rows for cell in (*row.cells, row.of_all) if cell)
    hrefs = {value.fact: links.evidence(value.fact) for cell in cells for value in cell.values}
    places = [
        {
            "name": region(place).name,
            "kind": profile.kind(place),
            "is_own": place == own,
            "href": links.profile(place),
        }
        for place in shown.places
    ]
    words = {
        "caption": text("comparison.caption"),
        "more": text("comparison.more"),
        "of_all": text("comparison.of_all"),
        "signs": text("comparison.signs"),
    }
    html("comparison.html", shown=shown, places=places, hrefs=hrefs, **words)


def _offer_peers(places: tuple[str, ...], view: View) -> None:
    """Places of the first one's kind and of like size: a click sets one beside the others, or all beside it.

    Where there is no room for one more, it stands beside the first one alone. The first one is the
    own place; without one there is nothing to be like.
    """
    if own_place(view) is None:
        st.caption(text("comparison.peers_of_own"))
        return
    first, alike = places[0], peers(places[0], view)
    kept = places if len(places) < MOST_PLACES else (first,)
    found = [each for each in alike if each.place not in kept]
    people = populations((first,), view).get(first)
    size = _size(people.number if people else None)
    if not found:
        key = "peers_beside" if alike else "no_peers"
        st.caption(markdown(f"comparison.{key}", of=region(first).of, size=size))
        return
    labels, page = place_labels(), navigation.page("comparison")
    ways = [
        (labels[each.place], links.places(page, [*kept, each.place]), _size(each.population))
        for each in found
    ]
    every = links.places(page, [first, *(each.place for each in alike)])
    html(
        "peers.html",
        lead=text("comparison.peers", of=region(first).of, size=size),
        why=text("comparison.peers_why", kind=words("region_kind", region(first).kind)),
        ways=ways,
        every=(text("comparison.peers_all"), every),
    )


def _size(people: float | None) -> str:
    if people is None:
        return text("answer_table.not_no_population").removeprefix(". ")
    return text("comparison.inhabitants", number=german.number(people))
