"""Dates are read by several threads from the first one on."""

import subprocess
import sys

PROGRAM = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from kim.edtf_forms import parsed

sys.setswitchinterval(1e-6)
forms = ("[2022-12-01..]", "[2023-01-06..2023-02-13]", "2021~", "2023-41")
together = Barrier(len(forms))

def read(number):
    together.wait()
    return [parsed(each) for each in forms[number:] + forms[:number]]

with ThreadPoolExecutor(len(forms)) as threads:
    found = {bounds for each in threads.map(read, range(len(forms))) for bounds in each}
print(len(found))
"""


def test_the_first_dates_are_read_by_several_threads_at_once() -> None:
    """In a process of its own: the parser finishes itself while it reads for the first time."""
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True
        )
        assert (done.stdout, done.returncode) == ("4\n", 0), done.stderr
