"""`/data/catalog.ttl` and `.jsonld`: what the data are, for catalogues of open data that collect it (DCAT-AP.de 3)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC
from urllib.parse import urljoin

from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kim import queries
from kim.data_package import descriptor
from kim.settings import settings
from kim.tables import package
from kim.texts import text as words
from ui import navigation
from ui.endpoints import data_package
from ui.endpoints.endpoint import Asked, Tag
from ui.endpoints.file import File
from ui.texts import text

DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
PREFIXES = {"dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "dcatde": DCATDE, "vcard": VCARD}
VERSION = URIRef(f"{DCAT}version")  # since DCAT 3, which rdflib does not list
EU = "http://publications.europa.eu/resource/authority/"
LICENCE = URIRef("http://dcat-ap.de/def/licenses/dl-by-de/2.0")
GERMAN, THEMES = URIRef(f"{EU}language/DEU"), URIRef(f"{EU}data-theme")
THEMES_OF_DATA = (URIRef(f"{EU}data-theme/SOCI"), URIRef(f"{EU}data-theme/GOVE"))
LAND = URIRef("http://dcat-ap.de/def/politicalGeocoding/stateKey/05")
LEVEL = URIRef("http://dcat-ap.de/def/politicalGeocoding/Level/state")
PROFILE = URIRef("https://www.dcat-ap.de/def/dcatde/3.0/spec/")
OPENAPI = URIRef("https://spec.openapis.org/oas/v3.1.0")
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
Said = Mapping[URIRef, Node | Iterable[Node]]


class Catalog:
    """The graph of the current version; `base`: the address of the server, below which all its names lie."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._version, loaded_at = queries.loaded()
        self._modified = Literal(loaded_at.replace(tzinfo=UTC))
        self._issued = Literal(queries.first_day())
        self.graph = Graph(bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            self.graph.bind(prefix, namespace)

    def made(self) -> Graph:
        """The graph with catalogue, record, data set, distributions, service, publisher and contact."""
        self._catalog()
        self._dataset(list(self._distributions()))
        self._service()
        self._operator()
        self._say(LAND, DCTERMS.Location, {})
        return self.graph

    def _say(self, subject: URIRef, kind: URIRef, said: Said) -> URIRef:
        self.graph.add((subject, RDF.type, kind))
        for name, found in said.items():
            for each in [found] if isinstance(found, Node) else found:
                self.graph.add((subject, name, each))
        return subject

    def _at(self, path: str) -> URIRef:
        return URIRef(urljoin(self._base, path))

    def _named(self, name: str) -> URIRef:
        return self._at(f"/data/#{name}")

    def _catalog(self) -> None:
        shared = {DCTERMS.modified: self._modified, DCTERMS.language: GERMAN}
        said: Said = {
            DCTERMS.title: _german(text("app.title")),
            DCTERMS.description: _german(text("api.catalog")),
            DCTERMS.publisher: self._named("publisher"),
            DCTERMS.license: LICENCE,
            DCTERMS.spatial: LAND,
            DCTERMS.issued: self._issued,
            FOAF.homepage: self._at("/"),
            DCAT.themeTaxonomy: THEMES,
            DCAT.dataset: self._named("dataset"),
            DCAT.service: self._named("service"),
            DCAT.record: self._named("record"),
        }
        self._say(self._named("catalog"), DCAT.Catalog, {**said, **shared})
        topic = {FOAF.primaryTopic: self._named("dataset"), DCTERMS.conformsTo: PROFILE}
        self._say(self._named("record"), DCAT.CatalogRecord, {**topic, **shared})

    def _dataset(self, distributions: list[Node]) -> None:
        declared = descriptor()
        contributor = settings().contributor
        said: Said = {
            DCTERMS.title: _german(declared["title"]),
            DCTERMS.description: _german(declared["description"]),
            DCTERMS.identifier: Literal(str(self._named("dataset"))),
            DCTERMS.publisher: self._named("publisher"),
            DCTERMS.issued: self._issued,
            DCTERMS.modified: self._modified,
            DCTERMS.language: GERMAN,
            DCTERMS.spatial: LAND,
            DCTERMS.conformsTo: URIRef(declared["$schema"]),
            DCTERMS.accrualPeriodicity: URIRef(f"{EU}frequency/IRREG"),
            DCTERMS.accessRights: URIRef(f"{EU}access-right/PUBLIC"),
            DCATDE.politicalGeocodingLevelURI: LEVEL,
            DCATDE.contributorID: [URIRef(contributor)] if contributor else [],
            VERSION: Literal(str(self._version)),
            DCAT.theme: THEMES_OF_DATA,
            DCAT.keyword: [_german(each) for each in text("api.keywords").split(", ")],
            DCAT.contactPoint: self._named("contact"),
            DCAT.landingPage: self._at(f"/{navigation.page('method').address}"),
            DCAT.distribution: distributions,
        }
        self._say(self._named("dataset"), DCAT.Dataset, said)

    def _distributions(self) -> Iterator[URIRef]:
        schema = URIRef(descriptor()["$schema"])
        title, path = text("api.package"), f"{data_package.FOLDER}/datapackage.json"
        yield self._distribution("datapackage", title, path, "JSON", {DCTERMS.conformsTo: schema})
        for each in package().tables.values():
            about = {DCTERMS.description: [_german(each.description)] if each.description else []}
            path = f"{data_package.FOLDER}/{each.name}.csv"
            yield self._distribution(each.name, each.title, path, "CSV", about)

    def _distribution(self, name: str, title: str, path: str, form: str, more: Said) -> URIRef:
        media_type = "application/json" if form == "JSON" else "text/csv"
        said: Said = {
            DCTERMS.title: _german(title),
            DCTERMS.license: LICENCE,
            DCTERMS.format: URIRef(f"{EU}file-type/{form}"),
            DCTERMS.language: GERMAN,
            DCTERMS.modified: self._modified,
            DCATDE.licenseAttributionByText: _german(self._attribution()),
            DCAT.accessURL: self._at(path),
            DCAT.downloadURL: self._at(path),
            DCAT.mediaType: URIRef(MEDIA_TYPES + media_type),
        }
        return self._say(self._named(f"distribution-{name}"), DCAT.Distribution, {**said, **more})

    def _attribution(self) -> str:
        parts = (settings().operator, text("report.version", version=self._version))
        return f"{words('exhibit.licence')} ({', '.join(filter(None, parts))})"

    def _service(self) -> None:
        said: Said = {
            DCTERMS.title: _german(text("api.title")),
            DCTERMS.description: _german(text("api.lead")),
            DCTERMS.publisher: self._named("publisher"),
            DCTERMS.license: LICENCE,
            DCTERMS.conformsTo: OPENAPI,
            DCAT.contactPoint: self._named("contact"),
            DCAT.endpointURL: self._at("/api/v1/"),
            DCAT.endpointDescription: self._at("/api/openapi.json"),
            DCAT.servesDataset: self._named("dataset"),
        }
        self._say(self._named("service"), DCAT.DataService, said)

    def _operator(self) -> None:
        """Who publishes and answers: the operator, where the installation names one, else the site itself."""
        said = settings()
        name = Literal(said.operator or text("app.title"))
        mail = [URIRef(f"mailto:{said.contact}")] if said.contact else []
        imprint = self._at(f"/{navigation.page('imprint').address}")
        self._say(self._named("publisher"), FOAF.Agent, {FOAF.name: name})
        contact: Said = {VCARD.fn: name, VCARD.hasEmail: mail, VCARD.hasURL: imprint}
        self._say(self._named("contact"), VCARD.Kind, contact)


def turtle(_: Asked, base: str) -> bytes:
    """The catalogue as Turtle."""
    return Catalog(base).made().serialize(format="turtle", encoding="utf-8")


def json_ld(_: Asked, base: str) -> bytes:
    """The catalogue as JSON-LD."""
    made = Catalog(base).made()
    return made.serialize(format="json-ld", encoding="utf-8", auto_compact=True)


def _german(said: str) -> Literal:
    return Literal(said, lang="de")


TURTLE = "text/turtle; charset=utf-8"
CATALOGS = (
    File(
        "catalog_ttl",
        f"{data_package.FOLDER}/catalog.ttl",
        Tag.CATALOGUE,
        TURTLE,
        (),
        turtle,
        is_open=True,
    ),
    File(
        "catalog_jsonld",
        f"{data_package.FOLDER}/catalog.jsonld",
        Tag.CATALOGUE,
        "application/ld+json",
        (),
        json_ld,
        is_open=True,
    ),
)
