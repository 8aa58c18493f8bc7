"""Who is measured: the dashboard and its peers, each as a server process on the same published data."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.generate import generate
from kim.store import Store
from kim.tables import ROOT

BENCH = ROOT / "bench"
DATA = BENCH / "data"
SIZES = (1_000, 100_000, 1_000_000)
MODULE_FILTER = "Bausteine"
SECONDS_TO_START = 120


@dataclass(frozen=True)
class Contestant:
    """A page under test: what starts its server (before the port) and where its chart is."""

    name: str
    command: tuple[str, ...]
    path: str = "/"
    freeze: bool = False


STREAMLIT = ("-m", "streamlit", "run")
PORT = "--server.port"
BARE = Contestant("bare", (*STREAMLIT, str(BENCH / "peers/bare.py"), PORT))
USUAL = Contestant("usual", (*STREAMLIT, str(BENCH / "peers/usual.py"), PORT))
FROZEN = Contestant("usual+freeze", USUAL.command, freeze=True)
OURS = Contestant("ours", ("-m", "ui.server", "--port"), path="/stellen")
CONTESTANTS = (BARE, USUAL, FROZEN, OURS)


def built_store(facts: int) -> Path:
    """The store folder with that many invented positions, built by the real ETL unless it is there."""
    folder = DATA / f"facts-{facts}"
    store, data = folder / "store", folder / "csv"
    if not Store(store).number():
        if not (data / "faults.json").exists():
            generate(data, facts)
        build = [sys.executable, "-m", "etl", "build", "--store", str(store)]
        build += ["--data", str(data), "--documents", str(data / "minutes")]
        subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return store


def shipped_store(folder: Path, documents: Path | None = None) -> Path:
    """The folder, with the facts of the repository built into it; `documents`: where their texts are, if elsewhere."""
    build = [sys.executable, "-m", "etl", "build", "--store", str(folder)]
    build += ["--documents", str(documents)] if documents else []
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder


@dataclass(frozen=True)
class Server:
    """A running server: its origin and its process."""

    origin: str
    process: int

    def seconds_on_cpu(self) -> float:
        """What the process has used so far."""
        stat = Path(f"/proc/{self.process}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(contestant: Contestant, store: Path) -> Iterator[Server]:
    """Start the server of a contestant; yields it as soon as its port answers."""
    port = _free_port()
    published = Store(store)
    environment = {
        **os.environ,
        "KIM_STORE": str(store),
        "BENCH_DATABASE": str(published.path(published.number())),
        "BENCH_FREEZE": "1" if contestant.freeze else "0",
    }
    command = [sys.executable, *contestant.command, str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(port, process)
        yield Server(f"http://localhost:{port}", process.pid)
    finally:
        process.terminate()
        process.wait(30)


def changes() -> Iterator[str]:
    """Which module to click next, without end: every choice of the three modules in turn."""
    while True:
        yield from ("1", "2", "1", "3", "1", "2", "1", "3")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("localhost", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"no answer on port {port}")
