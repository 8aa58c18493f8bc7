"""`python -m etl fetch`: from an address to numbered paragraphs, gone on with after a break."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.archive.files import digest
from etl.cli.fetch import alone
from etl.fetching.records import Fetched, FetchedRecords
from etl.fetching.refusals import State
from etl.fetching.texts import Texts
from kim.tables import ROOT
from tests.conftest import World, empty_world
from tests.etl.fetching.council_server import CouncilServer, Handler, Reply
from tests.etl.fetching.pages import PRESS, SESSIONNET, TEXT
from tests.etl.fetching.pdf_files import PICTURE, lines, pdf

pytestmark = pytest.mark.writing

HTML = {"Content-Type": "text/html; charset=utf-8"}
PDF = {"Content-Type": "application/pdf"}
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIM_FETCH_LOOPBACK", "1")


def world_of(folder: Path, **addresses: str) -> World:
    """A world whose sources have these addresses."""
    world = empty_world(folder)
    world.write("regions", {"ags": "05", "name": "Nordrhein-Westfalen", "kind": "land"})
    rows = [
        {"source": name, "region": "05", "kind": "minutes", "title": name, "url": url}
        for name, url in addresses.items()
    ]
    world.write("sources", *rows)
    return world


def fetch(world: World, *more: str) -> int:
    return main(["fetch", *folders(world), "--pause", "0", *more])


def folders(world: World) -> list[str]:
    data, store = ["--data", str(world.data)], ["--store", str(world.store.folder)]
    return [*data, *store, "--documents", str(world.documents)]


def record(world: World, source: str) -> Fetched:
    found = FetchedRecords(world.store.folder / "fetched").of(source)
    assert found is not None
    return found


def text_of(world: World, source: str) -> str:
    return Texts(world.store.folder).path(source).read_text("utf-8")


def test_pages_and_pdf_files_become_texts(
    server: CouncilServer, tmp_path: Path, capsys: Said
) -> None:
    server.pages |= {
        "/vo0050.php": Reply(SESSIONNET.encode(), headers=HTML, packed=True),
        "/paper.pdf": Reply(pdf(lines("Drei Stel-", "len sind besetzt.")), headers=PDF),
    }
    world = world_of(
        tmp_path, page=server.url("/vo0050.php?__kvonr=1"), paper=server.url("/paper.pdf")
    )
    assert fetch(world) == 0
    assert capsys.readouterr().out.splitlines() == [
        "page: 9 Absätze gelesen.",
        "paper: 1 Absatz gelesen.",
        "2 Dokumente abgefragt: 2 gelesen, 0 ohne Textebene, 0 nicht abrufbar oder nicht lesbar."
        " „python -m etl build“ nimmt die Texte auf.",
    ]
    assert text_of(world, "paper") == "Drei Stellen sind besetzt.\n\n"
    assert f"\n\n{TEXT[0]}\n\n" in text_of(world, "page")
    kept = record(world, "paper")
    assert digest(world.store.folder / "papers" / kept.sha256) == kept.sha256
    assert digest(Texts(world.store.folder).path("paper")) == kept.text_sha256
    assert kept.fetched_at == kept.changed_at
    places = Texts(world.store.folder).places("paper")
    assert places is not None
    assert places.page_and_character(1, len("Drei Stel")) == (1, len("Drei Stel-"))


def test_a_fetched_page_proves_a_fact_in_the_next_build(
    server: CouncilServer, tmp_path: Path, capsys: Said
) -> None:
    server.pages["/a"] = Reply(SESSIONNET.encode(), headers=HTML)
    world = world_of(tmp_path, a=server.url("/a"))
    fact = {"region": "05", "source": "a", "module": "2", "function": "case_management"}
    said = {"paragraph": 5, "anchor": "1,9 Stellen eingerichtet", "basis": "stated"}
    counted = {"quantity": 1.9, "certainty": "exact", "unit": "posts", "measure": "total"}
    world.write("positions", fact | said | counted | {"status": "established"})
    assert fetch(world) == 0
    capsys.readouterr()
    assert main(["build", *folders(world)]) == 0
    told = capsys.readouterr().out
    assert "     1 von 1 Angaben am Text bestätigt (proven)" in told
    assert ("a", 5, TEXT[0]) in world.rows("paragraphs")


def test_what_is_done_is_not_asked_again(
    server: CouncilServer, tmp_path: Path, capsys: Said
) -> None:
    server.pages["/a"] = Reply(SESSIONNET.encode(), headers=HTML)
    world = world_of(tmp_path, a=server.url("/a"), b=server.url("/b"))
    (world.documents / "c.txt").write_text("Ein Text.\n", "utf-8")
    assert fetch(world) == 1  # b is not there
    assert "b: Unter der Adresse gibt es das Dokument nicht mehr (Status 404)." in (
        capsys.readouterr().out
    )
    assert fetch(world) == 0
    assert capsys.readouterr().out.startswith("Nichts abzurufen")
    assert server.paths() == ["/a", "/b"]


def test_a_source_whose_text_is_among_the_documents_is_not_asked_for(
    server: CouncilServer, tmp_path: Path
) -> None:
    world = world_of(tmp_path, a=server.url("/a"))
    (world.documents / "a.txt").write_text("Ein Text.\n", "utf-8")
    assert fetch(world) == 0
    assert server.asked == []


def test_again_asks_conditionally_and_nothing_new_stays_nothing_new(
    server: CouncilServer, tmp_path: Path, capsys: Said
) -> None:
    def conditional(handler: Handler) -> Reply:
        is_same = handler.headers.get("If-None-Match") == '"1"'
        same = Reply(status=304)
        return same if is_same else Reply(SESSIONNET.encode(), headers=HTML | {"ETag": '"1"'})

    server.pages["/a"] = conditional
    world = world_of(tmp_path, a=server.url("/a"))
    fetch(world)
    first = record(world, "a")
    capsys.readouterr()
    assert fetch(world, "--again") == 0
    assert capsys.readouterr().out.startswith("a: Nichts Neues seit dem letzten Abruf.")
    second = record(world, "a")
    assert second.changed_at == first.changed_at
    assert second.fetched_at is not None
    assert first.fetched_at is not None
    assert second.fetched_at > first.fetched_at


def test_other_bytes_with_the_same_text_are_nothing_new(
    server: CouncilServer, tmp_path: Path, capsys: Said
) -> None:
    other = SESSIONNET.replace("kein Text", "noch keiner")
    server.pages["/a"] = [Reply(each.encode(), headers=HTML) for each in (SESSIONNET, other)]
    world = world_of(tmp_path, a=server.url("/a"))
    fetch(world)
    capsys.readouterr()
    fetch(world, "--again")
    assert capsys.readouterr().out.startswith("a: Nichts Neues")


def test_a_changed_page_does_not_take_the_paragraphs_from_under_the_facts(
    server: CouncilServer, tmp_path: Path, capsys: Said
) -> None:
    server.pages["/a"] = [Reply(each.encode(), headers=HTML) for each in (SESSIONNET, PRESS)]
    world = world_of(tmp_path, a=server.url("/a"))
    fetch(world)
    earlier = text_of(world, "a")
    capsys.readouterr()
    assert fetch(world, "--again") == 0
    assert "der neue liegt unter changed-texts/a.txt" in capsys.readouterr().out
    assert text_of(world, "a") == earlier
    assert record(world, "a").changed_at == record(world, "a").fetched_at
    assert fetch(world, "--source", "a", "--replace") == 0
    assert text_of(world, "a").startswith("Mehr Stellen für die Integration\n\n")
    assert not list((world.store.folder / "changed-texts").iterdir())


def test_scans_and_other_formats_are_said_and_settled(
    server: CouncilServer, tmp_path: Path, capsys: Said
) -> None:
    server.pages |= {
        "/scan": Reply(pdf(PICTURE, PICTURE), headers=PDF),
        "/word": Reply(b"PK\x03\x04", headers={"Content-Type": "application/msword"}),
        "/broken": Reply(b"%PDF-1.7 rubbish", headers=PDF),
        "/closed": Reply(status=403),
        "/mixed": Reply(pdf(lines("Text."), PICTURE), headers=PDF),
    }
    addresses = {path.strip("/"): server.url(path) for path in server.pages}
    world = world_of(tmp_path, private="http://10.0.0.1/", **addresses)
    assert fetch(world) == 1
    said = dict(line.split(": ", 1) for line in capsys.readouterr().out.splitlines()[:-1])
    assert said["scan"].startswith(
        "Die PDF-Datei ist ein Scan ohne Textebene: 2 Seiten, nur Bilder."
    )
    assert said["word"].startswith("Das Format „application/msword“ wird nicht gelesen")
    assert said["broken"].startswith("Die Datei ist beschädigt, geschützt oder zu aufwendig")
    assert said["closed"].startswith("Der Server gibt das Dokument nicht heraus (Status 403).")
    assert said["mixed"] == "1 Absatz gelesen. Ohne Textebene und deshalb nicht gelesen: Seite 2."
    assert said["private"].startswith("Der Rechner „10.0.0.1“ steht nicht im öffentlichen Netz")
    assert [
        record(world, each).state for each in ("scan", "word", "broken", "closed", "private")
    ] == [
        State.SCAN,
        State.UNREADABLE,
        State.UNREADABLE,
        State.GONE,
        State.FORBIDDEN,
    ]
    assert fetch(world) == 0  # all of it is settled


def test_without_the_setting_loopback_is_not_asked(
    server: CouncilServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.delenv("KIM_FETCH_LOOPBACK")
    assert fetch(world_of(tmp_path, a=server.url("/a"))) == 1
    assert "steht nicht im öffentlichen Netz" in capsys.readouterr().out
    assert server.asked == []


def test_what_failed_is_asked_again_in_the_next_run(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = [*[Reply(status=500)] * 3, Reply(SESSIONNET.encode(), headers=HTML)]
    world = world_of(tmp_path, a=server.url("/a"))
    assert fetch(world) == 1
    assert record(world, "a").state is State.FAILED
    assert fetch(world) == 0
    assert record(world, "a").state is State.READ


def test_who_asked_to_be_left_alone_is(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = Reply(status=503, headers={"Retry-After": "3600"})
    world = world_of(tmp_path, a=server.url("/a"))
    assert fetch(world) == 1
    assert fetch(world) == 0
    assert server.paths() == ["/a"]


def test_a_failure_later_on_keeps_what_was_known(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = [Reply(SESSIONNET.encode(), headers=HTML), Reply(status=404)]
    world = world_of(tmp_path, a=server.url("/a"))
    fetch(world)
    first = record(world, "a")
    assert fetch(world, "--again") == 1
    second = record(world, "a")
    assert second.state is State.GONE
    assert (second.fetched_at, second.text_sha256) == (first.fetched_at, first.text_sha256)
    assert text_of(world, "a")


def test_two_at_once_do_not_fetch(tmp_path: Path, server: CouncilServer, capsys: Said) -> None:
    world = world_of(tmp_path, a=server.url("/a"))
    with alone(world.store):
        assert fetch(world) == 2
    assert "Ein anderer Vorgang schreibt gerade." in capsys.readouterr().out
    assert server.asked == []


def test_an_unknown_source_is_said(tmp_path: Path, capsys: Said) -> None:
    assert fetch(world_of(tmp_path), "--source", "nichts") == 1
    assert capsys.readouterr().out.startswith("Ein Dokument mit dieser Kennung und einer Adresse")


def test_killed_in_the_middle_it_goes_on(server: CouncilServer, tmp_path: Path) -> None:
    def waits(handler: Handler) -> Reply:
        if server.paths().count("/b") == 1:
            time.sleep(30)
        return Reply(SESSIONNET.encode(), headers=HTML)

    server.pages |= {"/a": Reply(SESSIONNET.encode(), headers=HTML), "/b": waits}
    server.pages["/c"] = server.pages["/a"]
    world = world_of(tmp_path, **{name: server.url(f"/{name}") for name in "abc"})
    command = [sys.executable, "-m", "etl", "fetch", *folders(world), "--pause", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE) as running:
        deadline = time.monotonic() + 60
        while "/b" not in server.paths() and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
    assert fetch(world) == 0
    assert server.paths() == ["/a", "/b", "/b", "/c"]
    assert {each.state for each in FetchedRecords(world.store.folder / "fetched").all()} == {
        State.READ
    }


def test_records_are_json_that_says_what_it_is(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = Reply(SESSIONNET.encode(), headers=HTML)
    world = world_of(tmp_path, a=server.url("/a"))
    fetch(world)
    told = json.loads((world.store.folder / "fetched" / "a.json").read_text("utf-8"))
    assert (told["source"], told["state"], told["url"]) == ("a", "read", server.url("/a"))
