"""Every door there is, tried by a reader: each address of the server, each action of a page, through the socket."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from kim.store import Store
from kim.tables import DATA, ROOT
from tests.e2e.login_provider import LoginServer, serving_with_login
from tests.e2e.sessions import Session, ask, form, session
from tests.e2e.test_upload import german_csv
from ui import navigation

pytestmark = [pytest.mark.e2e, pytest.mark.hardship]

UPLOAD, HISTORY = "hochladen", "verlauf"
PUBLISH, WITHDRAW = "Jetzt veröffentlichen", "Dieses Hochladen zurücknehmen"
LIST_ROUTES = """
import json
from ui.server.__main__ import app
print(json.dumps([each.path for each in app._build_starlette_app().routes]))
"""
FILLED = re.compile(r"\{[^}]*\}")
WRITING = ("PUT", "POST", "PATCH", "DELETE", "REPORT")
FILE = german_csv(("Rheine", "7,25"))["buffer"].decode("cp1252")
Widgets = Mapping[str, str]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoginServer]:
    with serving_with_login(tmp_path_factory.mktemp("doors")) as serving:
        yield serving


def kept(store: Path) -> dict[str, tuple[int, int]]:
    """Every file of the store that lasts, with its size and its time."""
    passing = {"rehearsals", "arriving", "building"}
    files = (path for path in store.rglob("*") if path.is_file())
    return {
        str(path.relative_to(store)): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in files
        if not passing & {*path.relative_to(store).parts}
    }


@pytest.fixture(scope="module")
def routes() -> list[str]:
    """Every address that the application registers, ours and Streamlit's."""
    command = [sys.executable, "-c", LIST_ROUTES]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: list[str] = json.loads(told.stdout.splitlines()[-1])
    assert {"/gesund", "/_stcore/stream"} <= set(found)
    return found


def test_no_address_takes_anything_from_a_reader(house: LoginServer, routes: list[str]) -> None:
    before = kept(house.store)
    with session(house.origin, "reader-1") as reader:
        reader.open(UPLOAD)
        body = form("Ort;Anzahl")
        headers = reader.headers(**{"Content-Length": str(len(body))})
        taken = {}
        for route in routes:
            path = FILLED.sub("x", route.replace("{session_id}", reader.id)) or "/"
            for method in WRITING:
                status, _ = ask(house.origin, method, path, headers, body)
                if status not in (403, 405):
                    taken[method, path] = status
    # Deleting needs both identifiers and gives memory back, nothing else.
    assert {where for where in taken if where[0] != "DELETE"} == set()
    assert kept(house.store) == before


def test_streamlits_inside_is_not_told(house: LoginServer, routes: list[str]) -> None:
    path = "/_stcore/metrics"
    assert path in routes
    with session(house.origin) as visitor:
        assert ask(house.origin, "GET", path, visitor.headers())[0] == 404


def pressed(widgets: Widgets, label: str = "") -> list[WidgetState]:
    """The buttons of a page, pressed at once; all of them but the logout, or the one with this label."""
    found = [
        WidgetState(id=name, trigger_value=True)
        for name, said in widgets.items()
        if said.startswith(("button: ", "download_button: "))
        and said.endswith(label)
        and "log-out" not in name
    ]
    assert found or not label
    return found


def has_uploader(widgets: Widgets) -> bool:
    return any(said.startswith("file_uploader") for said in widgets.values())


def dropped(who: Session, uploader: str, content: str = FILE) -> WidgetState:
    """A file in the place to drop one, as the browser tells it after it was sent."""
    state = WidgetState(id=uploader)
    info = state.file_uploader_state_value.uploaded_file_info.add()
    info.name, info.size, info.file_id = "neu.csv", len(content.encode()), "file-1"
    info.file_urls.file_id = "file-1"
    info.file_urls.upload_url = info.file_urls.delete_url = who.path
    return state


def send(who: Session, content: str = FILE) -> int:
    length = {"Content-Length": str(len(form(content)))}
    return ask(who.origin, "PUT", who.path, who.headers(**length), form(content))[0]


def handed_in(who: Session, content: str, table: str = "Stellen (Angaben)") -> list[WidgetState]:
    """What the page is told by somebody who may: a table is chosen, a file for it sent."""
    shown = who.open(UPLOAD)
    [uploader] = [name for name, said in shown.items() if said.startswith("file_uploader")]
    [chosen] = [name for name, said in shown.items() if said.startswith("selectbox: Was steht")]
    assert send(who, content) == 204
    return [WidgetState(id=chosen, string_value=table), dropped(who, uploader, content)]


def try_all(house: LoginServer, page: str, widgets: Widgets, *also: WidgetState) -> None:
    """What an editor could press is pressed by those who may not: nothing changes."""
    before = kept(house.store)
    for person in ("", "nobody-1", "reader-1", "editor-nowhere"):
        with session(house.origin, person) as reader:
            assert not has_uploader(reader.open(page))
            assert send(reader) == 403
            reader.open(page, *pressed(widgets), *also)
            assert kept(house.store) == before, person


def test_no_action_of_a_page_works_for_a_reader(house: LoginServer) -> None:
    """And each works for an editor, so that trying means something."""
    with session(house.origin, "editor-all") as editor:
        [uploader] = [n for n, said in editor.open(UPLOAD).items() if "file_uploader" in said]
        assert send(editor) == 204
        file = dropped(editor, uploader)
        shown = editor.open(UPLOAD, file)
        try_all(house, UPLOAD, shown, file)
        editor.open(UPLOAD, file, *pressed(shown, PUBLISH))
        assert Store(house.store).number() == 2

        shown = editor.open(HISTORY)
        try_all(house, HISTORY, shown)
        editor.open(HISTORY, *pressed(shown, WITHDRAW))
        assert Store(house.store).number() == 3


def foreign_source() -> str:
    """A source of another district, under its key, as one of Kreis Steinfurt."""
    with (DATA / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    row = next(each for each in rows if each["region"] == "05558" and not each["text_sha256"])
    out = io.StringIO()
    writer = csv.DictWriter(out, list(row))
    writer.writeheader()
    writer.writerow(row | {"region": "05566"})
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "table"),
    [
        (german_csv(("Kreis Coesfeld", "7,25"))["buffer"].decode("cp1252"), "Stellen (Angaben)"),
        (foreign_source(), "Quellen (Nachschlagetabelle)"),
    ],
    ids=["rows of another district", "a source of another district by its key"],
)
def test_an_editor_of_one_district_changes_nothing_of_another(
    house: LoginServer, content: str, table: str
) -> None:
    """What somebody presses who may write everywhere is pressed by who may not: nothing is published."""
    store = Store(house.store)
    first = store.number()
    with session(house.origin, "editor-all") as all_over, session(house.origin, "editor-1") as own:
        file, same_file = handed_in(all_over, content, table), handed_in(own, content, table)
        shown = all_over.open(UPLOAD, *file)
        own_shown = own.open(UPLOAD, *same_file)
        own.open(UPLOAD, *same_file, *pressed(shown, PUBLISH))
        assert not any(said.endswith(PUBLISH) for said in own_shown.values())
        assert store.number() == first
        all_over.open(UPLOAD, *file, *pressed(shown, PUBLISH))
        assert store.number() == first + 1

        shown = all_over.open(HISTORY)
        own.open(HISTORY)
        own.open(HISTORY, *pressed(shown))
        assert store.number() == first + 1
        all_over.open(HISTORY, *pressed(shown, WITHDRAW))
        assert store.number() == first + 2


def test_under_four_eyes_nobody_does_both(tmp_path: Path) -> None:
    """Who submitted and who requested press what another one may."""
    with (
        serving_with_login(tmp_path, KIM_FOUR_EYES="1") as house,
        session(house.origin, "editor-all") as editor,
        session(house.origin, "reviewer-1") as reviewer,
    ):
        store = Store(house.store)
        file = handed_in(editor, FILE)
        editor.open(UPLOAD, *file, *pressed(editor.open(UPLOAD, *file), "Zur Freigabe vorlegen"))
        shown = reviewer.open(UPLOAD, *pressed(reviewer.open(UPLOAD), "Diese Datei öffnen"))
        editor.open(UPLOAD, *file, *pressed(shown, PUBLISH))
        assert store.number() == 1
        reviewer.open(UPLOAD, *pressed(shown, PUBLISH))
        assert store.number() == 2

        editor.open(HISTORY, *pressed(editor.open(HISTORY), "Zurücknehmen beantragen"))
        shown = reviewer.open(HISTORY)
        editor.open(HISTORY, *pressed(shown, WITHDRAW))
        assert store.number() == 2
        reviewer.open(HISTORY, *pressed(shown, WITHDRAW))
        assert store.number() == 3


@pytest.mark.parametrize("page", navigation.PAGES, ids=lambda page: page.name)
def test_no_page_writes_for_a_reader(house: LoginServer, page: navigation.Page) -> None:
    """Whatever it shows to a reader is pressed."""
    before = kept(house.store)
    with session(house.origin, "reader-1") as reader:
        shown = reader.open(page.address)
        assert not has_uploader(shown)
        reader.open(page.address, *pressed(shown))
    assert kept(house.store) == before
