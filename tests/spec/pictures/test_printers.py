"""Two printers of one description: what plotly gets and what the SVG shows have the same marks and words."""

import io
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from PIL import Image

from kim import coverage, queries
from kim.allocation import Method, Task, allocate
from kim.answers.land import classed
from kim.answers.measures import Measure
from kim.queries import View
from kim.store import store
from tests.conftest import World
from tests.spec.world import pages_store  # noqa: F401
from ui import exhibits
from ui.figures.allocation import shares_and_quotas
from ui.figures.style import layout
from ui.figures.theme_map import theme_map
from ui.pictures import picture
from ui.pictures.axes import number
from ui.pictures.picture import Frame, Size
from ui.pictures.symbols import SHAPES
from ui.pictures.words import lines_of

RHEINE = "05566076"
SVG = "{http://www.w3.org/2000/svg}"
PLACES = ("05158", "05158016", "05382056", "05558", "05566", "05566012", RHEINE)
FRAME = Frame(
    "Titel der Darstellung", ("Stellen", "Orte: Rheine"), ("Quellen: Niederschrift",), "In Worten"
)
FIGURES = (
    "jetzt",
    "stellen",
    "verlauf",
    "personen",
    "fluss",
    "ereignisse",
    "karte",
    "karte-themen",
    "abdeckung",
    "verteilung",
)


@pytest.fixture(autouse=True)
def at_its_store(pages_store: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # noqa: F811
    monkeypatch.setenv("KIM_STORE", str(pages_store.store.folder))
    store.cache_clear()
    yield
    store.cache_clear()


def figure(name: str) -> go.Figure:
    view = View(PLACES)
    if name == "karte-themen":
        spots = (
            ("05158", 0, 2),
            ("05382", 1, 3),
            ("05515", 2, 1),
            ("05558", 1, 1),
            ("05566", 2, 0),
        )
        return theme_map(classed(Measure.POSTS, view), spots, "posts", "05566")
    if name == "verteilung":
        persons = (("Rheine", Fraction(600)), ("Hörstel", Fraction(31)))
        task = Task(persons, Fraction(4), Fraction(0), Fraction(1, 2), Method.D_HONDT)
        return shares_and_quotas(allocate(task).shares, "Rheine")
    if name in ("karte", "abdeckung"):
        shown = exhibits.MAP if name == "karte" else exhibits.MATRIX
        return shown.draw(
            coverage.by_district(queries.coverage(view, coverage.subjects())), *shown.needs(view)
        )
    shown = next(each for each in exhibits.EXHIBITS if each.key == name)
    return shown.drawn(shown.rows(view), view, RHEINE)


def drawn(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg(figure(name), FRAME))  # noqa: S314


def _all(value: object, count: int) -> list[object]:
    return (
        [value] * count if isinstance(value, str) or not hasattr(value, "__len__") else list(value)
    )  # type: ignore[call-overload]


def marks(shown: go.Figure) -> list[tuple[str, str, str]]:
    """Symbol, fill or edge, and fact of every mark that plotly draws, in its order."""
    found = []
    for trace in shown.data:
        if trace.type != "scatter" or "markers" not in (trace.mode or "") or trace.x is None:
            continue
        count = len(trace.x)
        looks = zip(_all(trace.marker.symbol or "circle", count), _all(trace.marker.color, count),
                    _all(trace.customdata if trace.customdata is not None else "", count), trace.x, strict=True)  # fmt: skip
        found += [(s, c, _key(k)) for s, c, k, x in looks if x is not None]
    return found


def _key(carried: object) -> str:
    return str(carried if isinstance(carried, str) else carried[0])  # type: ignore[index]


@pytest.mark.parametrize("name", FIGURES)
def test_marks_are_the_same(name: str) -> None:
    shown = [
        (each.get("data-symbol"), each.get("stroke") if "open" in str(each.get("data-symbol")) else each.get("fill"), each.get("data-fact", ""))
        for each in drawn(name).iter(f"{SVG}path")
        if each.get("class") == "mark"
    ]  # fmt: skip

    assert Counter(shown) == Counter(marks(figure(name)))


@pytest.mark.parametrize("name", FIGURES)
def test_bars_are_as_long_and_as_coloured(name: str) -> None:
    bars = [each for each in drawn(name).iter(f"{SVG}rect") if each.get("class") == "bar"]
    asked: list[tuple[float, object]] = []
    for trace in figure(name).data:
        if trace.type == "bar" and trace.x[0] is not None and trace.marker.color != "rgba(0,0,0,0)":
            asked += zip(map(float, trace.x), _all(trace.marker.color, len(trace.x)), strict=True)
    longest = max((length for length, _ in asked), default=1)
    widest = max((float(each.get("width", "")) for each in bars), default=1)

    assert [each.get("data-colour") for each in bars] == [colour for _, colour in asked]
    for bar, (length, _) in zip(bars, asked, strict=True):
        assert float(bar.get("width", "")) / widest == pytest.approx(length / longest, abs=0.01)


@pytest.mark.parametrize("name", FIGURES)
def test_words_are_the_same(name: str) -> None:
    shown = figure(name)
    asked: list[str] = []
    for trace in shown.data:
        is_drawn = "text" in (trace.mode or "") if trace.type == "scatter" else True
        asked += [
            each for each in (trace.text if is_drawn and trace.text is not None else ()) if each
        ]
        asked += [trace.name] if trace.name and trace.showlegend is not False else []
    asked += [each.text for each in shown.layout.annotations]
    asked += [shown.layout.legend.title.text] if shown.layout.legend.title.text else []
    for axis in (shown.layout.xaxis, shown.layout.yaxis):
        asked += axis.ticktext or () if axis.visible is not False else ()
    words = Counter(
        "".join(each.itertext()) for each in drawn(name).iter(f"{SVG}tspan") if each.get("y")
    )

    for line, count in Counter(line.words for each in asked for line in lines_of(each)).items():
        assert not line or words[line] >= count, line


def _bold_of(words: str) -> list[str]:
    lines = lines_of(words)
    return ["".join(run.words for run in line.runs if run.is_bold) for line in lines]


def test_bold_is_what_stands_between_its_marks() -> None:
    assert _bold_of("<b>Rheine</b>: 3,5 &lt;1") == ["Rheine"]
    assert _bold_of("vor <b>Kreis<br>Coesfeld</b> da<br>nach") == ["Kreis", "Coesfeld", ""]


def test_the_name_of_a_place_alone_is_bold_before_its_figures() -> None:
    lines = drawn("stellen").iter(f"{SVG}tspan")
    bold = {str(each.text) for each in lines if each.get("font-weight")}

    assert "Kreis Coesfeld" in bold
    assert not any("besetzt" in each or "eingerichtet" in each for each in bold)


@pytest.mark.parametrize("name", ["jetzt", "stellen", "personen"])
def test_a_bar_of_zero_to_the_largest_begins_at_the_zero_of_the_axis(name: str) -> None:
    starts = {
        each.get("x") for each in drawn(name).iter(f"{SVG}rect") if each.get("class") == "bar"
    }

    assert len(starts) == 1


def test_events_stand_in_the_order_of_their_days() -> None:
    shown = figure("ereignisse")
    (days,) = [each.x for each in shown.data if each.mode == "markers" and each.x and each.x[0]]
    places = [
        float(str(each.get("transform")).partition("(")[2].partition(",")[0])
        for each in drawn("ereignisse").iter(f"{SVG}path")
        if each.get("class") == "mark"
    ]
    first, last = min(days), max(days)
    part = [(number(day) - number(first)) / (number(last) - number(first)) for day in days]
    left, right = min(places), max(places)

    assert [(each - left) / (right - left) for each in places] == pytest.approx(part, abs=0.01)


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("name", FIGURES)
def test_a_picture_says_all_of_itself_and_asks_for_nothing(name: str, size: Size) -> None:
    made = picture.svg(figure(name), FRAME, size)
    root = ElementTree.fromstring(made)  # noqa: S314
    words = " ".join(root.itertext())

    for said in ("Titel der Darstellung", "Orte: Rheine", "Quellen: Niederschrift", "In Worten"):
        assert said in words
    assert root.get("width") == str(picture.WIDTHS[size])
    assert "href" not in made
    assert "<image" not in made
    assert "url(http" not in made


def test_a_raster_picture_is_the_same_picture() -> None:
    made = picture.svg(figure("jetzt"), FRAME, Size.PHONE)
    raster = Image.open(io.BytesIO(picture.png(made)))
    root = ElementTree.fromstring(made)  # noqa: S314
    size = (2 * float(root.get("width", "")), 2 * float(root.get("height", "")))
    colours = {colour for _, colour in raster.convert("RGB").getcolors(10**7)}

    assert raster.size == pytest.approx(size, abs=2)
    assert {(0, 102, 75), (0, 114, 178), (255, 255, 255)} <= colours


def test_coverage_is_asked_of_the_small_world() -> None:
    assert len(queries.place_names()) == 10


@pytest.mark.parametrize("name", FIGURES)
def test_every_line_is_drawn_between_two_points(name: str) -> None:
    for line in drawn(name).iter(f"{SVG}line"):
        ends = [float(line.attrib[each]) for each in ("x1", "y1", "x2", "y2")]
        assert ends[:2] != ends[2:]


def test_a_span_of_uncertainty_reaches_back_from_its_mark() -> None:
    back = {"type": "data", "symmetric": False, "array": [0, 0], "arrayminus": [2, 0]}
    marker = {"color": "#111111", "symbol": "circle"}
    shown = go.Figure(layout=layout(300)).add_scatter(
        x=[5, 7], y=[0, 1], mode="markers", marker=marker, error_x={**back, "color": "#123456"}
    )
    shown.update_xaxes(range=[0, 10]).update_yaxes(range=[-1, 2])
    printed = ElementTree.fromstring(picture.svg(shown, FRAME))  # noqa: S314
    [span] = [each for each in printed.iter(f"{SVG}line") if each.get("class") == "span"]
    first, last = float(span.attrib["x1"]), float(span.attrib["x2"])

    assert first < last
    assert span.attrib["y1"] == span.attrib["y2"]
    assert span.attrib["stroke"] == "#123456"


def test_arrows_to_both_sides_are_each_other_mirrored() -> None:
    mirrored = [[(-x, y) for x, y in line] for line in SHAPES["arrow-right"]]

    assert mirrored == SHAPES["arrow-left"]
