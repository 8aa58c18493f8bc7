"""How the addresses behave: what has not changed, what is refused, who may ask, what the words are."""

import gzip
import re
from datetime import date
from pathlib import Path

import pytest

from kim import german
from kim.store import store
from kim.tables import package
from tests.ui.endpoints.conftest import Get, asked, said
from ui.endpoints import application, replies, tokens
from ui.endpoints.application import AT_ONCE, ENDPOINTS, FILES, WAITING, AdmissionLimit
from ui.endpoints.endpoint import Endpoint
from ui.endpoints.file import File
from ui.endpoints.problem import RefusedError
from ui.texts import text

RHEINE = "/api/v1/answers?place=05566076"
HOSTILE = [
    ("place=99", "place", "place_unknown"),
    ("place=%27%20OR%201=1--", "place", "place_unknown"),
    ("place=05566%00", "place", "place_unknown"),
    ("place=%FF%FE", "place", "place_unknown"),
    ("place=" + "0" * 5000, "place", "place_unknown"),
    ("place=", "place", "place_unknown"),
    ("held_on=2022-02-30", "held_on", "no_day"),
    ("held_on=1999-12-31", "held_on", "no_day"),
    ("held_on=01.01.2022", "held_on", "no_day"),
    ("known_on=2022-1-1", "known_on", "no_day"),
    ("held_on=٢٠٢٢-٠١-٠١", "held_on", "no_day"),
    ("held_on=2022-01-01&held_on=2023-01-01", "held_on", "twice"),
    ("limit=0", "limit", "no_number"),
    ("limit=1001", "limit", "no_number"),
    ("limit=-1", "limit", "no_number"),
    ("limit=1e3", "limit", "no_number"),
    ("limit=²", "limit", "no_number"),
    ("offset=99999999999999999999", "offset", "no_number"),
    ("question=<script>", "question", "choice_unknown"),
    ("format=xml", "format", "choice_unknown"),
    ("palce=05566", "palce", "parameter_unknown"),
    ("__proto__=1", "__proto__", "parameter_unknown"),
    ("&".join(["place=05566"] * 101), "place", "too_many"),
]


@pytest.mark.parametrize(("query", "parameter", "words"), HOSTILE, ids=lambda each: each[:24])
def test_what_cannot_be_understood_is_a_problem_in_both_languages(
    get: Get, query: str, parameter: str, words: str
) -> None:
    titles = set()
    for spoken in ("de", "en"):
        answer = get(f"/api/v1/answers?{query}", accept_language=f"{spoken}, fr;q=0.5")
        problem = said(answer)
        titles.add(problem["title"])
        assert (answer.status, problem["status"]) == (400, 400)
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["content-language"] == spoken
        assert problem["type"] == f"urn:kim-nrw:problem:{words.replace('_', '-')}"
        assert problem["parameter"] == parameter
        assert "{" not in problem["detail"]
        assert len(problem["detail"]) < 2_000
    assert len(titles) == 2


def test_every_problem_has_words_in_both_languages() -> None:
    names = [
        name for name in text.parts["api"] if name.startswith(("problem_", "title_4", "title_5"))
    ]
    german = [name for name in names if not name.endswith("_en")]
    assert len(german) > 15
    assert sorted(names) == sorted([*german, *(f"{name}_en" for name in german)])


def test_the_language_is_the_preferred_one_and_german_by_itself(get: Get) -> None:
    for accepted, language in [
        ("", "de"),
        ("fr", "de"),
        ("en", "en"),
        ("en-GB;q=0.9, de;q=0.8", "en"),
        ("en;q=0.7, de-DE;q=0.8", "de"),
        ("en;q=viel", "de"),
    ]:
        assert get("/api/v9", accept_language=accepted).headers["content-language"] == language


def test_what_is_not_there_and_what_would_write_is_refused(get: Get) -> None:
    assert (get("/api/v1/facts/loads").status, get("/api/v1/inbox").status) == (404, 404)
    assert said(get("/api/v1/reviews"))["type"] == "urn:kim-nrw:problem:nothing-here"
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = get(RHEINE, method)
        assert (answer.status, said(answer)["status"]) == (405, 405)
        assert "GET" in answer.headers["allow"]


def test_too_long_an_address_is_refused(get: Get) -> None:
    assert get(f"{RHEINE}&question={'x' * 9_000}").status == 414


def test_only_declared_tables_have_an_address() -> None:
    paths = {each.path for each in application.ENDPOINTS if "/facts/" in each.path}
    assert paths == {f"/api/v1/facts/{table.name}" for table in package().facts}


def test_what_has_not_changed_is_not_sent_again(get: Get) -> None:
    first = get(RHEINE)
    entity = first.headers["etag"]
    for held in (entity, entity.removeprefix("W/"), f'"another", {entity}', "*"):
        again = get(RHEINE, if_none_match=held)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", entity)
    assert get(RHEINE, if_none_match='"another"').status == 200
    assert get(f"{RHEINE}&format=json").headers["etag"] == entity
    others = [f"{RHEINE}&held_on=2022-01-01", f"{RHEINE}&limit=5", f"{RHEINE}&format=csv"]
    assert len({entity, *(get(each).headers["etag"] for each in others)}) == 4


def test_another_day_is_another_answer(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    before = get(RHEINE).headers["etag"]
    monkeypatch.setattr(german, "today", lambda: date(2099, 1, 1))
    assert get(RHEINE).headers["etag"] != before


def test_large_answers_are_packed_for_whoever_can_unpack(get: Get) -> None:
    plain, packed = get(RHEINE), get(RHEINE, accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 3
    assert "Accept-Encoding" in packed.headers["vary"]


def test_pages_from_elsewhere_may_read(get: Get) -> None:
    read = get(RHEINE, origin="https://stadt.example")
    assert read.headers["access-control-allow-origin"] == "*"
    assert "ETag" in read.headers["access-control-expose-headers"]
    wish = {"access_control_request_method": "GET", "origin": "https://stadt.example"}
    assert get(RHEINE, "OPTIONS", **wish).status == 200
    wish["access_control_request_method"] = "DELETE"
    assert get(RHEINE, "OPTIONS", **wish).status == 400


def test_with_tokens_only_named_clients_are_answered(
    get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tokens.main(["portal"]) == 0
    printed = capsys.readouterr().out.splitlines()
    token, line = (each.rsplit(": ", 1)[1] for each in printed)
    (tmp_path / "tokens").write_text(f"# Programme\n{line}\nother {'0' * 64}\n", "utf-8")
    monkeypatch.setenv("KIM_API_TOKENS", str(tmp_path / "tokens"))

    assert get(RHEINE, authorization=f"Bearer {token}").status == 200
    assert (
        get(RHEINE, authorization=f"bearer {token}").headers["cache-control"].startswith("private")
    )
    for wrong in ("", "Bearer", f"Basic {token}", f"Bearer {token}x", f"Bearer {line.split()[1]}"):
        answer = get(RHEINE, authorization=wrong)
        assert (answer.status, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert get(RHEINE).status == 401
    assert get("/api/openapi.json").status == get("/health").status == 200
    assert token not in line


OPEN = {"catalog_ttl", "catalog_jsonld", "calendar", "feed", "embedded", "embedded_chart"}


@pytest.mark.parametrize("made", [*ENDPOINTS, *FILES], ids=lambda made: made.name)
def test_without_a_token_only_what_programs_without_one_fetch_is_answered(
    get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Endpoint | File
) -> None:
    (tmp_path / "tokens").write_text(f"portal {'0' * 64}\n", "utf-8")
    monkeypatch.setenv("KIM_API_TOKENS", str(tmp_path / "tokens"))
    address = re.sub(r"{\w+}", "jetzt", made.path)

    assert (get(f"{address}?place=05566076").status != 401) == (made.name in OPEN)


@pytest.mark.parametrize("name", ["datapackage.json", "datapackage.zip", "README.md", "bodies.csv"])
def test_without_a_token_no_file_of_the_package_is_answered(
    get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "tokens").write_text(f"portal {'0' * 64}\n", "utf-8")
    monkeypatch.setenv("KIM_API_TOKENS", str(tmp_path / "tokens"))

    assert get(f"/data/{name}").status == 401


def test_a_name_of_a_client_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["a", "b"], ["mit Leerzeichen"]):
        assert tokens.main(arguments) == 1
    assert "NAME" in capsys.readouterr().out


def test_who_comes_when_many_wait_is_asked_to_come_again(get: Get) -> None:
    full = AdmissionLimit()
    full._here = AT_ONCE + WAITING
    try:
        application.limit, kept = full, application.limit
        answer = get(RHEINE)
    finally:
        application.limit = kept
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")


def test_few_files_are_sent_at_once(get: Get) -> None:
    held = [replies.Lines._free.acquire(blocking=False) for _ in range(replies.STREAMS_AT_ONCE)]
    try:
        assert all(held)
        assert get("/api/v1/facts/positions?format=csv").status == 503
    finally:
        for _ in held:
            replies.Lines._free.release()
    assert get("/api/v1/facts/positions?format=csv").status == 200
    assert get("/api/v1/facts/positions?format=csv").status == 200


def test_without_a_version_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIM_STORE", str(tmp_path))
    store.cache_clear()
    answer = asked(RHEINE)
    assert (answer.status, said(answer)["type"]) == (503, "urn:kim-nrw:problem:empty")
    assert asked("/health").status == asked("/gesund").status == 503


def test_health_stands_at_both_addresses(get: Get) -> None:
    assert (
        said(get("/health"))
        == said(get("/gesund"))
        == {
            "status": "ok",
            "version": store().current().number,
        }
    )


def test_a_refusal_carries_its_words() -> None:
    refused = RefusedError(400, "no_day", "held_on", name="held_on")
    assert (refused.status, refused.parameter, str(refused)) == (400, "held_on", "no_day")
