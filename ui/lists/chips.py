"""Which chips a value of an answer wears: its state, why it is not sure, whose statement it is."""

from kim.answers import Level, Value, above_of, region
from kim.regions import LAND
from kim.tables import package
from ui.lists.entries import Chip
from ui.texts import text

POSITION_FORMS = {
    "planned": "planned",
    "applied_for": "planned",
    "funded": "funded",
    "established": "set",
    "partly_filled": "filled",
    "filled": "filled",
    "vacant": "open",
    "cut": "open",
}
INSTRUMENT_FORMS = {"planned": "planned", "in_development": "open", "completed": "kept"}
BODY_FORMS = {"planned": "planned", "recommended": "open"}
FORMS = {"positions": POSITION_FORMS, "instruments": INSTRUMENT_FORMS, "bodies": BODY_FORMS}


def value_chips(value: Value) -> tuple[Chip, ...]:
    """The state of a value in words, then each of its doubts; none for a sure value without a state."""
    return tuple(filter(None, (state_chip(value), *doubt_chips(value))))


def state_chip(value: Value) -> Chip | None:
    """The state in words; None without one, and for a table whose states have no chips."""
    form = FORMS.get(value.fact.table, {}).get(value.state)
    return Chip(value.state_words, form) if form and value.state_words else None


def doubt_chips(value: Value) -> tuple[Chip, ...]:
    """Why a value is not sure: inferred, claimed, not read from the text, only possible on the day."""
    return tuple(Chip(each, "unsure") for each in value.doubts)


def level_chip(level: Level, place: str) -> Chip:
    """Whose statement one on this level is, seen from a place (AGS): "Rheine", "Kreis Steinfurt", "Land"."""
    if level is Level.LAND:
        return Chip(package().vocabularies["region_kind"]["land"], "level")
    return Chip(region(above_of(place)[level]).name, "level")


def level_words(value: Value) -> str:
    """The level of an evaluation; nothing where what is evaluated says it, or where the Land speaks.

    Where another place speaks of the evaluation of the Land, that it is the Land's.
    """
    level = text(f"answer.level_{value.subject}")
    is_said = any(each.endswith(level) for each in value.details[:1])
    if is_said or value.place == LAND:
        return ""
    return text("comparison.of_land_evaluation") if value.subject == "land" else level
