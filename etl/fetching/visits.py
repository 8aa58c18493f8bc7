"""A polite visitor: asks robots.txt, pauses between requests to a host, waits when told to, follows redirects."""

import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from protego import Protego
from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from etl.fetching.addresses import Door, door_of, joined
from etl.fetching.refusals import FetchRefused, State, TookTooLong
from etl.fetching.transfer import Answer, Limits, transfer
from kim.loads import now
from kim.texts import text

AGENT = "KIM-Vergleich-NRW"
ACCEPT = {
    "Accept": "text/html,application/pdf,application/json,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Language": "de",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
OK = 200
REDIRECTS = {301, 302, 303, 307, 308}
TO_BE_ASKED_AGAIN = {429, 500, 502, 503, 504}
MOST_REDIRECTS = 5
MOST_ATTEMPTS = 3
LONGEST_WAIT = 60.0  # seconds; who asks for more is asked in a later run
LONGEST_PAUSE = 60.0
LONGEST_DELAY = 7 * 24 * 3600.0  # seconds until a later run may ask
ROBOTS = Limits(bytes=512_000, seconds=30)


@dataclass
class Visitor:
    """Who asks, how long it pauses between two requests to a host (seconds), how much it takes."""

    contact: str = ""
    may_be_loopback: bool = False
    pause: float = 2.0
    limits: Limits = field(default_factory=Limits)
    _last: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, Protego | FetchRefused] = field(default_factory=dict)

    def get(self, url: str, into: Path, conditions: Mapping[str, str] | None = None) -> Answer:
        """The answer to a GET, its body in a file. Raises FetchRefused.

        `conditions`: headers such as If-None-Match; then the status can be 304.
        """
        for _ in range(MOST_REDIRECTS):
            door = self._door(url)
            if not self._robots(door).can_fetch(url, AGENT):
                raise FetchRefused(State.FORBIDDEN, text("fetch.robots", url=url))
            answer = self._patiently(url, door, into, self.limits, conditions or {})
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            url = joined(url, answer.headers["location"])
        raise FetchRefused(State.FAILED, text("fetch.redirects", url=url, most=MOST_REDIRECTS))

    def _door(self, url: str) -> Door:
        return door_of(url, may_be_loopback=self.may_be_loopback)

    def _robots(self, door: Door) -> Protego:
        """What the host allows; everything where it has no robots.txt. Raises FetchRefused."""
        if door.origin not in self._rules:
            try:
                self._rules[door.origin] = Protego.parse(self._written_rules(door))
            except FetchRefused as refused:
                self._rules[door.origin] = refused
        rules = self._rules[door.origin]
        if isinstance(rules, FetchRefused):
            raise rules
        return rules

    def _written_rules(self, door: Door) -> str:
        url = f"{door.origin}/robots.txt"
        with tempfile.TemporaryDirectory() as folder:
            into = Path(folder) / "robots.txt"
            for _ in range(MOST_REDIRECTS):
                answer = self._patiently(url, self._door(url), into, ROBOTS, {})
                if answer.status not in REDIRECTS or "location" not in answer.headers:
                    break
                url = joined(url, answer.headers["location"])
            return into.read_text("utf-8", "replace") if answer.status == OK else ""

    def _patiently(
        self, url: str, door: Door, into: Path, limits: Limits, conditions: Mapping[str, str]
    ) -> Answer:
        """Ask, and ask again after a wait while the server is busy or breaks off. Raises FetchRefused."""
        headers = {**ACCEPT, "User-Agent": self._name(), **conditions}
        for attempt in range(1, MOST_ATTEMPTS + 1):
            self._pause_at(door)
            try:
                answer = transfer(url, door, headers, into, limits)
                if answer.status not in TO_BE_ASKED_AGAIN:
                    return answer
                wait = max(_told_to_wait(answer), self.pause * 2**attempt)
                refused = _busy(answer, door, wait)
            except FetchRefused as error:
                wait, refused = self.pause * 2**attempt, error
            is_final = refused.state is not State.FAILED or isinstance(refused, TookTooLong)
            if is_final or wait > LONGEST_WAIT or attempt == MOST_ATTEMPTS:
                raise refused
            time.sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _pause_at(self, door: Door) -> None:
        rules = self._rules.get(door.origin)
        asked_for = rules.crawl_delay(AGENT) if isinstance(rules, Protego) else None
        pause = min(max(self.pause, asked_for or 0), LONGEST_PAUSE)
        since = time.monotonic() - self._last.get(door.host, -pause)
        if since < pause:
            time.sleep(pause - since)
        self._last[door.host] = time.monotonic()

    def _name(self) -> str:
        return f"{AGENT}/1.0 (+mailto:{self.contact})" if self.contact else f"{AGENT}/1.0"


def _told_to_wait(answer: Answer) -> float:
    """The seconds of Retry-After, 0 where it says nothing that can be read."""
    try:
        return float(Retry().parse_retry_after(answer.headers["retry-after"]))
    except (KeyError, InvalidHeader):
        return 0


def _busy(answer: Answer, door: Door, wait: float) -> FetchRefused:
    said = text("fetch.busy", host=door.host, status=answer.status)
    return FetchRefused(State.FAILED, said, now() + timedelta(seconds=min(wait, LONGEST_DELAY)))
