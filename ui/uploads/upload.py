"""The way of a file into the store: choose, drop, wait, publish; and what is said when it cannot go on."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import BinaryIO

import streamlit as st

from kim import exports, german, queries
from kim.access import Actor, NotAllowedError, Role
from kim.loads import FileTooLargeError, Receipt, State
from kim.pointer import StoreDamagedError
from kim.settings import BYTES_PER_MEGABYTE, most_upload_bytes
from kim.store import StoreBusyError, StoreEmptyError, StoreFullError
from kim.tables import Table, package
from kim.view import GERMANY
from ui import exhibits, navigation
from ui.texts import markdown, plain, text
from ui.widgets.door import let_go_of_files, open_door
from ui.widgets.panels import CSV, XLSX

TABLE, RECEIPT, SAID, DROPPED, ROUND = "tabelle", "beleg", "gesagt", "abgelegt", "runde"
HISTORY = navigation.page("history")
KINDS_OF_FILE = ["csv", "tsv", "txt", "xlsx"]
Receive = Callable[[str, BinaryIO], Receipt]


def moment(at: datetime) -> str:
    """A time of the store (UTC) as it is in Germany: "22.11.2026, 14:05 Uhr"."""
    there = at.replace(tzinfo=UTC).astimezone(GERMANY)
    return f"{german.day(there.date())}, {there:%H:%M} Uhr"


def may_write(actor: Actor) -> bool:
    """Whether the actor hands in or releases files; said on the page when not."""
    if actor.may_hand_in or Role.REVIEWER in actor.roles:
        return True
    st.info(text("upload.no_place" if Role.EDITOR in actor.roles else "upload.not_allowed"))
    return False


def may_hand_in(actor: Actor) -> bool:
    """Whether the actor brings in files, and does not only release them."""
    return actor.may_hand_in


@contextmanager
def troubles() -> Iterator[None]:
    """What the store cannot do now is said in a sentence, and the page ends there."""
    try:
        yield
    except NotAllowedError as refused:
        st.error(plain(str(refused)))
    except StoreBusyError:
        st.warning(text("upload.busy"))
    except StoreFullError:
        st.error(text("upload.full"))
    except StoreEmptyError:
        st.info(text("upload.no_version"))
    except StoreDamagedError as damaged:
        st.error(markdown("upload.damaged", reason=str(damaged)))
    except FileTooLargeError:
        st.error(markdown("upload.too_large", limit=_limit()))
    else:
        return
    st.stop()


def pick_table() -> Table:
    """The table whose rows are in the file; those with a page of their own first."""
    tables = package().tables
    named = {name: tables[name] for name in dict.fromkeys([*exhibits.TABLES, *tables])}
    chosen = st.selectbox(
        text("upload.table"),
        list(named),
        format_func=lambda name: _table_words(named[name]),
        key=TABLE,
        bind="query-params",
    )
    st.caption(plain(f"{named[chosen].description}."))
    return named[chosen]


def offer_templates(table: Table) -> None:
    """The empty forms of a table, with one row as an example."""
    st.markdown(text("upload.template_lead"))
    example = queries.example(table)
    name = f"vorlage-{table.title.casefold().replace(' ', '-')}"
    with st.container(horizontal=True):
        st.download_button(
            text("upload.template_xlsx"),
            lambda: exports.template(example, table, _lookups(table)),
            f"{name}.xlsx",
            XLSX,
            on_click="ignore",
        )
        st.download_button(
            text("upload.template_csv"),
            lambda: exports.csv_for_excel(example, table),
            f"{name}.csv",
            CSV,
            on_click="ignore",
        )


def drop(receive: Receive) -> None:
    """The place to drop a file; what is dropped is received at once and becomes the current file."""
    open_door()
    state = st.session_state
    file = st.file_uploader(
        markdown("upload.file", limit=_limit()),
        type=KINDS_OF_FILE,
        max_upload_size=most_upload_bytes() // BYTES_PER_MEGABYTE,
        key=f"datei-{state.get(ROUND, 0)}",
        help=text("upload.file_help"),
    )
    if file and state.get(DROPPED) != file.file_id:
        state[RECEIPT] = receive(file.name, file)
        state[DROPPED] = file.file_id
    elif not file and state.get(DROPPED):
        state[RECEIPT] = state[DROPPED] = None


def pick_waiting(waiting: Sequence[Receipt], discard: Callable[[Receipt], Receipt]) -> None:
    """The files that are received and not published; one of them can become the current file."""
    current = current_receipt()
    others = {
        each.receipt: each for each in waiting if each.receipt != (current and current.receipt)
    }
    if not others:
        return
    with st.expander(markdown("upload.waiting", files=len(others))):
        chosen = st.selectbox(
            text("upload.waiting_file"),
            list(others),
            format_func=lambda receipt: _waiting_words(others[receipt]),
        )
        with st.container(horizontal=True):
            st.button(text("upload.waiting_open"), on_click=take, args=(others[chosen],))
            if st.button(text("upload.discard"), key="weglegen"):
                discard(others[chosen])
                st.rerun()


def take(receipt: Receipt | None) -> None:
    """Make this the current file, and the place to drop another one empty; in a callback."""
    let_go_of_files()
    state = st.session_state
    state[RECEIPT] = receipt
    state[DROPPED] = None
    state[ROUND] = state.get(ROUND, 0) + 1
    if receipt and receipt.upload:
        change_table(receipt.upload.table)


def change_table(name: str) -> None:
    """Choose this table; before its widget is made, or in a callback."""
    st.session_state[TABLE] = name


def current_receipt() -> Receipt | None:
    """The file this session works on."""
    receipt: Receipt | None = st.session_state.get(RECEIPT)
    return receipt


def keep(receipt: Receipt) -> None:
    """The current file with what was decided about it."""
    st.session_state[RECEIPT] = receipt


def say_published_already() -> None:
    """That the current file is in the store; the page ends there."""
    st.info(text("upload.published_already"))
    st.page_link(HISTORY.file, label=text("upload.see_history"))
    st.stop()


def say_received(receipt: Receipt) -> None:
    """That the file is safe."""
    size = f"{german.number(round(receipt.size / 1000, 1))} KB"
    words = {"file": receipt.file, "size": size, "at": moment(receipt.at)}
    st.success(markdown("upload.received", **words))


def end(sentence: str, table: str = "") -> None:
    """Say what became of the current file at the top of the page, which begins anew."""
    take(None)
    st.session_state[SAID] = (sentence, table)
    st.rerun()


def say_end() -> None:
    """What became of the file before, once."""
    sentence, table = st.session_state.pop(SAID, ("", ""))
    if not sentence:
        return
    st.success(plain(sentence))
    with st.container(horizontal=True):
        if page := exhibits.page_of(table):
            st.page_link(page.file, label=text("upload.see_page"))
        if table:
            st.page_link(HISTORY.file, label=text("upload.see_history"))


def _lookups(table: Table) -> dict[str, list[tuple[str, str]]]:
    """What the cells of a table may refer to: by title of the other table, key and name."""
    ways: dict[str, Callable[[], dict[str, str]]] = {
        "regions": queries.place_names,
        "organisations": queries.organisations,
        "sources": queries.source_titles,
    }
    targets = dict.fromkeys(reference.table for reference in table.references)
    return {package().tables[name].title: list(ways[name]().items()) for name in targets}


def _limit() -> str:
    return german.number(most_upload_bytes() // BYTES_PER_MEGABYTE)


def _table_words(table: Table) -> str:
    kind = text("upload.facts") if table.is_fact else text("upload.reference")
    return f"{table.title} ({kind})"


def _waiting_words(receipt: Receipt) -> str:
    state = "submitted" if receipt.state is State.SUBMITTED else "received"
    words = {"file": receipt.file, "at": moment(receipt.at), "state": text(f"upload.state_{state}")}
    return text("upload.waiting_entry", **words)
