"""Records as JSON files and back, by one converter: what it does not know it refuses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from cattrs import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from kim.pointer import StoreDamagedError

CONVERTER = make_converter(forbid_extra_keys=True)
Record = TypeVar("Record")


def written(record: object) -> str:
    """A dataclass as JSON; times in ISO 8601, enumerations as their values."""
    return CONVERTER.dumps(record)


def read(text: str, kind: type[Record]) -> Record:
    """The dataclass that was written; a field that an earlier release did not have gets its default.

    Raises cattrs.BaseValidationError when a key is unknown or a value is not of its type.
    """
    return CONVERTER.loads(text, kind)


def read_file(path: Path, kind: type[Record]) -> Record:
    """The dataclass in a file. Raises StoreDamagedError when it is half, no record or a newer program's."""
    file = f"{path.parent.name}/{path.name}"
    try:
        told = json.loads(path.read_text("utf-8"))
        if not isinstance(told, dict):
            raise StoreDamagedError("record_damaged", file)
        return CONVERTER.structure(told, kind)
    except OSError as error:
        raise StoreDamagedError("record_unreadable", file) from error
    except BaseValidationError as error:
        newer = error.subgroup(ForbiddenExtraKeysError)
        raise StoreDamagedError("record_newer" if newer else "record_damaged", file) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise StoreDamagedError("record_damaged", file) from error


def with_keys(**keys: str) -> Callable[[type[Record]], type[Record]]:
    """For a dataclass whose fields have other names than their keys in JSON: field -> key."""
    renamed: dict[str, Any] = {name: override(rename=key) for name, key in keys.items()}

    def register(kind: type[Record]) -> type[Record]:
        reads = make_dict_structure_fn(kind, CONVERTER, _cattrs_forbid_extra_keys=True, **renamed)
        CONVERTER.register_structure_hook(kind, reads)
        CONVERTER.register_unstructure_hook(
            kind, make_dict_unstructure_fn(kind, CONVERTER, **renamed)
        )
        return kind

    return register
