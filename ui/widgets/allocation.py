"""The answer to a task of sharing out posts: its sentences, a tie to settle, chart, table and downloads."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import pandas as pd
import streamlit as st

from kim import german, queries
from kim.allocation import Allocation, Refusal, Share, Task, allocate, refusals
from kim.downloads import Download
from kim.on_screen import About
from kim.queries import View
from kim.tables import Field, Table
from ui.figures.allocation import difference, posts, shares_and_quotas
from ui.pictures import allocated
from ui.pictures.picture import Size
from ui.texts import plain, text
from ui.widgets import address, links
from ui.widgets.address import Asked
from ui.widgets.allocation_inputs import CHOSEN, Typed
from ui.widgets.frame import own_place
from ui.widgets.grid import grid
from ui.widgets.page import finding
from ui.widgets.panels import offer, panels, plot, view_of
from ui.widgets.take_away import pictures

KEY = "verteilung"
COLUMNS = ("persons", "quota", "posts", "difference", "raised")


def answer(typed: Typed, view: View) -> None:
    """Compute and show it, or say what is missing."""
    task = typed.task
    refused = [_refusal(each) for each in refusals(task)] if task else typed.sentences
    if task and not task.persons:
        _without_result("allocation.finding_empty")
        return
    if task is None or refused:
        _without_result("allocation.finding_refused", refused)
        return
    st.header(text("allocation.result"), anchor=False)
    chosen = _settle(task)
    found = allocate(task, chosen)
    finding(_sentences(task, found, chosen))
    if found.left:
        st.warning(plain(text("allocation.tie_open", left=float(found.left))))
    st.caption(plain(typed.counted))
    about = _about(task, found, chosen, typed.counted)
    own = own_place(view)
    name = queries.place_names()[own] if own else ""
    here = links.here()
    leads = allocated.leads(task, found, chosen, typed.counted)
    with st.container(key=f"exhibit-{KEY}"):
        panels(
            KEY,
            lambda: _chart(found, name),
            lambda: _table(task, found),
            lambda: _downloads(
                found, about, lambda size: allocated.svg(found, leads, here, size, name)
            ),
        )


def _without_result(words: str, sentences: Sequence[str] = ()) -> None:
    """Say in the finding that there is none, below it what is wrong; nothing in the address is lost."""
    address.know(CHOSEN, view_of(KEY))
    finding((text(words, mark=text("allocation.mark")),))
    for each in sentences:
        st.warning(plain(each))


def _refusal(refusal: Refusal) -> str:
    named = {
        name: german.number(float(each)) if isinstance(each, int | Fraction) else each
        for name, each in refusal.named.items()
    }
    return text(f"allocation.refused_{refusal.fault}", **named)


def _settle(task: Task) -> list[str]:
    """Where places tie for the last steps, whom the reader gives them to; kept in the address."""
    tie = allocate(task).tie
    if tie is None:
        st.query_params.pop(CHOSEN, None)
        return []
    state = st.session_state
    nobody: list[str] = []
    address.seed(CHOSEN, lambda given: Asked(list(given)), nobody)
    state[CHOSEN] = [each for each in state[CHOSEN] if each in tie.places]
    numbers = {"steps": tie.steps, "places": len(tie.places)}
    chosen: list[str] = st.pills(
        plain(text("allocation.tie", step=float(task.step), **numbers)),
        tie.places,
        format_func=plain,
        selection_mode="multi",
        key=CHOSEN,
    )
    address.follow(CHOSEN, chosen)
    return chosen


def _sentences(task: Task, found: Allocation, chosen: Sequence[str]) -> tuple[str, ...]:
    """What is computed, who gets what, what rounding changes, a tie."""
    tie = allocated.of_tie(found, chosen)
    told = (allocated.rules(task), allocated.shares(found), allocated.gains(found), tie)
    return tuple(filter(None, told))


def _chart(found: Allocation, own: str) -> None:
    plot(KEY, shares_and_quotas(found.shares, own), allocated.alt(found))
    st.caption(text("allocation.mark"))


def _table(task: Task, found: Allocation) -> None:
    heads = [text("allocation.place"), *(_title(each) for each in COLUMNS)]
    lines = [_cells(each) for each in found.shares]
    given = sum((each.posts for each in found.shares), Fraction(0))
    persons = german.number(float(sum(each.persons for each in found.shares)))
    total = [text("allocation.sum"), persons, posts(task.posts), posts(given)]
    mark = text("allocation.mark")
    caption = text("allocation.caption", places=len(found.shares), mark=mark)
    grid(caption, heads, [*lines, [*total, difference(given - task.posts), ""]], len(COLUMNS))


def _cells(share: Share) -> list[str]:
    return [
        share.place,
        german.number(float(share.persons)),
        posts(share.quota),
        posts(share.posts),
        difference(share.difference),
        text("allocation.yes") if share.is_raised else text("allocation.no"),
    ]


def _title(column: str) -> str:
    return text("allocation.persons" if column == "persons" else f"allocation.{column}_head")


def _downloads(found: Allocation, about: About, drawn: Callable[[Size], bytes]) -> None:
    st.markdown(text("allocation.download_lead"))
    fields = [Field(each, _title(each), "number") for each in COLUMNS[:-1]]
    fields.append(Field("raised", _title("raised")))
    table = Table("allocation", text("allocation.title"), tuple(fields), ("place",))
    offer(Download(KEY, _frame(found), table, (), about, loads_again=False))
    pictures(KEY, drawn)


def _frame(found: Allocation) -> pd.DataFrame:
    """A row for each place; posts and quotas as numbers with at most four decimals."""
    return pd.DataFrame(
        {
            "place": each.place,
            "persons": float(each.persons),
            "quota": round(float(each.quota), 4),
            "posts": round(float(each.posts), 4),
            "difference": round(float(each.difference), 4),
            "raised": text("allocation.yes") if each.is_raised else text("allocation.no"),
        }
        for each in found.shares
    )


def _about(task: Task, found: Allocation, chosen: Sequence[str], counted: str) -> About:
    """What a download says of itself."""
    tie = allocated.of_tie(found, chosen)
    return (
        (text("allocation.about_what"), text("allocation.mark")),
        (text("allocation.posts"), posts(task.posts)),
        (text("allocation.least"), posts(task.least)),
        (text("allocation.step"), posts(task.step)),
        (text("allocation.method"), text(f"allocation.method_{task.method}")),
        (text("allocation.persons"), counted),
        *(((text("allocation.about_tie"), tie),) if tie else ()),
        (text("allocation.about_address"), links.here()),
    )
