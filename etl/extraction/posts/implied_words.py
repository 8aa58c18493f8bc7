"""The words before and behind a number that tell of what it is a count where its noun stands elsewhere."""

import re

PLACE = r"bei|beim|in|im|für|auf|aus|an|am"
FILL = (
    r"(?:\s*,?\s*(?:sind|ist|seien|sei|waren|war|wurden?|werden|konnten|konnte|derzeit|aktuell|zurzeit|bereits|momentan|inzwischen"
    r"|mittlerweile|befinden sich|verteilen sich|noch|jedoch|aber|schon|erst|liegen|arbeiten|entfallen|gehen|nur|lediglich|zunächst|bisher|heute|bislang|jeweils|sollen))*\s*"
)
OF_THESE_BEHIND = re.compile(r"\s*(?:dieser|von diesen)\b")
OF_WHICH_BEFORE = re.compile(
    rf"(?:davon|darunter|hiervon|wovon|von denen|von ihnen|von diesen|von diesen stellen|hierunter){FILL}$"
)
OF_THESE = re.compile(
    r"\b(?:von|aus) (?:den|diesen|denen|ihnen|unseren|ihren|allen|insgesamt)\b(?! kreisen| städten| kommunen)|\b(?:da|hier|wo)von\b|\b(?:dar|hier|wor)unter\b"
)
WHOLE = re.compile(
    r"[\wäöü-]*(?:stellen|kräften?|manager\w*|vzä|vollzeitäquivalenten|personen|beschäftigten|mitarbeite\w+|denen|ihnen|von|unter)\b"
)
UNTIL_PART, MOST_WITHOUT_NOUN = 110, 500
OF_WHICH_BEHIND = re.compile(r"\s*(?:davon|von ihnen|von denen|hiervon|von diesen)\b")
OF_BEHIND = re.compile(
    r"\s*(?:weitere )?(?:der|von(?: den| insgesamt| diesen)?|dieser)\s+(?:[\wäöüß,-]+\s+){0,3}?(?:[\wäöü-]*stellen|vzä|vollzeit\w*|neuen|[\wäöü-]*kräfte|[\w-]*manager\w*|beschäftigten)\b"
    r"|\s*(?:anderen|übrigen)\b"
)
BESIDE_BEHIND = re.compile(rf"\s*weitere\s+(?:{PLACE}|vor ort|sind|arbeiten)\b")
MORE_BEHIND = re.compile(
    r"\s*(?:weitere|zusätzliche|neue)\s*(?:hinzu|dazu|folg\w+|komm\w+|soll\w*|werden|wird|werde|sind (?:geplant|vorgesehen|beantragt)|ist (?:geplant|vorgesehen|beantragt)|(?:am|zum|ab|im) [\d\w]+)\b"
)
MORE_ACTS_BEHIND = re.compile(
    rf"\s*(?:weitere|zusätzliche|neue) (?!{PLACE}|der|von|vor ort|sind|arbeiten)[a-zäöüß]+(?:en|t)\b"
)
REST_BEFORE = re.compile(r"\b(?:übrigen|restlichen|anderen|verbleibenden)\s+$")
TARGET_BEFORE = re.compile(r"\b(?:Soll|SOLL|Ist|IST):? $")
BEYOND_BEFORE = re.compile(r"\b(?:hinaus|zusätzlich|außerdem|ferner)\b[^.;,]*$")
EACH_BEFORE = re.compile(r"\b(?:je|jeweils)\s+$")
LISTED_BEFORE = re.compile(r"(?:[,;(]|\bund|\bsowie)\s*(?:nur |noch |erst )?$")
NO_COUNT_BEHIND = re.compile(
    r"\s*(?:(?:davon )?(?:in )?(?:teil|voll)zeit|(?:t?€|t?eur|euro|tsd|tausend|mio|million|mrd|milliard|%|prozent|uhr|mehr(?! als)|weniger(?! als))|[\d,.]*\s?(?:euro|€)|mal\b)"
)
AS_AN_ADJUNCT = re.compile(
    r"\b(?:für|in|bei|an|aus|mit|auf|unter|je|vor|seit|nach)\s+(?:die |den |der |insgesamt )?$"
)
FEWEST_LETTERS = 12
PEOPLE = ("personen", "person ", "menschen")
NO_COUNT_BEFORE = re.compile(r"(?:\b(?:frage|antwort|zu|nr|punkt|top|ziffer|anlage)|[./])\s*$")
VOTES = re.compile(r"\b(?:[\w-]*stimmen|enthaltung(?:en)?)\b")
BEHIND = re.compile(
    rf"\s*(?:[.,;:)!?]|$)|\s[–-]\s|\s+(?:{PLACE}|dem|restlichen|übrigen|verbleibenden|anderen|vor ort|von|vom|zu|zum|mit|seit|ab|durch|und|oder|sowie|sind|ist|seien|sei|waren?|wurden?|werden|wird"
    r"|hat|haben|hatten?|habe|sollen|soll|konnten?|können|bleib(?:t|en)|lieg(?:t|en)|steh(?:t|en)|arbeite(?:t|n)|entfallen|gehen|befinden|sitzen|läuft|laufen|komm(?:t|en)|kam(?:en)?|fehl(?:t|en)"
    rf"|davon|derzeit|aktuell|zurzeit|noch|bereits|schon|inzwischen|nun|dort|in|wieder)\b|\s+weitere (?:{PLACE}|der|von|vor ort|sind|arbeiten)\b"
)
FINITE_BEHIND = re.compile(
    r"\s+(?:von (?:ihnen|diesen) |davon )?(?:ist|sei|war|wurde|wird|werde|hat|habe|hatte|soll|solle|konnte|kann|bleibt|bleibe|blieb|steht|stehe|liegt|liege|arbeitet|arbeite|geht|gehe|entfällt|fehlt|läuft|kam|kommt)\b"
)
AT_BEHIND = re.compile(rf"\s+(?:weitere )?(?:{PLACE}|vor ort)\b")
OWN_NOUN = re.compile(
    r"\s+(?:(?!ihr|sein|unser)[a-zäöüß]+(?:e|en|er|es|em)\s+){0,2}(?!Euro|EUR|Mio|Mrd|Million|Prozent|Tausend|T€)[A-ZÄÖÜ]\w"
)
LOWER_BEHIND = re.compile(r"\s+[a-zäöüß]")
STARTS_WITH_STATE = re.compile(r"\s+(?:(?:sind|ist|derzeit|bereits|noch|aktuell|in|im)\s+){0,3}")
