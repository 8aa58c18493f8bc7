"""What an installation decides, from its environment; what cannot be read is said."""

import subprocess
import sys
from pathlib import Path

import pytest

from etl.__main__ import main
from kim.retention import Retention
from kim.settings import SettingError, settings
from kim.tables import ROOT

WHOLE = {
    "KIM_MAX_UPLOAD_MB": "1 bis 2000 (Megabyte)",
    "KIM_LOGIN_HOURS": "1 bis 720 (Stunden)",
}
KEPT = {
    "KIM_KEEP_VERSIONS": "1 bis 100000 (Fassungen)",
    "KIM_KEEP_DAYS": "1 bis 36500 (Tage)",
    "KIM_KEEP_PUT_AWAY_DAYS": "1 bis 36500 (Tage)",
}
FETCHING = {"KIM_FETCH_SILENT_DAYS": "1 bis 3650 (Tage)"}
WATCHING = ("KIM_METRICS", "KIM_TRACE")
FILES = ("KIM_IMPRINT", "KIM_PRIVACY")
EXPECTED = {
    **{name: f"eine ganze Zahl von {span}" for name, span in (WHOLE | KEPT | FETCHING).items()},
    "KIM_FOUR_EYES": "1 (ja) oder 0 (nein)",
    "KIM_FETCH_LOOPBACK": "1 (ja) oder 0 (nein)",
    **dict.fromkeys(WATCHING, "1 (ja) oder 0 (nein)"),
    "KIM_LOG": "plain (Text) oder json",
    "KIM_CONTACT": "eine E-Mail-Adresse (name@stelle.de)",
    "KIM_CONTRIBUTOR": "eine Adresse wie http://dcat-ap.de/def/contributors/NAME",
    **dict.fromkeys(FILES, "eine lesbare Textdatei (Markdown, UTF-8)"),
}
UNREADABLE = [
    *(
        (name, said)
        for name in WHOLE
        for said in ("abc", "0", "-5", "1.5", "2001", "99999999", "²")
    ),
    *((name, said) for name in KEPT | FETCHING for said in ("abc", "0", "-5", "1.5", "999999")),
    *(("KIM_FOUR_EYES", said) for said in ("vielleicht", "2", "false")),
    *(("KIM_FETCH_LOOPBACK", said) for said in ("vielleicht", "2", "false")),
    *((name, said) for name in WATCHING for said in ("vielleicht", "2", "false")),
    *(("KIM_LOG", said) for said in ("vielleicht", "JSON", "jsonl")),
    *(("KIM_CONTACT", said) for said in ("vielleicht", "kim@", "kim@stadt", "a b@stadt.de")),
    *(
        ("KIM_CONTRIBUTOR", said)
        for said in (
            "openNRW",
            "http://dcat-ap.de/def/contributors/",
            "http://dcat-ap.de/def/contributors/a b",
        )
    ),
    *(
        (name, said)
        for name in FILES
        for said in ("vielleicht", "tests/e2e", "docs/screenshot.png")
    ),
]


@pytest.mark.parametrize(("said", "hours"), [("", 10), ("2", 2), ("720", 720)])
def test_hours_are_a_setting(monkeypatch: pytest.MonkeyPatch, said: str, hours: int) -> None:
    monkeypatch.setenv("KIM_LOGIN_HOURS", said)
    assert settings().login_hours == hours


def test_what_is_kept_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settings()
    assert (found.retention, found.put_away_days) == (Retention(versions=30, days=31), 90)
    for name, said in zip(KEPT, ("5", "7", "14"), strict=True):
        monkeypatch.setenv(name, said)
    found = settings()
    assert (found.retention, found.put_away_days) == (Retention(versions=5, days=7), 14)


def test_fetching_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (settings().fetch_loopback, settings().fetch_silent_days) == (False, 60)
    monkeypatch.setenv("KIM_FETCH_LOOPBACK", "1")
    monkeypatch.setenv("KIM_FETCH_SILENT_DAYS", "14")
    assert (settings().fetch_loopback, settings().fetch_silent_days) == (True, 14)


@pytest.mark.parametrize(
    ("said", "expected"),
    [("", False), ("0", False), ("nein", False), ("no", False), ("1", True), (" Ja ", True)],
)
def test_four_eyes_is_a_setting(monkeypatch: pytest.MonkeyPatch, said: str, expected: bool) -> None:
    monkeypatch.setenv("KIM_FOUR_EYES", said)
    assert settings().four_eyes is expected


@pytest.mark.parametrize(("said", "size"), [("", 250_000_000), ("1", 1_000_000)])
def test_the_largest_upload_is_a_setting(
    monkeypatch: pytest.MonkeyPatch, said: str, size: int
) -> None:
    monkeypatch.setenv("KIM_MAX_UPLOAD_MB", said)
    assert settings().upload_bytes == size


def test_names_of_claims_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (settings().roles_claim, settings().regions_claim) == ("kim_roles", "kim_regions")
    monkeypatch.setenv("KIM_ROLES_CLAIM", "realm_access.roles")
    monkeypatch.setenv("KIM_REGIONS_CLAIM", "ags")
    assert (settings().roles_claim, settings().regions_claim) == ("realm_access.roles", "ags")


def test_folders_and_files_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KIM_STORE", "KIM_MINUTES", "KIM_SECRETS"):
        monkeypatch.delenv(name, raising=False)
    found = settings()
    assert (found.store, found.minutes, found.secrets) == (ROOT / "store", None, "")
    for name in ("KIM_STORE", "KIM_MINUTES", "KIM_SECRETS"):
        monkeypatch.setenv(name, "da")
    found = settings()
    assert (found.store, found.minutes, found.secrets) == (Path("da"), Path("da"), "da")


def test_what_the_operator_says_is_a_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("KIM_CONTACT", *FILES):
        monkeypatch.delenv(name, raising=False)
    found = settings()
    assert (found.contact, found.imprint, found.privacy) == ("", None, None)
    file = tmp_path / "text.md"
    file.write_text("Größe", "utf-8")
    monkeypatch.setenv("KIM_CONTACT", " kim@stadt-rheine.de ")
    for name in FILES:
        monkeypatch.setenv(name, str(file))
    found = settings()
    assert found.contact == "kim@stadt-rheine.de"
    assert found.imprint == found.privacy == file


@pytest.mark.parametrize(("name", "said"), UNREADABLE)
def test_a_setting_that_cannot_be_read_is_said(
    monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    """Setting, value and what is expected."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv(name, said)
    with pytest.raises(SettingError) as error:
        settings()
    assert (
        str(error.value) == f"Die Einstellung {name} ist „{said}“. Erwartet wird {EXPECTED[name]}."
    )


@pytest.mark.parametrize("name", [*EXPECTED])
def test_the_command_line_does_not_start_with_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv(name, "vielleicht")
    assert main(["build", "--store", str(tmp_path)]) == 2
    assert capsys.readouterr().out.startswith(f"FEHLER  Die Einstellung {name} ist „vielleicht“.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["KIM_LOGIN_HOURS", "KIM_CONTACT", "KIM_IMPRINT"])
def test_the_server_does_not_start_with_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "vielleicht")
    command = [sys.executable, "-m", "ui.server", "--port", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Die Einstellung {name} ist „vielleicht“.")
    assert "Traceback" not in done.stderr


def test_what_is_counted_and_written_down_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*WATCHING, "KIM_LOG"):
        monkeypatch.delenv(name, raising=False)
    found = settings()
    assert (found.metrics, found.traces, found.logs_json) == (False, False, False)
    monkeypatch.setenv("KIM_LOG", "plain")
    monkeypatch.setenv("KIM_METRICS", "1")
    found = settings()
    assert (found.metrics, found.traces, found.logs_json) == (True, False, False)
    monkeypatch.setenv("KIM_LOG", "json")
    monkeypatch.setenv("KIM_TRACE", "ja")
    assert (settings().traces, settings().logs_json) == (True, True)


def test_common_editors(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings().common_editors == frozenset()
    monkeypatch.setenv("KIM_COMMON_EDITORS", " a-1, auth0|b;c ")
    assert settings().common_editors == {"a-1", "auth0|b", "c"}


def test_clients_are_read_with_the_digests_of_their_tokens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings().api_tokens == {}
    file = tmp_path / "tokens"
    monkeypatch.setenv("KIM_API_TOKENS", str(file))
    file.write_text(f"# Programme\n\nportal {'A' * 64}\n", "utf-8")
    assert settings().api_tokens == {"portal": "a" * 64}
    for said in ("", "# nur ein Kommentar\n", "portal\n", "portal abc\n", f"a b {'a' * 64}\n"):
        file.write_text(said, "utf-8")
        with pytest.raises(SettingError, match="KIM_API_TOKENS"):
            settings()
    file.unlink()
    with pytest.raises(SettingError, match="KIM_API_TOKENS"):
        settings()


def test_only_websites_may_embed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings().embedded_by == ()
    monkeypatch.setenv("KIM_EMBEDDED_BY", "https://www.rheine.de, https://*.kreis.example:8443")
    assert settings().embedded_by == ("https://www.rheine.de", "https://*.kreis.example:8443")
    for said in ("www.rheine.de", "https://rheine.de/kim", "https://a.de;script-src *", "*"):
        monkeypatch.setenv("KIM_EMBEDDED_BY", said)
        with pytest.raises(SettingError, match="KIM_EMBEDDED_BY"):
            settings()
