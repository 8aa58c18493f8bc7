"""Large reports leave no more behind than one of them, however many are set."""

import subprocess
import sys

from kim.tables import ROOT

SETS = """
from pathlib import Path

from ui.report.blocks import Report, Said
from ui.report.printing import pdf


def memory():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


for number in range(8):
    said = (Said(f"Der {block}. Satz im {number}. Bericht sagt etwas anderes.") for block in range(2500))
    pdf(Report("Titel", tuple(said), "oben", ("unten",), "Stelle"))
    print(memory())
"""


def test_what_is_kept_of_large_reports_does_not_grow() -> None:
    found = subprocess.run(
        [sys.executable, "-c", SETS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    _, second, *_, last = map(int, found.stdout.split())

    assert last < second * 1.25, found.stdout
