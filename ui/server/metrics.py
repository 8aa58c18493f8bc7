"""`/metrics`: how the service does, in the format of Prometheus, where KIM_METRICS is set; nothing about anybody."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import disk_usage

from prometheus_client import REGISTRY, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kim.pointer import StoreDamagedError
from kim.settings import settings
from kim.store import Store, StoreEmptyError, store
from kim.watching import Happening, watch
from ui.endpoints import problem, tokens
from ui.endpoints.problem import RefusedError
from ui.texts import text

BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10)
QUESTIONS = Histogram(
    "kim_question_seconds",
    "Questions put to the store (not those answered from memory), by the name of their .sql file",
    ["question"],
    buckets=BUCKETS,
)
RERUNS = Histogram(
    "kim_rerun_seconds", "Pages made, or made again after a change", ["page"], buckets=BUCKETS
)
REQUESTS = Histogram(
    "kim_http_request_seconds",
    "Requests until the whole answer was sent",
    ["method", "route", "status"],
    buckets=BUCKETS,
)
UPLOADS = Counter("kim_uploads", "Files received, published, refused by the checks", ["outcome"])
READERS = Gauge("kim_readers", "Pages that are open in a browser")
SERIES = {Happening.QUESTION: QUESTIONS, Happening.RERUN: RERUNS}


class OfTheStore(Collector):
    """What the store is asked when somebody looks: version, age, room."""

    def collect(self) -> Iterator[Metric]:
        found = store()
        with suppress(StoreEmptyError, StoreDamagedError, FileNotFoundError):
            number = found.current().number
            yield GaugeMetricFamily("kim_version", "The version that is served", number)
            age = time.time() - found.path(number).stat().st_mtime
            yield GaugeMetricFamily("kim_version_age_seconds", "Since it was made", age)
        with suppress(FileNotFoundError):
            yield _bytes(found)

    def describe(self) -> Iterator[Metric]:
        """Nothing in advance: the store is not looked at before somebody asks."""
        return iter(())


def _bytes(found: Store) -> Metric:
    family = GaugeMetricFamily("kim_store_bytes", "Room of the store's folder", labels=["kind"])
    family.add_metric(["free"], disk_usage(found.folder).free)
    family.add_metric(["used"], sum(map(_size, found.folder.rglob("*"))))
    return family


def _size(path: Path) -> int:
    """The size of a file, 0 for a folder and for what has gone meanwhile."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:
        return 0


REGISTRY.register(OfTheStore())


def begin() -> None:
    """Count from now on what happens."""
    watch(_count)


def _count(what: Happening, name: str, seconds: float) -> None:
    if what is Happening.UPLOAD:
        UPLOADS.labels(name).inc()
    else:
        SERIES[what].labels(name).observe(seconds)


def show(request: Request) -> Response:
    """All of it; for named clients alone where there are such (KIM_API_TOKENS)."""
    if not settings().metrics:
        return PlainTextResponse(text("door.nothing_here"), 404)
    try:
        tokens.require(request.headers)
    except RefusedError as refused:
        return problem.response(request, refused)
    return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)
