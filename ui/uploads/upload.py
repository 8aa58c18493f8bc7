"""The way of a file into the store: choose, drop, wait, publish; and what is said when it cannot go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from etl.uploads.submission import FileTooLargeError, State, Submission
from etl.uploads.uploads import Uploads
from kim import exports, german, queries
from kim.access import Actor, NotAllowedError, Role
from kim.disk import StoreFullError, StoreReadOnlyError
from kim.pointer import StoreDamagedError
from kim.settings import settings
from kim.store import StoreBusyError, StoreEmptyError
from kim.tables import Table, package
from ui import exhibits, navigation
from ui.texts import markdown, plain, text
from ui.uploads import of_paper
from ui.widgets import address, asked
from ui.widgets.door import let_go_of_files, open_door
from ui.widgets.page import finding
from ui.widgets.panels import CSV, XLSX

TABLE, SUBMISSION, SAID, DROPPED, ROUND = "tabelle", "einreichung", "gesagt", "abgelegt", "runde"
HISTORY = navigation.page("history")
KINDS_OF_FILE = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "numbers"]
"""Those that are read, and those of tables that are named with the way out."""


def may_write(actor: Actor) -> bool:
    """Whether the actor hands in or releases files; said on the page when not."""
    if actor.may_hand_in or Role.REVIEWER in actor.roles:
        return True
    st.info(text("upload.no_place" if Role.EDITOR in actor.roles else "upload.not_allowed"))
    return False


def may_upload(actor: Actor) -> bool:
    """As `may_write`; where the actor does not, what the page Hochladen is for is said all the same."""
    is_allowed = may_write(actor)
    if not is_allowed:
        finding((text("upload.finding"),))
    return is_allowed


@contextmanager
def troubles() -> Iterator[None]:
    """What the store cannot do now is said in a sentence, in place of the rest of the block."""
    try:
        yield
    except NotAllowedError as refused:
        st.error(plain(str(refused)))
    except StoreBusyError:
        st.warning(text("upload.busy"))
    except StoreFullError:
        st.error(text("upload.full"))
    except StoreReadOnlyError:
        st.error(text("upload.read_only"))
    except StoreEmptyError:
        st.info(text("upload.no_version"))
    except StoreDamagedError as damaged:
        st.error(markdown("upload.damaged", reason=str(damaged)))
    except FileTooLargeError:
        st.error(markdown("upload.too_large", limit=_limit()))


def pick_table() -> Table:
    """The table whose rows are in the file, with its empty forms; those with a page of their own first.

    Facts that were read out of a paper bring their tables.
    """
    now = current()
    if now and of_paper.paper_of(now):
        return of_paper.table_of(now)
    st.header(text("upload.choose"), anchor=False)
    tables = package().tables
    named = {name: tables[name] for name in dict.fromkeys([*exhibits.TABLES, *tables])}
    words = {name: _table_words(each) for name, each in named.items()}
    first = next(iter(words))
    address.seed(TABLE, asked.choice(text("address.table"), words, default=first), first)
    chosen = st.selectbox(
        text("upload.table"), list(words), format_func=words.__getitem__, key=TABLE
    )
    address.follow(TABLE, [] if chosen == first else [chosen])
    st.caption(plain(f"{named[chosen].description}."))
    offer_templates(named[chosen])
    return named[chosen]


def offer_templates(table: Table) -> None:
    """The empty forms of a table; that for Excel explains the columns, with an example."""
    st.markdown(text("upload.template_lead"))
    example = queries.example(table)
    form = exports.form(table, example)
    example = example[[each.name for each in form.fields]]
    name = f"vorlage-{table.title.casefold().replace(' ', '-')}"
    with st.container(horizontal=True):
        st.download_button(
            text("upload.template_xlsx"),
            lambda: exports.template(example, form, _lookups(table)),
            f"{name}.xlsx",
            XLSX,
            on_click="ignore",
        )
        st.download_button(
            text("upload.template_csv"),
            lambda: exports.csv_for_excel(example.head(0), form),
            f"{name}.csv",
            CSV,
            on_click="ignore",
        )


def drop(uploads: Uploads) -> None:
    """The place to drop a file, for those who hand in; it is received and becomes the current file."""
    if not uploads.actor.may_hand_in:
        return
    st.header(text("upload.drop"), anchor=False)
    open_door()
    state = st.session_state
    file = st.file_uploader(
        markdown("upload.file", limit=_limit()),
        type=KINDS_OF_FILE,
        max_upload_size=settings().upload_megabytes,
        key=f"datei-{state.get(ROUND, 0)}",
        help=text("upload.file_help"),
    )
    if file and state.get(DROPPED) != file.file_id:
        was_of_paper = of_paper.paper_of(current())
        state[SUBMISSION] = uploads.receive(file.name, file)
        state[DROPPED] = file.file_id
        if was_of_paper:  # the table is to be chosen first
            st.rerun()
    elif not file and state.get(DROPPED):
        state[SUBMISSION] = state[DROPPED] = None


def pick_waiting(uploads: Uploads) -> None:
    """The files that are received and not published, one of which can become the current file; which are damaged."""
    now = current()
    others = {each.id: each for each in uploads.waiting() if each.id != (now and now.id)}
    finding((text("upload.finding"), what_waits(len(others))))
    for damaged in uploads.inbox.damaged():
        st.warning(plain(str(damaged)))
    if not others:
        return
    with st.expander(markdown("upload.waiting", files=len(others)), expanded=now is None):
        chosen = st.selectbox(
            text("upload.waiting_file"),
            list(others),
            format_func=lambda key: _waiting_words(others[key]),
        )
        with st.container(horizontal=True):
            st.button(text("upload.waiting_open"), on_click=take, args=(others[chosen],))
            if st.button(text("upload.discard"), key="weglegen"):
                uploads.discard(others[chosen])
                st.rerun()


def what_waits(files: int) -> str:
    """How many received files are not published yet, in a sentence."""
    return text("upload.some_wait", files=files) if files else text("upload.none_wait")


def take(submission: Submission | None) -> None:
    """Make this the current file, and the place to drop another one empty; in a callback."""
    let_go_of_files()
    state = st.session_state
    state[SUBMISSION] = submission
    state[DROPPED] = None
    state[ROUND] = state.get(ROUND, 0) + 1
    if submission and submission.decisions:
        change_table(submission.decisions.table)


def change_table(name: str) -> None:
    """Choose this table; before its widget is made, or in a callback."""
    st.session_state[TABLE] = name


def current() -> Submission | None:
    """The file this session works on."""
    submission: Submission | None = st.session_state.get(SUBMISSION)
    return submission


def keep(submission: Submission) -> None:
    """The current file with what was decided about it."""
    st.session_state[SUBMISSION] = submission


def is_open(uploads: Uploads, submission: Submission) -> bool:
    """Say that the file is safe; whether it still is to be published."""
    size = f"{german.number(round(submission.size / 1000, 1))} KB"
    words = {"file": submission.name, "size": size, "at": german.moment(submission.received_at)}
    st.success(markdown("upload.received", **words))
    st.header(text("upload.check"), anchor=False)
    is_published = uploads.is_published(submission)
    if is_published:
        st.info(text("upload.published_already"))
        st.page_link(HISTORY.file, label=text("upload.see_history"))
    return not is_published


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
    return german.number(settings().upload_megabytes)


def _table_words(table: Table) -> str:
    kind = text("upload.facts") if table.is_fact else text("upload.reference")
    return f"{table.title} ({kind})"


def _waiting_words(submission: Submission) -> str:
    state = "submitted" if submission.state is State.SUBMITTED else "received"
    words = {"file": submission.name, "state": text(f"upload.state_{state}")}
    return text("upload.waiting_entry", at=german.moment(submission.received_at), **words)
