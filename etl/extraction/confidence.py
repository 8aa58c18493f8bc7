"""How sure each rule is: its precision as it was measured."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "confidence.toml"
UNMEASURED = 0.5


def of(rule: str) -> float:
    """The measured precision of a rule, 0 to 1; 0.5 for one that was never measured."""
    return _measured().get(rule, UNMEASURED)


@cache
def _measured() -> dict[str, float]:
    return {rule: float(value) for rule, value in tomllib.loads(FILE.read_text("utf-8")).items()}
