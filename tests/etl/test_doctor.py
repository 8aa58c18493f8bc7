"""The look at all of a store: what is well, and of what is not the remedy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.archive.files import digest
from etl.fetching.records import Fetched, FetchedRecords
from etl.fetching.refusals import State
from etl.uploads.requests import Request, Requests
from etl.uploads.stages import Published
from kim.loads import Kind
from kim.pointer import StoreDamagedError
from tests.conftest import FIRST_LOAD, World, quick_world
from tests.etl.processes import hand_in, rows_of
from tests.etl.submitting import load, uploads

pytestmark = pytest.mark.writing

AUTH = '[auth]\nredirect_uri = "http://x"\nclient_id = "x"\nclient_secret = "x"\nserver_metadata_url = "http://x"\n'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Two versions and a file that waits."""
    world = quick_world(tmp_path_factory.mktemp("made"))
    world.first_version()
    assert load(world, "positions", *rows_of("neu")) == Published(2)
    hand_in(uploads(world), rows_of("wartet"))
    return world


@pytest.fixture
def busy(made: World, tmp_path: Path) -> World:
    return made.copied(tmp_path / "world")


def examined(world: World, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = main(["doctor", "--store", str(world.store.folder)])
    return status, capsys.readouterr().out.splitlines()


def test_a_sound_store_is_well(busy: World, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = examined(busy, capsys)
    assert status == 0
    assert said[-1] == "Alles in Ordnung."
    assert {line.split()[0] for line in said[:-1]} == {"gut"}
    told = "\n".join(said)
    assert "Aktuelle Fassung: 2, ganz gelesen" in told
    assert "Fassungen: 2, " in told
    assert "Aufzeichnungen der Ladungen: 2, lückenlos" in told
    assert "Eingänge: 2" in told


def test_fetched_papers_are_looked_at(busy: World, capsys: pytest.CaptureFixture[str]) -> None:
    visit = Fetched("a", "https://a.de/", State.READ, "", FIRST_LOAD)
    FetchedRecords(busy.store.folder / "fetched").write(visit)
    papers = busy.store.folder / "papers"
    papers.mkdir()
    (papers / ("0" * 64)).write_bytes(b"other bytes")
    status, said = examined(busy, capsys)
    assert status == 1
    assert "gut     Abgerufene Quellen: 1" in said
    assert any(f"„papers/{'0' * 64}“ ist beschädigt" in line for line in said)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scratch(path: Path) -> None:
    """Another byte in the middle of every block but the headers."""
    found = bytearray(path.read_bytes())
    for place in range(3 * 4096 + 2000, len(found), 4096):
        found[place] ^= 0xFF
    path.write_bytes(found)


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def an_upload(folder: Path) -> Path:
    """A file received that is the rows of no data/."""
    return max((folder / "uploads").iterdir(), key=lambda path: path.stat().st_mtime_ns)


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "pointer": (lambda folder: (folder / "current").write_text("x"), "keine Nummer einer Fassung"),
    "current": (lambda folder: (folder / "kim-000002.duckdb").unlink(), "„kim-000002.duckdb“ fehlt"),
    "half": (lambda folder: cut(folder / "kim-000001.duckdb"), "„kim-000001.duckdb“ ist beschädigt"),
    "block": (lambda folder: scratch(folder / "kim-000002.duckdb"), "„kim-000002.duckdb“ ist beschädigt"),
    "record": (lambda folder: cut(folder / "loads" / "000001.json"), "„loads/000001.json“ ist beschädigt"),
    "no record": (lambda folder: (folder / "loads" / "000002.json").unlink(), "„loads/000002.json“ fehlt"),
    "bytes": (lambda folder: an_upload(folder).write_text("anders"), "Ihr Inhalt hat sich geändert"),
    "no bytes": (lambda folder: an_upload(folder).unlink(), "fehlt (neu.csv). Holen Sie sie"),
    "submission": (lambda folder: cut(next((folder / "inbox").iterdir())), "nur halb da"),
    "nothing": (shutil.rmtree, "Den Ordner der Sammlung gibt es nicht"),
    "empty": (emptied, "Es gibt noch keine Fassung"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_is_named_and_the_status_is_1(
    busy: World, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make, words = FAULTS[fault]
    make(busy.store.folder)
    status, said = examined(busy, capsys)
    assert status == 1
    assert any(line.startswith("FEHLER") and words in line for line in said)
    assert said[-1].startswith("Fehler: ")


def test_it_writes_nothing(busy: World, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(busy.store.folder)
    examined(busy, capsys)
    assert contents(busy.store.folder) == before


def contents(folder: Path) -> dict[str, str]:
    return {str(path): digest(path) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("secrets", "words"),
    [
        (None, "lässt sich nicht lesen"),
        ("[auth", "lässt sich nicht lesen"),
        (AUTH, "fehlt: cookie_secret"),
        (AUTH + 'cookie_secret = "kurz"\n', "fehlt: cookie_secret"),
        (AUTH + f'cookie_secret = "{"x" * 64}"\n', ""),
    ],
)
def test_the_login_is_looked_at(
    busy: World,
    secrets: str | None,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "secrets.toml"
    if secrets is not None:
        file.write_text(secrets, "utf-8")
    monkeypatch.setenv("KIM_SECRETS", str(file))
    status, said = examined(busy, capsys)
    assert status == (1 if words else 0)
    assert any(words in line for line in said if "Anmeldung" in line)


def test_leftovers_and_missing_documents_are_hints(
    busy: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (busy.store.folder / "rebuilding-x").mkdir()
    monkeypatch.setenv("KIM_MINUTES", "/gibt/es/nicht")
    status, said = examined(busy, capsys)
    assert status == 0
    assert sum(line.startswith("HINWEIS") for line in said) == 2


def test_requests_are_looked_at(busy: World, capsys: pytest.CaptureFixture[str]) -> None:
    requests = Requests(busy.store.folder)
    requests.write(Request(Kind.WITHDRAWAL, 2, "editor-1", FIRST_LOAD, 2))
    status, said = examined(busy, capsys)
    assert status == 0
    assert any(line.endswith("Beantragte Rücknahmen und Rückholungen: 1") for line in said)
    cut(busy.store.folder / "proposals" / "000002.json")
    status, said = examined(busy, capsys)
    assert status == 1
    assert any("„proposals/000002.json“ ist beschädigt" in line for line in said)
    with pytest.raises(StoreDamagedError):
        requests.open(Kind.WITHDRAWAL, 2, 2)
