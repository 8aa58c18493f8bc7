"""`/data/catalog.ttl` and `.jsonld`: one graph in two forms, as DCAT-AP.de wants it, that leads to what is served."""

import re
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from kim import queries
from kim.store import store
from kim.tables import package
from tests.ui.endpoints.conftest import Get, asked, said

SHAPES = Graph().parse(Path(__file__).with_name("catalog_shapes.ttl"))
DCAT, SHACL = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://www.w3.org/ns/shacl#")
NAMES = "https://kim.example/data/#"
DATASET = URIRef(f"{NAMES}dataset")
TURTLE, JSON_LD = ("/data/catalog.ttl", "turtle"), ("/data/catalog.jsonld", "json-ld")


def read(get: Get, form: tuple[str, str] = TURTLE, **headers: str) -> Graph:
    return Graph().parse(data=get(form[0], **headers).body, format=form[1])


def is_valid(graph: Graph) -> tuple[bool, str]:
    conforms, _, words = validate(graph, shacl_graph=SHAPES, inference="none")
    return conforms, words


def path_of(address: object) -> str:
    return str(address).removeprefix("https://kim.example")


def test_both_forms_say_the_same_and_name_everything(get: Get) -> None:
    turtle, json_ld = read(get), read(get, JSON_LD)

    assert set(turtle) == set(json_ld)
    assert len(turtle) > 200
    assert all(isinstance(each, URIRef) for each in turtle.subjects())
    assert get(TURTLE[0]).headers["content-type"] == "text/turtle; charset=utf-8"
    assert get(JSON_LD[0]).headers["content-type"] == "application/ld+json"


@pytest.mark.parametrize("named", [True, False])
def test_it_is_as_the_profile_wants_it(
    get: Get, named: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if named:
        monkeypatch.setenv("KIM_OPERATOR", "Amt für „Integration“ <Köln> \\ 1")
        monkeypatch.setenv("KIM_CONTACT", "kim@example.org")
        monkeypatch.setenv("KIM_CONTRIBUTOR", "http://dcat-ap.de/def/contributors/openNRW")
    graph = read(get)
    name = graph.value(URIRef(f"{NAMES}publisher"), FOAF.name)
    contributors = [each for each in graph.predicates(DATASET) if "contributorID" in each]

    assert is_valid(graph)[0], is_valid(graph)[1]
    assert str(name) == ("Amt für „Integration“ <Köln> \\ 1" if named else "KIM-Vergleich NRW")
    assert ("mailto:kim@example.org" in get(TURTLE[0]).words) is named
    assert len(contributors) == int(named)
    assert set(graph) == set(read(get, JSON_LD))


def test_without_one_thing_that_must_be_there_it_is_not_valid(get: Get) -> None:
    graph = read(get)
    targets = [(each, SHAPES.value(each, SHACL.targetClass)) for each in SHAPES.subjects(
        RDF.type, SHACL.NodeShape
    )]  # fmt: skip
    must = {
        (target, SHAPES.value(rule, SHACL.path))
        for shape, target in targets
        for rule in SHAPES.objects(shape, SHACL.property)
        if SHAPES.value(rule, SHACL.minCount) is not None
    }
    assert len(must) > 40
    for target, path in sorted(must):
        lacking = Graph() + graph
        one = min(graph.subjects(RDF.type, target))
        lacking.remove((one, path, None))
        assert len(lacking) < len(graph), (target, path)
        assert not is_valid(lacking)[0], (target, path)


def test_every_distribution_is_served_as_it_says(get: Get) -> None:
    graph = read(get)
    found = set(graph.objects(DATASET, DCAT.distribution))
    paths = {path_of(graph.value(each, DCAT.downloadURL)) for each in found}

    assert paths == {"/data/datapackage.json", *(f"/data/{each}.csv" for each in package().tables)}
    for each in found:
        answer = get(path_of(graph.value(each, DCAT.downloadURL)))
        media_type = str(graph.value(each, DCAT.mediaType)).partition("media-types/")[2]
        assert answer.status == 200
        assert answer.headers["content-type"].partition(";")[0] == media_type


def test_service_and_pages_lead_somewhere(get: Get) -> None:
    graph, service = read(get), URIRef(f"{NAMES}service")
    described = said(get(path_of(graph.value(service, DCAT.endpointDescription))))
    below = path_of(graph.value(service, DCAT.endpointURL))

    assert described["openapi"].startswith("3.1")
    assert any(path.startswith(below) for path in described["paths"])
    assert path_of(graph.value(DATASET, DCAT.landingPage)) == "/methode"


def test_it_tells_of_the_current_version(get: Get) -> None:
    graph = read(get)
    with queries.answered_by(store().current()):
        version, loaded_at = queries.loaded()
        first = queries.first_day()

    assert str(graph.value(DATASET, DCAT.version)) == str(version)
    assert graph.value(DATASET, DCTERMS.issued) == Literal(first)
    modified = graph.value(DATASET, DCTERMS.modified)
    assert modified.toPython().replace(tzinfo=None) == loaded_at


def test_its_names_lie_where_it_is_asked(get: Get) -> None:
    found = read(get, host="daten.example:8443")
    names = {str(each) for each in found.subjects() if "example" in str(each)}
    assert names
    assert all(each.startswith("https://daten.example:8443/data/#") for each in names)


@pytest.mark.parametrize("host", ['a"b<c>', "a b", "x{y}", "a\\b", "a/../b", "[::1"])
def test_a_hostile_host_breaks_no_form(get: Get, host: str) -> None:
    turtle, json_ld = read(get, host=host), read(get, JSON_LD, host=host)
    assert set(turtle) == set(json_ld)
    assert not any(re.search(r"[\s<>\"{}|\\^`]", str(each)) for each in turtle.subjects())


def test_it_is_kept_open_and_told_of(
    get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entity = get(TURTLE[0]).headers["etag"]
    assert get(TURTLE[0], if_none_match=entity).status == 304
    assert get(JSON_LD[0], if_none_match=entity).status == 200
    assert get(f"{TURTLE[0]}?x=1").status == 400
    for each in (TURTLE[0], JSON_LD[0]):
        assert f'href="{each}"' in get("/api/").words
        assert each.removeprefix("/data/") in get("/data/README.md").words
    (tmp_path / "tokens").write_text(f"portal {'0' * 64}\n", "utf-8")
    monkeypatch.setenv("KIM_API_TOKENS", str(tmp_path / "tokens"))
    assert (asked(TURTLE[0]).status, asked("/data/positions.csv").status) == (200, 401)
