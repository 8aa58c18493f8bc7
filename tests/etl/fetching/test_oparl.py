"""`python -m etl oparl`: what speaks of KIM is recorded with its metadata, whatever the server does."""

import csv
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.fetching.oparl.found import Found, FoundPapers
from etl.fetching.oparl.objects import day, region_of, speaks_of_kim
from etl.fetching.records import FetchedRecords
from etl.fetching.refusals import State
from kim import german
from tests.conftest import World, quick_world
from tests.etl.fetching.council_server import CouncilServer, Reply
from tests.etl.fetching.oparl_server import OparlServer
from tests.etl.fetching.pdf_files import lines, pdf
from tests.etl.fetching.test_fetch import PDF, Said, fetch, folders, text_of, world_of

KIM = "Kommunales Integrationsmanagement: Sachstand"


@pytest.fixture(autouse=True)
def _loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIM_FETCH_LOOPBACK", "1")


@pytest.fixture
def oparl(server: CouncilServer) -> OparlServer:
    return OparlServer(server)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return world_of(tmp_path)


def walk(world: World, oparl: OparlServer, *more: str) -> int:
    address = oparl.server.url("/oparl/system")
    return main(["oparl", address, *folders(world), "--pause", "0", *more])


def found(world: World) -> list[Found]:
    return sorted(FoundPapers(world.store.folder).all(), key=lambda each: each.url)


def a_paper(oparl: OparlServer, number: int = 1, **fields: object) -> None:
    committee = oparl.put("organization/1", "Organization", name="Integrationsrat")
    consultation = {"organization": [committee["id"]], "meeting": oparl.url("meeting/1")}
    told = {"name": KIM, "reference": "362/21", "date": "2021-11-03"} | {
        "mainFile": oparl.file(number),
        "consultation": [consultation],
    }
    oparl.listed("paper", f"paper/{number}", "Paper", **(told | fields))


def test_a_paper_is_recorded_with_its_metadata(world: World, oparl: OparlServer) -> None:
    a_paper(oparl)
    a_paper(oparl, 2, name="Spielplatz an der Ems")
    assert walk(world, oparl) == 0
    [paper] = found(world)
    assert paper.row() == {
        "source": paper.source,
        "region": "05566076",
        "body": "Integrationsrat",
        "kind": "paper",
        "reference": "362/21",
        "date": "2021-11-03",
        "date_basis": "stated",
        "title": KIM,
        "url": oparl.server.url("/oparl/file/1.pdf"),
        "text_sha256": "",
        "note": "",
        "received": german.today().isoformat(),
    }
    assert paper.source.startswith("oparl-05566076-")


def test_minutes_are_found_by_an_item_of_their_agenda(world: World, oparl: OparlServer) -> None:
    committee = oparl.put("organization/1", "Organization", name="Sozialausschuss")
    oparl.listed(
        "meeting",
        "meeting/1",
        "Meeting",
        name="Sozialausschuss, 5. Sitzung",
        start="2022-03-01T17:00:00+01:00",
        organization=[committee["id"]],
        resultsProtocol=oparl.file(1),
        agendaItem=[
            {"id": oparl.url("item/1"), "name": "Haushalt", "resolutionFile": oparl.file(2)},
            {"id": oparl.url("item/2"), "name": "Bericht KIM", "resolutionFile": oparl.file(3)},
        ],
    )
    assert walk(world, oparl) == 0
    minutes, extract = found(world)
    assert (minutes.kind, minutes.date, minutes.body) == (
        "minutes",
        "2022-03-01",
        "Sozialausschuss",
    )
    assert minutes.title == "Niederschrift: Sozialausschuss, 5. Sitzung"
    assert extract.url.endswith("/file/3.pdf")


def test_pages_are_followed_and_modified_since_is_asked(
    world: World, oparl: OparlServer, server: CouncilServer
) -> None:
    for number in range(1, 6):
        a_paper(oparl, number, modified=f"2022-0{number}-15T00:00:00+01:00")
    assert walk(world, oparl, "--since", "2022-03-01") == 0
    assert [each.url[-5:] for each in found(world)] == ["3.pdf", "4.pdf", "5.pdf"]
    asked = [path for path in server.paths() if path.startswith("/oparl/papers")]
    assert len(asked) == 2
    assert all("modified_since=2022-03-01T00" in path for path in asked)


def test_a_server_that_does_not_know_modified_since_is_read_alike(
    world: World, oparl: OparlServer
) -> None:
    oparl.knows_modified_since = False
    for number in range(1, 6):
        a_paper(oparl, number, modified=f"2022-0{number}-15T00:00:00+01:00")
    assert walk(world, oparl, "--since", "2022-03-01") == 0
    assert len(found(world)) == 3


def test_without_a_day_the_next_walk_goes_on_from_the_last(
    world: World, oparl: OparlServer, server: CouncilServer
) -> None:
    a_paper(oparl)
    assert walk(world, oparl) == 0
    assert "modified_since" not in " ".join(server.paths())
    server.asked.clear()
    assert walk(world, oparl) == 0
    assert "/oparl/papers?modified_since=" in " ".join(server.paths())


def test_what_the_server_takes_back_is_no_longer_offered(
    world: World, oparl: OparlServer, capsys: Said
) -> None:
    a_paper(oparl)
    walk(world, oparl)
    assert len(found(world)) == 1
    deleted = {"deleted": True, "modified": "2099-01-01T00:00:00Z"}
    oparl.lists["paper"] = [{"id": oparl.url("paper/1"), "type": "Paper"} | deleted]
    capsys.readouterr()
    assert walk(world, oparl) == 0
    assert "0 neu oder geändert, 1 zurückgezogen, 0 übersprungen." in capsys.readouterr().out
    assert found(world) == []
    file = FoundPapers(world.store.folder).file
    assert len(file.read_text("utf-8").splitlines()) == 1


def test_a_deleted_file_of_a_paper_is_left_out(world: World, oparl: OparlServer) -> None:
    a_paper(oparl, mainFile=oparl.file(1, deleted=True), web="/oparl/paper.html")
    assert walk(world, oparl) == 0
    assert [each.url for each in found(world)] == [oparl.server.url("/oparl/paper.html")]


def test_linked_files_missing_fields_and_relative_links(
    world: World, server: CouncilServer
) -> None:
    oparl = OparlServer(server, is_relative=True, ags="5566076")
    oparl.file(1)
    a_paper(oparl, mainFile=oparl.url("file/1"), consultation=None, date=None, reference=None)
    oparl.listed("paper", "paper/2", "Paper")  # says nothing at all
    oparl.lists["meeting"] = [
        {},
        {"name": None, "agendaItem": "x"},
        {"agendaItem": [None, 7, "http://[bad"]},
    ]
    assert walk(world, oparl) == 1  # "x" leads nowhere
    [paper] = found(world)
    assert (paper.date, paper.reference, paper.body) == ("", "", "")
    assert paper.row()["date_basis"] == ""
    assert paper.url == server.url("/oparl/file/1.pdf")
    assert paper.region == "05566076"


def test_lists_may_be_embedded(world: World, server: CouncilServer) -> None:
    oparl = OparlServer(server)
    file = {"id": oparl.url("file/1"), "accessUrl": oparl.url("file/1.pdf")}
    paper = {"id": oparl.url("paper/1"), "name": KIM, "mainFile": file}
    body = {"id": oparl.url("body"), "ags": "05566076", "paper": [paper]}
    oparl.put("system", "System", body=[body])
    assert walk(world, oparl) == 0
    assert [each.title for each in found(world)] == [KIM]


def test_a_broken_page_is_told_and_the_next_one_read(
    world: World, oparl: OparlServer, capsys: Said
) -> None:
    for number in range(1, 7):
        a_paper(oparl, number)
    oparl.broken.add(("paper", 2))
    assert walk(world, oparl) == 1
    assert [each.url[-5:] for each in found(world)] == ["1.pdf", "2.pdf", "5.pdf", "6.pdf"]
    said = capsys.readouterr().out
    assert "Übersprungen: " in said
    assert "/oparl/papers?page=2. Die Antwort ist kein JSON." in said
    assert "4 neu oder geändert, 0 zurückgezogen, 1 übersprungen." in said
    [visit] = FetchedRecords(world.store.folder / "servers").all()
    assert (visit.state, visit.fetched_at) == (State.FAILED, None)
    assert visit.changed_at is not None


def test_a_list_that_leads_in_a_circle_ends(world: World, oparl: OparlServer) -> None:
    a_paper(oparl)
    circle = {"data": oparl.lists["paper"], "links": {"next": oparl.url("papers")}}
    oparl.put("papers", "List", **circle)
    assert walk(world, oparl) == 0
    assert len(found(world)) == 1


def test_an_item_that_changed_leads_to_its_meeting(world: World, oparl: OparlServer) -> None:
    meeting = oparl.put(
        "meeting/1",
        "Meeting",
        name="Rat",
        resultsProtocol=oparl.file(1),
        agendaItem=[{"id": oparl.url("item/1"), "name": "KIM"}],
    )
    oparl.listed("agendaItem", "item/1", "AgendaItem", name="KIM", meeting=meeting["id"])
    assert walk(world, oparl) == 0
    assert [each.kind for each in found(world)] == ["minutes"]


def test_an_address_without_oparl_is_said(
    world: World, oparl: OparlServer, server: CouncilServer, capsys: Said
) -> None:
    server.pages["/oparl/system"] = Reply(b"<html>")
    assert walk(world, oparl) == 1
    assert "antwortet kein OParl-Server" in capsys.readouterr().out


def test_a_day_that_is_none_is_refused(world: World, oparl: OparlServer, capsys: Said) -> None:
    assert walk(world, oparl, "--since", "gestern") == 1
    assert capsys.readouterr().out.startswith("„gestern“ ist kein Tag.")
    assert oparl.server.asked == []


def test_what_is_found_is_fetched_and_can_be_taken_over(
    world: World, oparl: OparlServer, server: CouncilServer, capsys: Said
) -> None:
    a_paper(oparl)
    server.pages["/oparl/file/1.pdf"] = Reply(pdf(lines("Drei Stellen.")), headers=PDF)
    walk(world, oparl)
    assert "1 Dokument zum Übernehmen: " in capsys.readouterr().out
    [paper] = found(world)
    assert fetch(world) == 0
    assert text_of(world, paper.source) == "Drei Stellen.\n\n"
    with FoundPapers(world.store.folder).file.open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == [paper.row()]
    columns = [field.name for field in world.table("sources").fields]
    assert [*paper.row()] == columns


def test_taken_over_the_text_stands_beside_its_source(
    tmp_path: Path, oparl: OparlServer, server: CouncilServer, capsys: Said
) -> None:
    world = quick_world(tmp_path)
    assert world.build().findings == []
    a_paper(oparl)
    server.pages["/oparl/file/1.pdf"] = Reply(pdf(lines("Drei Stellen.")), headers=PDF)
    assert walk(world, oparl) == 0
    [paper] = found(world)
    assert fetch(world, "--source", paper.source) == 0
    file = str(FoundPapers(world.store.folder).file)
    assert main(["load", file, "--table", "sources", *folders(world)]) == 0, capsys.readouterr().out
    assert (paper.source, 1, "Drei Stellen.") in world.rows("paragraphs")
    capsys.readouterr()
    assert walk(world, oparl) == 0
    assert "zum Übernehmen" not in capsys.readouterr().out


def test_what_is_a_source_already_is_not_offered_again(
    tmp_path: Path, oparl: OparlServer, server: CouncilServer
) -> None:
    world = world_of(tmp_path, known=server.url("/oparl/file/1.pdf"))
    a_paper(oparl)
    a_paper(oparl, 2)
    assert walk(world, oparl) == 0
    with FoundPapers(world.store.folder).file.open(encoding="utf-8", newline="") as file:
        assert [each["url"] for each in csv.DictReader(file)] == [server.url("/oparl/file/2.pdf")]
    assert len(found(world)) == 2


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-03-01", "2022-03-01"),
        ("2022-03-01T17:00:00+01:00", "2022-03-01"),
        ("2022-02-28T23:00:00Z", "2022-03-01"),  # midnight in Germany
        ("2022-06-30T22:00:00+00:00", "2022-07-01"),
        ("2022-03-01T00:00:00", "2022-03-01"),
        ("2022-02-30", ""),
        ("01.03.2022", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_days_are_those_of_germany(written: object, expected: str) -> None:
    assert day({"date": written}, "date") == expected


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("5566076", "05566076"),
        ("05566076", "05566076"),
        ("055660076", "05566076"),
        ("055660000", "05566"),
        ("055660076076", "05566076"),
        ("05314000", "05314"),
        ("05 566 076", "05566076"),
        (5566076, "05566076"),
        ("", ""),
        ("09162000", ""),
        (None, ""),
    ],
)
def test_keys_of_every_length(written: object, key: str) -> None:
    assert region_of({"ags": written}) == key
    assert region_of({"rgs": written}) == key


@pytest.mark.parametrize(
    ("said", "is_about_it"),
    [
        ("Sachstand KIM", True),
        ("KIM-Förderung", True),
        ("Kommunalen Integrationsmanagements", True),
        ("Einwanderungsmanagement", True),
        ("Kimono", False),
        ("AKIM", False),
        ("kim", False),
        ("", False),
    ],
)
def test_what_speaks_of_kim(said: str, is_about_it: bool) -> None:
    assert speaks_of_kim({"name": "Bericht"}, {"resolutionText": said}) is is_about_it
