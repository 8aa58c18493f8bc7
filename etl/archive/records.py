"""Records as JSON and back, by one converter: what it does not know it refuses."""

from typing import TypeVar

from cattrs.preconf.json import make_converter

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
