"""Whether a paper speaks of KIM here, under which heading, and of which module."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.extraction import phrases
from etl.extraction.paper import Sentence

MOST_WORDS_OF_A_HEADING = 14
LAST_PARAGRAPH_OF_A_TITLE = 3
ELSEWHERE = {"off", "elsewhere"}
_ITEM = re.compile(
    r"(?:zu )?(?:TOP|Tagesordnungspunkt|Punkt)\s*\d|(?:zu|Zu|Ö|N)\s*\d+(?:\.\d+)*\b", re.IGNORECASE
)
_VERB = re.compile(
    r"\b(?:ist|sind|war|waren|hat|haben|wird|werden|wurde|wurden|soll|sollen|beträgt|gibt|stehen|steht"
    r"|nimmt|fragt|antwortet|sei|seien|habe|nahm)\b"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence is about. `is_kim`: whether of KIM. `heading`: of its section, "" for none.

    `module`: the code of the module last spoken of in its paragraph or heading, None for none or several. `title_module`: the one
    that the title of the paper names.
    """

    is_kim: bool
    heading: str
    module: str | None
    is_heading: bool = False
    title_module: str | None = None


@dataclass
class _Section:
    is_kim: bool = False
    heading: str = ""
    module: str | None = None


def topics(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Topic]]:
    """Each sentence with its topic, in reading order.

    A term of KIM holds from its sentence to the next heading on something else; a term of something else to the end of its
    paragraph, in a heading to the end of its section.
    """
    section, now, paragraph = _Section(), _Section(), 0
    title_module: str | None = None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            now = _Section(section.is_kim, section.heading, section.module)
        small = phrases.folded(sentence.text)
        terms = phrases.load("topic")["term"].codes(small)
        is_kim_named = bool(terms & {"programme", "on"})
        module = _only_module(small)
        is_heading = _is_heading(sentence)
        if is_heading:
            is_kim = is_kim_named or module is not None
            section = _after_heading(section, sentence, is_kim, bool(terms & ELSEWHERE), module)
            now = _Section(section.is_kim, section.heading, section.module)
            if paragraph <= LAST_PARAGRAPH_OF_A_TITLE and title_module is None:
                title_module = module
        elif is_kim_named:
            now.is_kim = section.is_kim = True
        elif "off" in terms:
            now.is_kim = False
        if module is not None:
            now.module = module
        yield sentence, Topic(now.is_kim, now.heading, now.module, is_heading, title_module)


def modules(small: str) -> list[phrases.Said]:
    """The module words of a folded text, in order."""
    return list(phrases.load("modules")["module"].find(small))


def _only_module(small: str) -> str | None:
    codes = {said.code for said in modules(small)}
    return codes.pop() if len(codes) == 1 else None


def _is_heading(sentence: Sentence) -> bool:
    """A short first sentence of a paragraph without verb and full stop, or with the number of an item of the agenda."""
    text = sentence.text
    if sentence.start > 8 or len(text) > 160 or text[-1] in ".!?,;":
        return False
    is_short = len(text.split()) <= MOST_WORDS_OF_A_HEADING
    return is_short and not _VERB.search(text) and "\t" not in text and "|" not in text


def _after_heading(
    section: _Section, sentence: Sentence, is_kim: bool, is_off: bool, module: str | None
) -> _Section:
    text = sentence.text
    if is_kim:
        return _Section(True, text, module)
    if is_off or _ITEM.match(text):
        return _Section(False, text, None)
    return _Section(section.is_kim, text, None)
