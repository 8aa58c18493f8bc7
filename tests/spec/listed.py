"""How a spec reads what is listed in words beside entries: matrices of statements, lines of text out."""

from collections.abc import Iterator

from tests.spec.reading import key
from ui.lists.entries import Entry
from ui.lists.flow import Flows
from ui.lists.matrix import StatementMatrix
from ui.lists.organigram import Organigrams


def statements(shown: StatementMatrix) -> list[str]:
    """A matrix line by line: each place, below it what stands in the cells under their heads.

    "[form: words]" is a chip, "@" whose statements they are, ">" begins what is folded.
    """
    found = [" | ".join((shown.corner, *shown.heads))]
    for line in shown.lines:
        searched = f" ({line.searched})" if line.searched else ""
        found.append(f"## {line.head}{searched}{' (wide)' if line.is_wide else ''}")
        if not line.stated:
            found.append(".")
            continue
        for head, cell in zip(line.heads or shown.heads, line.cells, strict=True):
            if not cell:
                found += [] if line.is_wide else [f"{head}: ."]
            for each in cell:
                chip = f" [{each.chip.form}: {each.chip.words}]" if each.chip else ""
                found.append(f"{head}:{chip}{f' @ {each.level}' if each.level else ''}")
                found += [entry(one) for one in each.opened]
                found += [f"> {entry(one)}" for one in each.folded]
    return found


def organigrams(shown: Organigrams) -> list[str]:
    """Level by level: "#" a district, "##" a place, "·" a tier, below it the boxes and their lines."""
    found = []
    for district in shown.districts:
        found.append("#")
        for level in district:
            found.append(f"## {level.title}{f' [{level.note}]' if level.note else ''}")
            found += [] if level.tiers else [f". {level.searched}"]
            for tier in level.tiers:
                found.append(f"· {tier.title}{' (beside)' if tier.is_political else ''}")
                for box in tier.boxes:
                    chips = "".join(f"[{chip.form}: {chip.words}] " for chip in box.head.chips)
                    found.append(f"{chips}{entry(box.head)}")
                    found += [f"- {line.words}{key(line.fact)}" for line in box.lines]
    return found


def flows(shown: Flows) -> list[str]:
    """Place by place the steps: from whom, what, to whom; ">" begins a folded place."""
    found = []
    for flow in shown.flows:
        found.append(f"{'>' if flow.is_folded else '##'} {flow.title}")
        for step in flow.steps:
            chips = "".join(f"[{chip.form}: {chip.words}] " for chip in step.entry.chips)
            found.append(f"{step.start} -- {chips}{entry(step.entry)} -- {step.end}")
    return found


def entry(shown: Entry) -> str:
    """The words of an entry, its details, its proof and its fact."""
    return f"{' | '.join(_parts(shown))}{key(shown.fact)}"


def _parts(shown: Entry) -> Iterator[str]:
    yield shown.words
    if shown.details:
        yield " · ".join(shown.details)
    yield shown.proof
