"""What the server writes down: plain words, or JSON, one line each, with these keys alone; never who asked or for what."""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

from pythonjsonlogger.json import JsonFormatter
from streamlit import logger as of_streamlit
from uvicorn.config import LOGGING_CONFIG

from kim.settings import Settings
from ui.server.reruns import TRACES
from ui.server.watched import LOGGER as REQUESTS

SERVER = logging.getLogger("kim.server")
KEYS = {
    *("time", "level", "logger", "message", "exc_info"),
    *("method", "route", "status", "milliseconds", "page", "questions"),
}
Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class OneLine(JsonFormatter):
    """A line of JSON. What else a library hangs on a record (addresses, connections) is left out."""

    def __init__(self) -> None:
        super().__init__(
            "{levelname}{name}{message}",
            style="{",
            rename_fields={"levelname": "level", "name": "logger"},
            timestamp="time",
            json_ensure_ascii=False,
        )

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        return {key: said for key, said in log_data.items() if key in KEYS}

    def formatException(self, ei: Failure) -> str:  # noqa: N802 (as logging calls it)
        """Where it failed and the kind of the failure; its message may hold what people typed."""
        kind, _, trace = ei
        return "".join([*traceback.format_tb(trace), kind.__name__ if kind else ""])


def begin(chosen: Settings) -> None:
    """Write from now on as the installation decides."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine())
    if chosen.logs_json:
        _write_all_to(handler)
    if chosen.traces:
        TRACES.handlers, TRACES.propagate = [handler], False
        TRACES.setLevel(logging.INFO)


def _write_all_to(handler: logging.Handler) -> None:
    """Python's, uvicorn's and Streamlit's loggers, those too that Streamlit makes later."""
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.captureWarnings(capture=True)
    of_streamlit.setup_formatter = _leave_to_root
    of_streamlit.update_formatter()
    threading.excepthook = _write_failure
    for each in (SERVER, REQUESTS):
        each.setLevel(logging.INFO)


def _leave_to_root(logger: logging.Logger) -> None:
    logger.handlers, logger.propagate = [], True


def _write_failure(failed: threading.ExceptHookArgs) -> None:
    SERVER.error("thread failed", exc_info=failed.exc_value)


def of_uvicorn(chosen: Settings) -> dict[str, Any] | None:
    """How uvicorn shall set up its loggers: as it always does, or not at all."""
    return None if chosen.logs_json else LOGGING_CONFIG


def say(sentence: str) -> None:
    """A sentence for whoever started the server, as a line of its log where that is JSON."""
    if SERVER.isEnabledFor(logging.INFO):
        SERVER.info(sentence)
    else:
        print(sentence, flush=True)
