"""How many sessions a server holds at one change a second each: `python -m bench.sessions`."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable

from bench.contestants import FROZEN, OURS, SIZES, USUAL, Contestant, Server, built_store, serving
from bench.measures import keep, median, percentile
from kim.tables import ROOT

RUNNERS = (USUAL, FROZEN, OURS)
MOST_MILLISECONDS = 200
SECONDS_OF_A_STEP = 8.0
MOST_SESSIONS = 256
ALONE = 20


def sessions_held(is_held: Callable[[int], bool]) -> int:
    """The largest number that is held: doubled until it is not, then halved in to a tenth."""
    low, high = 0, 1
    while high <= MOST_SESSIONS and is_held(high):
        low, high = high, high * 2
    while high - low > max(1, low // 10):
        middle = (low + high) // 2
        low, high = (middle, high) if is_held(middle) else (low, middle)
    return low


def measure(contestant: Contestant, facts: int) -> dict[str, float]:
    """Sessions held, and of one session alone: p50 in ms, CPU of the server for a change in ms."""
    with serving(contestant, built_store(facts)) as server:
        changes_of(server, contestant, 1, 10)
        before = server.seconds_on_cpu()
        alone = changes_of(server, contestant, 1, ALONE)
        cpu = 1000 * (server.seconds_on_cpu() - before) / len(alone)

        def is_held(sessions: int) -> bool:
            times = changes_of(server, contestant, sessions, SECONDS_OF_A_STEP)
            return percentile(times, 95) < MOST_MILLISECONDS

        return {"held": sessions_held(is_held), "p50": median(alone), "cpu": cpu}


def changes_of(
    server: Server, contestant: Contestant, sessions: int, seconds: float
) -> list[float]:
    """Milliseconds of all changes, made by clients in a process of their own."""
    page = contestant.path.strip("/")
    command = [sys.executable, "-m", "bench.clients", server.origin, page, f"{sessions}"]
    answer = subprocess.run([*command, f"{seconds}"], cwd=ROOT, capture_output=True, check=True)
    times: list[float] = json.loads(answer.stdout)
    return times


def run(sizes: list[int], rounds: int) -> dict[str, dict[str, dict[str, float]]]:
    """Measure every size, contestants in turn; medians over the rounds."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for facts in sizes:
        taken: dict[str, list[dict[str, float]]] = {each.name: [] for each in RUNNERS}
        for _ in range(rounds):
            for each in RUNNERS:
                taken[each.name].append(measure(each, facts))
        found[str(facts)] = {
            name: {key: median(each[key] for each in several) for key in several[0]}
            for name, several in taken.items()
        }
        for name, values in found[str(facts)].items():
            print(
                f"{facts:>9,} facts  {name:<13} {values['held']:4.0f} sessions held,"
                f" alone {values['p50']:.0f} ms, {values['cpu']:.0f} ms CPU a change",
                flush=True,
            )
    keep("sessions", found)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.sessions", description=__doc__)
    parser.add_argument("--facts", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=1)
    chosen = parser.parse_args()
    run(chosen.facts, chosen.rounds)


if __name__ == "__main__":
    main()
