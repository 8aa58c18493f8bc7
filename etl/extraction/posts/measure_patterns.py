"""The patterns that tell of what a count is a measure."""

import re

EACH = re.compile(r"\b(?:je|jeweils|jede[nmrs]?|pro)\b")
AT = re.compile(
    r"\ban (?:\w+ )?\w*(?:verb[aä]nd|träger|verein|kommunen|städte|gemeinden)|\b(?:bei|beim|auf (?:die|den|das)|entf[aä]ll\w+|\w*träger\w*|im (?:fachbereich|amt|rathaus|\w+amt)|angesiedelt|verortet)\b"
)
FALLS_APART = re.compile(r"\bentfallen\b[^;]*\bauf\b|\bauf\b[^;]*\bentfallen\b")
TO_A_MODULE = re.compile(
    r"\bauf (?:das |die |den )?(?:modul|baustein|säule|case|fallmanag|koordin|rechtskreis|individuell|operativ|strategisch|steuer|ausländerb|einbürgerung)"
)
PARTS_FOLLOW = re.compile(r"\b(?:davon|hiervon|darunter|wovon|von denen)\b")
REMAIN = re.compile(r"\bdie (?:verbleibenden|verbliebenen|übrig gebliebenen) $")
REST = re.compile(
    r"\bdie (?:übrigen|restlichen|verbleibenden|anderen)\b(?! kommunen| städte| kreise)"
)
MOST_TO_THE_REST = 45
BESIDE_OTHERS = re.compile(r"^weitere\b.*\bbei den\b")
DAVON = re.compile(r"(?:davon|hiervon|darunter)\b")
VERB = re.compile(
    r"\b(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|bl(?:ei|ie)b\w*|steh\w*|stand\w*|lag\w*|gibt|konnten?|sei|seien|habe)\b"
)
ADDED = re.compile(
    r"\b(?:hinzu|dazu)(?:kommen|gekommen)?\b(?! kommen)|\bneu (?:eingerichtet|geschaffen|eingestellt|bewilligt)\b"
)
BESIDE = re.compile(r"\bweitere (?:bei|beim|in|im|vor ort|sind|arbeiten|an)\b")
LISTS = re.compile(
    r"\b(?:stellen|vzä|kräfte)\b[^.:]*\b(?:folgende\w*|wie folgt|verteil\w+)\b[^.:]*:"
)
MORE = re.compile(r"\s+(?:zusätzlich|obendrein|on top)\b")
THE_OTHER = re.compile(r"\b(?:die|der) andere\b")
ORDINAL = re.compile(r"(?:die|der) (?:erste|letzte|zweite|dritte|vierte|fünfte|sechste|andere)\b")
AMONG = re.compile(
    r"\b(?:darunter|davon|hiervon|wovon|von denen|von ihnen)\b(?:(?!,\s[a-h]\))[^.;])*$"
)
FALLS_TO = re.compile(r"\s+(?:entfallen|entfällt)? ?auf (?:die|den|das)\b")
