"""The files to operate a server name what there is: files, commands, options, settings, ports; held without their tools."""

import re
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.__main__ import _parser
from kim.settings import SettingError, settings
from kim.tables import ROOT
from ui.endpoints.application import HEALTH
from ui.server import __main__ as server
from ui.server.routes import METRICS
from ui.server.upload_door import AROUND_A_FILE, UPLOADERS_MEGABYTE

DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
PROXIES = (DEPLOY / "Caddyfile", DEPLOY / "nginx.conf")
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
SERVERS = ("127.0.0.1:8501", "127.0.0.1:8502")
SETTING = re.compile(r"\bKIM_[A-Z_]+\b")
SETTINGS = set(SETTING.findall(Path(ROOT, "kim", "settings.py").read_text("utf-8")))
PROGRAM = re.compile(r"\s*COPY (?!--from|requirements)(\S+) (\S+)")
MEGABYTES = {"Caddyfile": r"max_size (\d+)MB", "nginx.conf": r"client_max_body_size (\d+)m;"}
BYTES = {"Caddyfile": 1_000_000, "nginx.conf": UPLOADERS_MEGABYTE}


def require_command(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail unless these words start the server or a command of the way in, with options that there are."""
    python, m, module, *arguments = words
    assert (Path(python).name, m) == ("python", "-m")
    assert module in ("etl", "ui.server")
    if module == "etl":
        _parser(settings()).parse_args(arguments)
        return
    started: dict[str, object] = {}
    monkeypatch.setattr(server, "who_may_write", lambda *_: "")
    monkeypatch.setattr(server, "_first_key", lambda *_: "")
    monkeypatch.setattr(server.uvicorn, "run", lambda _, **how: started.update(how))
    monkeypatch.setattr("sys.argv", [module, *arguments])
    server.main()
    assert started["port"] in (8501, 8502)


def unit(path: Path) -> ConfigParser:
    found = ConfigParser(strict=False, interpolation=None)
    found.read(path, "utf-8")
    return found


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return found


def test_the_image_is_made_of_the_lock_and_of_all_of_the_program() -> None:
    assert "pip install --no-cache-dir --require-hashes -r requirements.txt" in CONTAINERFILE
    copied = {name for name, _ in PROGRAM.findall(CONTAINERFILE)}
    assert copied == {"dashboard.py", ".streamlit", "data", "kim", "etl", "ui", "pages"}
    assert all(Path(ROOT, name).exists() for name in copied)
    ignored = (DEPLOY / "Containerfile.dockerignore").read_text("utf-8").splitlines()
    let_in = {each[1:].split("/")[0] for each in ignored if each.startswith("!")}
    assert let_in == copied | {"requirements.txt"}


def test_the_image_runs_for_an_account_without_rights() -> None:
    [account] = re.findall(r"^USER (\w+)$", CONTAINERFILE, re.MULTILINE)
    assert f"useradd --system --uid 10001 --home-dir /nonexistent {account}" in CONTAINERFILE
    assert f"-o {account} -g {account} /var/lib/kim" in CONTAINERFILE


def test_compose_names_files_and_commands_that_there_are(
    compose: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in compose["services"].values():
        context = DEPLOY / each["build"]["context"]
        assert (context / each["build"]["dockerfile"]).is_file()
        require_command(each["command"], monkeypatch)
        assert {name for name in each["environment"] if name.startswith("KIM_")} <= SETTINGS
        assert each["volumes"] == [f"store:{each['environment']['KIM_STORE']}"]
    assert set(compose["volumes"]) == {"store"}


def test_compose_opens_the_port_to_this_machine_alone_and_looks_whether_it_answers(
    compose: dict[str, Any],
) -> None:
    served = compose["services"]["server"]
    assert served["ports"] == ["127.0.0.1:8501:8501"]
    [asked] = re.findall(r"http://127\.0\.0\.1:8501(/\w+)", served["healthcheck"]["test"][-1])
    assert asked in HEALTH
    assert set(served["depends_on"]) <= set(compose["services"])


@pytest.mark.parametrize(
    "path", [each for each in UNITS if each.suffix == ".service"], ids=lambda path: path.name
)
def test_a_unit_starts_what_there_is_for_an_account_of_its_own(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = unit(path)["Service"]
    require_command(service["ExecStart"].replace("%i", "8501").split(), monkeypatch)
    assert service["User"] == "kim"
    name, _, folder = service["Environment"].partition("=")
    assert (name in SETTINGS, folder) == (True, f"/var/lib/{service['StateDirectory']}")


@pytest.mark.parametrize("name", ["fetch", "doctor"])
def test_a_timer_starts_its_service_every_day(name: str) -> None:
    timer = DEPLOY / "systemd" / f"kim-{name}.timer"
    assert timer.with_suffix(".service") in UNITS
    assert re.fullmatch(r"\*-\*-\* \d\d:00:00", unit(timer)["Timer"]["OnCalendar"])


def test_the_example_of_settings_can_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    example = (DEPLOY / "kim.env.example").read_text("utf-8")
    assert set(SETTING.findall(example)) <= SETTINGS
    for line in example.splitlines():
        if line and not line.startswith("#"):
            monkeypatch.setenv(*line.split("=", 1))
    found = settings()
    assert (found.logs_json, found.metrics) == (True, True)
    monkeypatch.setenv("KIM_LOG", "xml")
    with pytest.raises(SettingError, match="KIM_LOG"):
        settings()


@pytest.mark.parametrize("path", PROXIES, ids=lambda path: path.name)
def test_a_proxy_keeps_readers_with_their_server_and_metrics_inside(path: Path) -> None:
    said = path.read_text("utf-8")
    assert all(each in said for each in SERVERS)
    assert "ip_hash;" in said or "lb_policy cookie" in said
    assert re.search(rf"{METRICS}\b[^/]*\b404", said)


@pytest.mark.parametrize("path", PROXIES, ids=lambda path: path.name)
def test_a_proxy_lets_the_largest_file_pass(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIM_MAX_UPLOAD_MB", raising=False)
    [most] = re.findall(MEGABYTES[path.name], path.read_text("utf-8"))
    needed = settings().upload_megabytes * UPLOADERS_MEGABYTE + AROUND_A_FILE
    assert needed <= int(most) * BYTES[path.name] < 1.05 * needed


def test_nginx_passes_upgrades_and_the_name_that_was_asked_for() -> None:
    said = (DEPLOY / "nginx.conf").read_text("utf-8")
    for each in (
        "proxy_http_version 1.1;",
        "proxy_set_header Host $http_host;",
        "proxy_set_header Upgrade $http_upgrade;",
        "proxy_set_header Connection $kim_connection;",
        "proxy_set_header X-Forwarded-Proto $scheme;",
    ):
        assert each in said
    assert said.count("{") == said.count("}")


def test_no_proxy_writes_down_or_passes_on_addresses() -> None:
    caddy, nginx = (path.read_text("utf-8") for path in PROXIES)
    assert "header_up -X-Forwarded-For" in caddy
    assert not re.search(r"^\s*log\b", caddy, re.MULTILINE)
    assert nginx.count("access_log off;") == nginx.count("server_name")
    assert "$remote_addr" not in nginx


def test_every_setting_is_explained() -> None:
    said = Path(ROOT, "docs", "operating.md").read_text("utf-8")
    assert SETTINGS - set(SETTING.findall(said)) == set()
