"""How posts and persons read in a sentence."""

from collections.abc import Callable

from kim.answers.answer import Role, Value
from kim.answers.posts import FILLINGS
from kim.answers.telling import Telling
from kim.german_nouns import opening
from kim.texts import text

WORKING = ("persons", "filled")


def posts_in(field: str) -> Callable[[Telling], str]:
    """The sentence on the posts of a module, whose field is a text such as "answer.in_case_management"."""

    def tell(telling: Telling) -> str:
        if not telling.values:
            return _without_total(telling, text(field))
        first, *others = telling.values
        parts = [_opened(first, telling.where, _field(first, text(field)))]
        parts += [
            _clause(each, "" if each.subject == first.subject else _field(each, ""))
            for each in others
        ]
        parts += _beside(telling)
        if _is_filling_unknown(telling):
            parts.append(text("answer.filling_unknown"))
        return f"{'; '.join(parts)}."

    return tell


def tell_filled(telling: Telling) -> str:
    """The sentence on what is filled and vacant."""
    parts = [_clause(each, _field(each, "")) for each in telling.values or telling.beside]
    return f"{opening(telling.where)}: {'; '.join(parts)}." if parts else ""


def tell_limited(telling: Telling) -> str:
    """The sentence on posts with a time limit."""
    told = [f"{each.words} {_bracket(each)}" for each in telling.values or telling.beside]
    return (
        f"{opening(telling.where)} {text('answer.limited', posts='; '.join(told))}." if told else ""
    )


def tell_in_towns(telling: Telling) -> str:
    """The sentence on the posts of a district that sit in its towns."""
    told = [_clause(each, _field(each, "")) for each in telling.values or telling.beside]
    return f"{opening(telling.where)}: {'; '.join(told)}." if told else ""


def _opened(value: Value, where: str, field: str) -> str:
    verb, participle = _verb(value)
    words = (opening(where), verb, field, value.words, participle, _bracket(value))
    return " ".join(filter(None, words))


def _clause(value: Value, field: str) -> str:
    verb, participle = ("", "") if value.number is None else _verb(value)
    middle = (field, verb) if participle else (verb, field)
    words = (value.words, *middle, participle, _bracket(value))
    return " ".join(filter(None, words))


def _verb(value: Value) -> tuple[str, str]:
    """The verb, and what follows at the end: ("sind", "eingerichtet"), ("arbeiten", "")."""
    number = "one" if value.number == 1 else "many"
    if (value.unit, value.state) == WORKING:
        return text(f"answer.{number}_works"), ""
    return text(f"answer.{number}_is"), value.state_words


def _field(value: Value, field: str) -> str:
    """Where the posts work; that of another function than the module's main one by its own words."""
    key = f"answer.in_{value.subject}"
    return text(key) if value.subject and text.has(key) else field


def _bracket(value: Value) -> str:
    parts = [each for each in (*value.details, value.since, *value.doubts) if each]
    return f"({'; '.join(parts)})" if parts else ""


def _beside(telling: Telling) -> list[str]:
    parts = [
        text("answer.previous", words=each.words) for each in telling.with_role(Role.PREVIOUS)[:1]
    ]
    for role in (Role.FOLLOWS, Role.CONTRADICTS, Role.LESS_SURE, Role.INCREASE):
        parts += [
            text(f"answer.{role}", words=f"{each.words} {each.state_words} {_bracket(each)}")
            for each in telling.with_role(role)[:2]
        ]
    return parts


def _without_total(telling: Telling, field: str) -> str:
    told = [
        _clause(each, "")
        for each in telling.beside
        if each.role in (Role.INCREASE, Role.PART, Role.UNCOUNTED)
    ]
    if not told:
        return ""
    words = "; ".join(told[:3])
    return text("answer.no_total", where=opening(telling.where), field=field, words=words)


def _is_filling_unknown(telling: Telling) -> bool:
    told = (*telling.values, *telling.beside)
    is_told = any(each.state in FILLINGS for each in told)
    return not is_told and telling.values[0].is_sure
