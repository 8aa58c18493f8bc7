"""The picture of posts shared out: its chart with rules, unit, address and the mark that it is a calculation."""

from collections.abc import Sequence

from kim.allocation import Allocation, Task
from kim.settings import settings
from ui.figures.allocation import difference, posts, shares_and_quotas
from ui.pictures.picture import Frame, Size
from ui.pictures.picture import svg as framed
from ui.texts import text

MOST_IN_A_SENTENCE = 6


def svg(
    found: Allocation, above: Sequence[str], address: str, size: Size = Size.COLUMN, own: str = ""
) -> bytes:
    """The SVG with these sentences above the chart; `address`: what computes it anew; `own`: a name."""
    title = f"{text('allocation.title')}: {text('allocation.result')}"
    whose = " · ".join(filter(None, (text("app.title"), settings().operator)))
    below = (text("allocation.picture_source"), whose, address)
    frame = Frame(title, tuple(filter(None, above)), below, alt(found))
    return framed(shares_and_quotas(found.shares, own), frame, size).encode()


def leads(task: Task, found: Allocation, chosen: Sequence[str], counted: str) -> tuple[str, ...]:
    """What stands above the chart: the rules, a tie, what is counted."""
    return tuple(filter(None, (rules(task), of_tie(found, chosen), counted)))


def alt(found: Allocation) -> str:
    """The chart in words."""
    return " ".join(filter(None, (text("allocation.mark"), shares(found), gains(found))))


def rules(task: Task) -> str:
    """What is computed, by which rules."""
    return text(
        "allocation.found",
        mark=text("allocation.mark"),
        posts=float(task.posts),
        places=len(task.persons),
        method=text(f"allocation.method_{task.method}"),
        step=posts(task.step),
        least=posts(task.least),
    )


def shares(found: Allocation) -> str:
    """Who gets what, where that fits into a sentence."""
    if len(found.shares) > MOST_IN_A_SENTENCE:
        return ""
    named = ", ".join(f"{each.place} {posts(each.posts)}" for each in found.shares)
    return text("allocation.shares", shares=named)


def gains(found: Allocation) -> str:
    """Who gains and who loses most by rounding; nothing while a tie is open."""
    if found.left:
        return ""
    gainer = max(found.shares, key=lambda each: each.difference)
    loser = min(found.shares, key=lambda each: each.difference)
    if not gainer.difference:
        return text("allocation.no_gains")
    return text(
        "allocation.gains",
        gainer=gainer.place,
        gain=difference(gainer.difference),
        loser=loser.place,
        loss=difference(loser.difference),
    )


def of_tie(found: Allocation, chosen: Sequence[str]) -> str:
    """Who ties for what, or in whose favour the reader settled it; empty without a tie."""
    if found.tie is None:
        return ""
    if not found.left:
        return text("allocation.finding_settled", places=", ".join(chosen))
    places = ", ".join(found.tie.places)
    return text("allocation.finding_tie", places=places, left=float(found.left))
