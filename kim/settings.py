"""What an installation decides, from its environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kim.retention import Retention
from kim.tables import ROOT

BYTES_PER_MEGABYTE = 1_000_000
UNREADABLE = "Die Einstellung {name} ist „{value}“. Erwartet wird {expected}."
MAIL_ADDRESS = (
    re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII),
    "eine E-Mail-Adresse (name@stelle.de)",
)
CONTRIBUTOR = (
    re.compile(r"http://dcat-ap\.de/def/contributors/[\w.-]+", re.ASCII),
    "eine Adresse wie http://dcat-ap.de/def/contributors/NAME",
)
JSON = "json"
FORM_OF_LOGS = (re.compile(rf"plain|{JSON}"), f"plain (Text) oder {JSON}")
BETWEEN = re.compile(r"[,;\s]+")
ORIGIN = re.compile(r"https?://[a-z0-9.*-]+(:[0-9]{1,5})?")
DIGEST = re.compile(r"[0-9a-fA-F]{64}")
ANSWERS = {"1": True, "ja": True, "yes": True, "0": False, "nein": False, "no": False, "": False}


class SettingError(ValueError):
    """A setting that cannot be read; the message is a German sentence for whoever starts the program."""


@dataclass(frozen=True)
class Settings:
    """What an installation decides.

    `store`: folder of the store. `minutes`: folder of the texts of the documents, None for data/minutes.
    `upload_megabytes`: how large a file to upload may be. `login_hours`: for how long a login holds.
    `four_eyes`: a second person has to release what one has uploaded. `roles_claim`,
    `regions_claim`: the claims of a login with its roles and with the regions of an editor.
    `common_editors`: the subjects of the logins that may write what belongs to all places, none for
    the editors of all regions.
    `secrets`: file with the secrets of the login, empty for none. `operator`: the name of who runs it,
    `contact`: their mail address, empty for none. `imprint`, `privacy`: Markdown files with the operator's texts, None
    where there is none. `retention`: which versions are kept; `put_away_days`: for how many days
    a file that was put away and never published is. `fetch_loopback`: papers may be fetched from this
    machine itself, for tests; `fetch_silent_days`: after how many days without anything new a source
    counts as silent. `api_tokens`: the SHA-256 of the token of each client that may ask the addresses for
    machines, by its name; none where everybody may. `embedded_by`: the origins of the web pages that may
    show what can be embedded in a frame ("https://www.rheine.de"), none for no page. `contributor`: what
    GovData calls whoever hands data to it (an IRI), empty for none. `metrics`: /metrics says how the service
    does; `logs_json`: what the server writes down is JSON, one line each; `traces`: it writes down what each
    rerun of a page asked and for how long.
    """

    store: Path
    minutes: Path | None
    upload_megabytes: int
    login_hours: int
    four_eyes: bool
    roles_claim: str
    regions_claim: str
    common_editors: frozenset[str]
    secrets: str
    operator: str
    contact: str
    retention: Retention
    put_away_days: int
    imprint: Path | None
    privacy: Path | None
    fetch_loopback: bool
    fetch_silent_days: int
    api_tokens: Mapping[str, str] = field(default_factory=dict)
    embedded_by: tuple[str, ...] = ()
    contributor: str = ""
    metrics: bool = False
    logs_json: bool = False
    traces: bool = False

    @property
    def upload_bytes(self) -> int:
        return self.upload_megabytes * BYTES_PER_MEGABYTE


def settings() -> Settings:
    """The settings as the environment has them now. Raises SettingError."""
    minutes = os.environ.get("KIM_MINUTES")
    return Settings(
        store=Path(os.environ.get("KIM_STORE") or ROOT / "store"),
        minutes=Path(minutes) if minutes else None,
        upload_megabytes=_whole_number("KIM_MAX_UPLOAD_MB", 250, 2_000, "Megabyte"),
        login_hours=_whole_number("KIM_LOGIN_HOURS", 10, 720, "Stunden"),
        four_eyes=_yes_or_no("KIM_FOUR_EYES"),
        roles_claim=os.environ.get("KIM_ROLES_CLAIM") or "kim_roles",
        regions_claim=os.environ.get("KIM_REGIONS_CLAIM") or "kim_regions",
        common_editors=frozenset(
            filter(None, BETWEEN.split(os.environ.get("KIM_COMMON_EDITORS", "")))
        ),
        secrets=os.environ.get("KIM_SECRETS", ""),
        retention=Retention(
            _whole_number("KIM_KEEP_VERSIONS", 30, 100_000, "Fassungen"),
            _whole_number("KIM_KEEP_DAYS", 31, 36_500, "Tage"),
        ),
        put_away_days=_whole_number("KIM_KEEP_PUT_AWAY_DAYS", 90, 36_500, "Tage"),
        operator=" ".join(os.environ.get("KIM_OPERATOR", "").split()),
        contact=_matching("KIM_CONTACT", *MAIL_ADDRESS),
        imprint=_text_file("KIM_IMPRINT"),
        privacy=_text_file("KIM_PRIVACY"),
        fetch_loopback=_yes_or_no("KIM_FETCH_LOOPBACK"),
        fetch_silent_days=_whole_number("KIM_FETCH_SILENT_DAYS", 60, 3_650, "Tage"),
        api_tokens=_tokens("KIM_API_TOKENS"),
        embedded_by=_origins("KIM_EMBEDDED_BY"),
        contributor=_matching("KIM_CONTRIBUTOR", *CONTRIBUTOR),
        metrics=_yes_or_no("KIM_METRICS"),
        logs_json=_matching("KIM_LOG", *FORM_OF_LOGS) == JSON,
        traces=_yes_or_no("KIM_TRACE"),
    )


def _whole_number(name: str, default: int, most: int, unit: str) -> int:
    said = os.environ.get(name) or str(default)
    is_number = said.isascii() and said.isdecimal() and len(said) <= len(str(most))
    if not is_number or not 0 < int(said) <= most:
        expected = f"eine ganze Zahl von 1 bis {most} ({unit})"
        raise SettingError(UNREADABLE.format(name=name, value=said, expected=expected))
    return int(said)


def _matching(name: str, pattern: re.Pattern[str], expected: str) -> str:
    """Words that the pattern takes, empty for none."""
    said = os.environ.get(name, "").strip()
    if said and not pattern.fullmatch(said):
        raise SettingError(UNREADABLE.format(name=name, value=said, expected=expected))
    return said


def _text_file(name: str) -> Path | None:
    said = os.environ.get(name, "").strip()
    if not said:
        return None
    try:
        Path(said).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as unreadable:
        expected = "eine lesbare Textdatei (Markdown, UTF-8)"
        raise SettingError(
            UNREADABLE.format(name=name, value=said, expected=expected)
        ) from unreadable
    return Path(said)


def _tokens(name: str) -> Mapping[str, str]:
    """Clients and the SHA-256 of their tokens, one of each a line; a broken file lets nobody in unseen."""
    file = _text_file(name)
    if not file:
        return {}
    said = [each.split() for each in file.read_text("utf-8").splitlines()]
    lines = [each for each in said if each and not each[0].startswith("#")]
    if not lines or not all(len(each) == 2 and DIGEST.fullmatch(each[1]) for each in lines):
        expected = "eine Datei mit Zeilen aus Name und SHA-256 des Schlüssels"
        raise SettingError(UNREADABLE.format(name=name, value=file, expected=expected))
    return {client: digest.lower() for client, digest in lines}


def _origins(name: str) -> tuple[str, ...]:
    """Web pages by their origin, without a path; between them commas or blanks."""
    said = tuple(filter(None, BETWEEN.split(os.environ.get(name, ""))))
    for each in said:
        if not ORIGIN.fullmatch(each):
            expected = "eine Website ohne Pfad (https://www.stadt.de), mehrere mit Komma"
            raise SettingError(UNREADABLE.format(name=name, value=each, expected=expected))
    return said


def _yes_or_no(name: str) -> bool:
    said = os.environ.get(name, "").strip()
    if said.lower() not in ANSWERS:
        raise SettingError(
            UNREADABLE.format(name=name, value=said, expected="1 (ja) oder 0 (nein)")
        )
    return ANSWERS[said.lower()]
