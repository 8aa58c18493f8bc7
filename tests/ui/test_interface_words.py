"""The words of Streamlit that are exchanged are still the words it uses."""

from pathlib import Path

import pytest
import streamlit

from ui.server.interface_words import EXCHANGED, SCRIPTS, in_german

FOLDER = Path(streamlit.__file__).parent / "static" / "static" / "js"
HOLDING = [path for path in FOLDER.glob("*.js") if SCRIPTS.search(f"/static/js/{path.name}")]


@pytest.fixture(scope="module")
def scripts() -> str:
    return "\n".join(path.read_text("utf-8") for path in HOLDING)


@pytest.mark.parametrize("english", EXCHANGED, ids=range(len(EXCHANGED)))
def test_streamlit_still_says_it_and_we_exchange_it(scripts: str, english: str) -> None:
    assert english in scripts
    assert english not in in_german(scripts.encode()).decode()
