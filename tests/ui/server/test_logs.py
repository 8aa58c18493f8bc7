"""What a server writes down as JSON: every line of a real process, and nothing of who asked and for what."""

import json
import logging
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from bench.clients import measure
from tests.asgi import run
from tests.e2e.serving import build, free_port, running, wait_for
from ui.server.logs import OneLine

PERSONAL = ("Mustermann", "geheim", "192.0.2.7", "127.0.0.1:", "KIM-Reader", "05566076")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What a server wrote while it was asked, visited and let fail."""
    store = tmp_path_factory.mktemp("store")
    variables = {"KIM_STORE": str(store), "KIM_LOG": "json", "KIM_TRACE": "1", "KIM_METRICS": "1"}
    build(variables)
    port, log = free_port(), store / "server.log"
    origin = f"http://127.0.0.1:{port}"
    with running(["--port", str(port)], variables, log):
        wait_for(f"{origin}/gesund")
        for path in ("/stellen?ort=05566076&wer=Mustermann", "/api/v1/answers?place=05566076"):
            asked(origin + path)
        run(measure(origin, "stellen", 1, 1.5))
        metrics = asked(f"{origin}/metrics")
    assert 'kim_rerun_seconds_count{page="positions"}' in metrics
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def asked(address: str) -> str:
    headers = {
        "Cookie": "_streamlit_user=geheim",
        "X-Forwarded-For": "192.0.2.7",
        "User-Agent": "KIM-Reader",
    }
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return str(answer.read().decode())


def of(lines: list[dict[str, Any]], logger: str) -> list[dict[str, Any]]:
    return [each for each in lines if each["logger"] == logger]


def test_each_line_says_when_how_bad_and_from_whom(lines: list[dict[str, Any]]) -> None:
    assert all({"time", "level", "logger", "message"} <= set(each) for each in lines)
    assert of(lines, "kim.server")[1]["message"].startswith("Ändern: ja")


def test_each_request_is_a_line(lines: list[dict[str, Any]]) -> None:
    found = {(each["method"], each["route"], each["status"]) for each in of(lines, "kim.requests")}
    assert {("GET", "/stellen", 200), ("GET", "/api/v1/answers", 200)} <= found
    assert all(each["milliseconds"] > 0 for each in of(lines, "kim.requests"))


def test_each_page_that_was_made_is_a_line_with_its_questions(lines: list[dict[str, Any]]) -> None:
    traces = of(lines, "kim.traces")
    assert traces
    for each in traces:
        spent = sum(asked["milliseconds"] for asked in each["questions"])
        assert spent <= each["milliseconds"]
    assert any(each["questions"] for each in traces)


def test_nothing_of_a_person_stands_in_them(lines: list[dict[str, Any]]) -> None:
    asked = [each for each in lines if each["logger"] != "kim.server"]  # which says its own address
    written = json.dumps(asked, ensure_ascii=False)
    assert [each for each in PERSONAL if each in written] == []


# A line


def line(**more: object) -> dict[str, Any]:
    record = logging.LogRecord("web", logging.ERROR, __file__, 1, "%s failed", ("it",), None)
    record.__dict__.update(more)
    found: dict[str, Any] = json.loads(OneLine().format(record))
    return found


def test_what_libraries_hang_on_a_record_is_left_out() -> None:
    found = line(status=500, client="192.0.2.7", websocket=object(), color_message="192.0.2.7")
    del found["time"]
    assert found == {"level": "ERROR", "logger": "web", "message": "it failed", "status": 500}


def test_a_failure_says_where_and_of_what_kind_not_what_was_typed() -> None:
    try:
        int("Mustermann")
    except ValueError:
        found = line(exc_info=sys.exc_info())["exc_info"]
    assert found.endswith("ValueError")
    assert Path(__file__).name in found
    assert "invalid literal" not in found
