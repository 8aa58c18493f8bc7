"""`/api/v1/allocation.svg` and `.png`: the picture of *Stellen verteilen* for numbers that a client sends."""

from fractions import Fraction
from urllib.parse import parse_qs, quote
from xml.etree import ElementTree

import pytest

from etl.reading.pasted import read_pasted
from kim.allocation import Method
from tests.ui.endpoints.conftest import Get, said
from ui.pictures.picture import WIDTHS, Size

TOWNS = ("Bergkamen;1.19", "Kamen;0.85", "Bönen;0.38", "Übrige Orte, St. Vit;5.58")
PERSONS = "&".join(f"persons={quote(each)}" for each in TOWNS)
ADDRESS = f"/api/v1/allocation.svg?{PERSONS}&posts=8"


def words(get: Get, address: str) -> str:
    answer = get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    return " ".join(" ".join(ElementTree.fromstring(answer.body).itertext()).split())  # noqa: S314


def test_the_worked_example_by_three_methods(get: Get) -> None:
    shown = words(get, ADDRESS)
    assert "Rechnung, keine Angabe aus Unterlagen." in shown
    for method, shares in {
        "reste": "Bergkamen 1, Kamen 1, Bönen 0,5, Übrige Orte, St. Vit 5,5",
        "sainte-lague": "Bergkamen 1, Kamen 1, Bönen 0,5, Übrige Orte, St. Vit 5,5",
        "dhondt": "Bergkamen 1, Kamen 0,5, Bönen 0,5, Übrige Orte, St. Vit 6",
    }.items():
        assert f"Es bekämen: {shares}." in words(get, f"{ADDRESS}&method={method}")
    assert {*Method} == {"reste", "sainte-lague", "dhondt"}


def test_the_rules_are_asked_for_and_named(get: Get) -> None:
    rules = "least=0&step=0.25&rule=%C3%A4lter%20als%2028%20Jahre"
    shown = words(get, f"{ADDRESS}&{rules}")

    assert "Schritt 0,25, Mindestanteil 0." in shown
    assert "Gezählt sind Personen: älter als 28 Jahre." in shown
    assert "Gezählt sind Personen: ohne Zählregel." in words(get, ADDRESS)


def test_the_description_names_what_is_taken_where_nothing_is_said(get: Get) -> None:
    described = said(get("/api/openapi.json"))["paths"]["/api/v1/allocation.svg"]["get"]
    schemas = {each["name"]: each["schema"] for each in described["parameters"]}
    taken = {each: schemas[each].get("default") for each in ("posts", "least", "step")}

    assert taken["posts"] is None
    said_so = words(get, f"{ADDRESS}&least={taken['least']}&step={taken['step']}")
    drawn = said_so.partition("zugeteilt")[2]
    assert drawn
    assert words(get, ADDRESS).endswith(drawn)


def test_the_page_that_is_named_computes_the_same(get: Get) -> None:
    shown = "".join(words(get, f"{ADDRESS}&step=0.5&method=dhondt").split())
    asked = parse_qs(shown.partition("/verteilen?")[2], keep_blank_values=True)
    numbers = [Fraction(each.rpartition(";")[2]) for each in TOWNS]

    assert [count for _, count in read_pasted("\n".join(asked["zeile"])).rows] == numbers
    assert (asked["stellen"], asked["schritt"], asked["verfahren"]) == (["8"], ["0,5"], ["dhondt"])
    assert asked["alter"] == [""]
    assert "einreise" in asked


def test_a_tie_is_named_and_left_open(get: Get) -> None:
    shown = words(get, "/api/v1/allocation.svg?persons=A;1&persons=B;1&posts=1.5&least=0")
    assert "Gleichstand: A, B haben den gleichen Anspruch auf 0,5 Stellen" in shown


@pytest.mark.parametrize("size", Size)
def test_as_wide_as_asked_and_a_raster_twice(get: Get, size: Size) -> None:
    vector = ElementTree.fromstring(get(f"{ADDRESS}&size={size}").body)  # noqa: S314
    raster = get(f"{ADDRESS}&size={size}".replace(".svg", ".png"))

    assert int(vector.attrib["width"]) == WIDTHS[size]
    assert raster.headers["content-type"] == "image/png"
    assert abs(int.from_bytes(raster.body[16:20]) - 2 * WIDTHS[size]) <= 2


@pytest.mark.parametrize(
    ("query", "words_of_problem", "named"),
    [
        ("posts=8", "missing", "persons"),
        ("persons=A;1", "missing", "posts"),
        ("persons=A&posts=8", "no-persons", "persons"),
        ("persons=A;-1&posts=8", "no-persons", "persons"),
        ("persons=;1&posts=8", "no-persons", "persons"),
        ("persons=A%00;1&posts=8", "no-persons", "persons"),
        (f"persons={'A' * 90};1&posts=8", "no-persons", "persons"),
        ("persons=A;9999999999&posts=8", "no-persons", "persons"),
        ("persons=A;1&posts=NaN", "no-decimal", "posts"),
        ("persons=A;1&posts=1e5", "no-decimal", "posts"),
        ("persons=A;1&posts=%D9%A3", "no-decimal", "posts"),
        ("persons=A;1&posts=8&method=lot", "choice-unknown", "method"),
        (f"posts=8&{'&'.join(f'persons=A{n};1' for n in range(101))}", "too-many", "persons"),
        ("persons=A;1&persons=A;2&posts=8", "allocation-twice", ""),
        ("persons=A;0&posts=8", "allocation-nobody", ""),
        ("persons=A;1&posts=0", "allocation-no-posts", ""),
        ("persons=A;1&posts=1&step=0", "allocation-step-too-small", ""),
        ("persons=A;1&posts=0.75", "allocation-posts-not-in-steps", ""),
        ("persons=A;1&posts=1&least=0.25", "allocation-least-not-in-steps", ""),
        ("persons=A;1&posts=99999&step=0.01", "allocation-too-many-steps", ""),
        ("persons=A;1&persons=B;1&posts=1&least=1", "allocation-too-few-posts", ""),
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_cannot_be_shared_out_is_a_problem(
    get: Get, query: str, words_of_problem: str, named: str, language: str
) -> None:
    answer = get(f"/api/v1/allocation.svg?{query}", accept_language=language)
    problem = said(answer)

    assert answer.status == 400
    assert answer.headers["content-language"] == language
    assert problem["type"] == f"urn:kim-nrw:problem:{words_of_problem}"
    assert problem.get("parameter", "") == named


def test_hostile_words_stay_words(get: Get) -> None:
    hostile = quote("<script>alert(1)</script>&amp\u202e\ufffe")
    made = get(f"/api/v1/allocation.svg?persons={hostile};1&posts=1&rule={hostile}")
    tags = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(made.body).iter()}  # noqa: S314
    assert made.status == 200
    assert "script" not in tags
