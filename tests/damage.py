"""What can befall the pointer and the version it names: done to a real folder, and undone."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kim.store import Store

Harm = Callable[[Path, Path], None]
HALF = 300_000


def gone(pointer: Path, _: Path) -> None:
    pointer.unlink()


def empty(pointer: Path, _: Path) -> None:
    pointer.write_bytes(b"")


def garbage(pointer: Path, _: Path) -> None:
    pointer.write_bytes(b"\xff\x00zwei\n")


def zero(pointer: Path, _: Path) -> None:
    pointer.write_text("0\n")


def nameless(pointer: Path, _: Path) -> None:
    pointer.write_text("99\n")


def folder(pointer: Path, _: Path) -> None:
    pointer.unlink()
    pointer.mkdir()


def unreadable(pointer: Path, _: Path) -> None:
    """Reading fails with an I/O error, as from a broken disk, for root as well."""
    pointer.unlink()
    pointer.symlink_to("/proc/self/mem")


def endless(pointer: Path, _: Path) -> None:
    pointer.unlink()
    pointer.symlink_to(pointer.name)


def lost(_: Path, version: Path) -> None:
    version.unlink()


def cut_off(_: Path, version: Path) -> None:
    """Another file in its place: a copy that ended halfway."""
    content = version.read_bytes()
    version.unlink()
    version.write_bytes(content[:HALF])


def overwritten(_: Path, version: Path) -> None:
    size = version.stat().st_size
    version.unlink()
    version.write_bytes(b"not a database" * (size // 14 + 1))


KINDS: dict[str, tuple[Harm, str]] = {
    "gone": (gone, "„current“ im Ordner der Fassungen fehlt"),
    "empty": (empty, "„current“ im Ordner der Fassungen ist leer"),
    "garbage": (garbage, "keine Nummer einer Fassung"),
    "zero": (zero, "keine Nummer einer Fassung"),
    "nameless": (nameless, "Die Fassung „kim-000099.duckdb“ fehlt"),
    "folder": (folder, "ein Ordner und keine Datei"),
    "unreadable": (unreadable, "lässt sich nicht lesen"),
    "endless": (endless, "lässt sich nicht lesen"),
    "lost": (lost, "Die Fassung „kim-000002.duckdb“ fehlt"),
    "cut_off": (cut_off, "„kim-000002.duckdb“ ist beschädigt"),
    "overwritten": (overwritten, "„kim-000002.duckdb“ ist beschädigt"),
}


@contextmanager
def damaged(store: Store, harm: Harm) -> Iterator[None]:
    """The store with this damage; put right again as from a backup, each file in one step."""
    pointer, version = store.folder / "current", store.path(2)
    saved = store.folder / "saved"
    saved.mkdir()
    for each in (pointer, version):
        shutil.copy(each, saved)
    harm(pointer, version)
    try:
        yield
    finally:
        if pointer.is_dir():
            pointer.rmdir()
        for each in (version, pointer):
            (saved / each.name).replace(each)
        saved.rmdir()
