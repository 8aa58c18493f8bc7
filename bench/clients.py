"""Sessions that speak Streamlit's protocol: each changes the module filter once a second.

Run as a process of its own: `python -m bench.clients ADDRESS PAGE SESSIONS SECONDS` prints the
milliseconds of every change as JSON.
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import Iterator

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.contestants import MODULE_FILTER, changes

SECONDS_TO_ANSWER = 60
SECONDS_BETWEEN_CHANGES = 1.0


class Session:
    """One browser's side of the protocol, as far as a change of filter needs it."""

    def __init__(self, connection: ClientConnection, page: str) -> None:
        self.connection = connection
        self.filter = ""
        self.labels: list[str] = []
        self.chosen: set[str] = set()
        self.message = BackMsg()
        self.message.rerun_script.page_name = page
        self.kept: dict[str, int] = {}
        self.runs = 0

    async def rerun(self) -> None:
        """Ask for a run of the script with the chosen modules and read until it has finished."""
        state = self.message.rerun_script
        if self.filter:
            del state.widget_states.widgets[:]
            widget = state.widget_states.widgets.add(id=self.filter)
            widget.string_array_value.data.extend(sorted(self.chosen))
        self.kept = {each: run for each, run in self.kept.items() if self.runs - run < 2}
        del state.cached_message_hashes[:]
        state.cached_message_hashes.extend(self.kept)
        self.runs += 1
        await self.connection.send(self.message.SerializeToString())
        async with asyncio.timeout(SECONDS_TO_ANSWER):
            while not self._has_finished(ForwardMsg.FromString(await self.connection.recv())):
                pass

    def toggle(self, module: str) -> None:
        label = next(each for each in self.labels if each.startswith(f"Baustein {module}"))
        self.chosen ^= {label}

    def _has_finished(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        state = self.message.rerun_script
        if message.metadata.cacheable:
            self.kept[message.hash] = self.runs
        if kind == "navigation":
            state.page_script_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            state.query_string = message.page_info_changed.query_string
        elif kind == "delta":
            element = message.delta.new_element
            if element.WhichOneof("type") == "button_group":
                group = element.button_group
                if group.label == MODULE_FILTER:
                    self.filter = group.id
                    self.labels = [option.content for option in group.options]
        if kind == "script_finished" and message.script_finished:
            raise RuntimeError(f"the script ended with status {message.script_finished}")
        return kind == "script_finished"


async def _session(address: str, page: str, seconds: float, ready: asyncio.Barrier) -> list[float]:
    """Milliseconds of each change, counted from when it was due."""
    chance = random.Random()  # noqa: S311
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], max_size=None) as connection:  # type: ignore[list-item]
        session = Session(connection, page)
        await session.rerun()
        await ready.wait()
        clicks: Iterator[str] = changes()
        for _ in range(chance.randrange(8)):
            session.toggle(next(clicks))
        due = time.perf_counter() + chance.random() * SECONDS_BETWEEN_CHANGES
        end = due + seconds
        taken: list[float] = []
        while due < end:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            session.toggle(next(clicks))
            await session.rerun()
            taken.append(1000 * (time.perf_counter() - due))
            due += SECONDS_BETWEEN_CHANGES
        return taken


async def measure(address: str, page: str, sessions: int, seconds: float) -> list[float]:
    """Milliseconds of all changes of that many sessions over that time."""
    ready = asyncio.Barrier(sessions)
    runs = (_session(address, page, seconds, ready) for _ in range(sessions))
    return [taken for session in await asyncio.gather(*runs) for taken in session]


def main() -> None:
    address, page, sessions, seconds = sys.argv[1:]
    print(json.dumps(asyncio.run(measure(address, page, int(sessions), float(seconds)))))


if __name__ == "__main__":
    main()
