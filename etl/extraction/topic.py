"""Whether a paper speaks of KIM here, under which heading, and of which module."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.extraction import phrases
from etl.extraction.mentions.modules import only_module
from etl.extraction.paper import Sentence

MOST_WORDS_OF_A_HEADING = 14
LAST_PARAGRAPH_OF_A_TITLE = 3
KIM, ELSEWHERE = {"programme", "on"}, {"off", "elsewhere"}
CLOSING = '“”"»«)'
NEAR, FAR = 3, 1000
_ITEM = re.compile(
    r"(?:zu )?(?:TOP|Tagesordnungspunkt|Punkt)\s*\d|[ÖN]\s?\d+(?:\.\d+)*\b", re.IGNORECASE
)
_NUMBERED_ITEM = re.compile(r"(?:Zu )?(?:TOP|Tagesordnungspunkt)\s*\d{1,3}(?:\.\d{1,2})*\s?[:–(-]")
_BODY_OF_KIM = re.compile(
    r"\b(?:lenkungs|steuerungs|projekt|arbeits|netzwerk)(?:gruppe|kreis|treffen)\w*"
)
_LABELLED_COUNT = re.compile(
    r"^[•▪◦‣·*–-]|:\s*\d{1,3}(?:,\d+)?\s+(?:\w+-)?(?:[Ss]telle|VZÄ|Vollzeit|Person|Kr[aä]ft|Fachkr)"
)
_DECIMAL = re.compile(r"\d,\d|(?<= )\d{1,3}(?= |$)")
_VERB = re.compile(
    r"\b(?:ist|sind|war|waren|hat|haben|wird|werden|wurde|wurden|soll|sollen|beträgt|gibt|stehen|steht"
    r"|nimmt|fragt|antwortet|sei|seien|habe|nahm)\b"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence is about. `is_kim`: whether of KIM. `heading`: of its section, "" for none.

    `module`: the code of the module last spoken of in its paragraph or heading, None for none or several. `recent_module`:
    the one last spoken of before, under the same heading or in the title. `is_near`: whether KIM is named in this paragraph or the
    one before.
    """

    is_kim: bool
    heading: str
    module: str | None
    is_heading: bool = False
    recent_module: str | None = None
    is_near: bool = True


def topics(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Topic]]:
    """Each sentence with its topic, in reading order.

    A term of KIM holds from its sentence to the next heading on something else; a term of something else to the end of its
    paragraph, in a heading to the end of its section.
    """
    reader = _Reader()
    for sentence in sentences:
        yield sentence, reader.read(sentence)


@dataclass
class _Reader:
    """What is held from sentence to sentence: whether it is the paper of a group of KIM, whose items are all of it; of the section (`in_section`, `heading`, `section_module`) and of the paragraph."""

    in_section: bool = False
    is_of_a_body_of_kim: bool = False
    heading: str = ""
    section_module: str | None = None
    title_module: str | None = None
    recent_module: str | None = None
    paragraph: int = 0
    in_paragraph: bool = False
    module: str | None = None
    since_named: int = FAR

    def read(self, sentence: Sentence) -> Topic:
        small = phrases.folded(sentence.text)
        terms = phrases.load("topic")["term"].codes(small)
        module = only_module(small)
        is_named = bool(terms & KIM)
        is_heading = _is_heading(sentence) or _begins_item(sentence)
        if sentence.paragraph != self.paragraph:
            self._begin_paragraph(sentence.paragraph, is_heading)
        if sentence.paragraph == 1 and is_named and _BODY_OF_KIM.search(small):
            self.is_of_a_body_of_kim = True
        if is_heading:
            self._begin_section(
                sentence.text, is_named or module is not None, bool(terms & ELSEWHERE), module
            )
        elif is_named:
            self.in_paragraph = self.in_section = True
        elif "off" in terms:
            self.in_paragraph = False
        if module is not None:
            self.module = self.recent_module = module
        if is_named or (module is not None and self.in_paragraph):
            self.since_named = 0
        return Topic(
            self.in_paragraph,
            self.heading,
            self.module,
            is_heading,
            self._fallback(),
            self.since_named <= NEAR,
        )

    def _begin_paragraph(self, number: int, is_heading: bool) -> None:
        self.paragraph = number
        self.in_paragraph, self.module = self.in_section, self.section_module
        self.since_named += not is_heading

    def _begin_section(
        self, text: str, is_kim: bool, is_elsewhere: bool, module: str | None
    ) -> None:
        if is_kim:
            self.in_section = True
        elif is_elsewhere or (_ITEM.match(text) and not self.is_of_a_body_of_kim):
            self.in_section = False
        self.heading, self.section_module, self.recent_module = text, module, None
        if self.paragraph <= LAST_PARAGRAPH_OF_A_TITLE:
            self.title_module = self.title_module or module
        self.in_paragraph, self.module = self.in_section, module

    def _fallback(self) -> str | None:
        return self.title_module or self.recent_module


def _begins_item(sentence: Sentence) -> bool:
    """Whether an item of the agenda begins here in running text: "TOP 7: Neubau – veranschlagt sind …"."""
    return sentence.start == 0 and _NUMBERED_ITEM.match(sentence.text) is not None


def _is_heading(sentence: Sentence) -> bool:
    """A short first sentence of a paragraph without verb and full stop, or with the number of an item of the agenda."""
    text = sentence.text
    if sentence.start > 8 or len(text) > 160 or text.rstrip(CLOSING)[-1:] in ".!?,;":
        return False
    is_short = len(text.split()) <= MOST_WORDS_OF_A_HEADING
    is_table = len(_DECIMAL.findall(text)) > 1 or _LABELLED_COUNT.search(text)
    return (
        is_short
        and not is_table
        and not _VERB.search(text)
        and "\t" not in text
        and "|" not in text
    )
