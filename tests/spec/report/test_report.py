"""Reports: the PDF says what the page says, on every day, and is one for everybody and for archives."""

import io
import re
from collections.abc import Iterator
from datetime import date

import page as validator
import pypdf
import pytest

from kim import expected_reports, german, queries
from kim.answers import answers
from kim.commitments import parties
from kim.facts import records
from kim.queries import View
from kim.store import store
from tests.conftest import World
from tests.spec.pages.conftest import Open, page  # noqa: F401
from tests.spec.report.printed import pages, squeezed, text_of
from tests.spec.screen import part, screen
from tests.spec.world import pages_store  # noqa: F401
from ui import report
from ui.report import notes
from ui.report.blocks import Block, Cards, Chart, Items, Report, Said, Table

RULE_OF_LENGTHS = "PDFA2A-STREAM-LENGTH-001"
STREAM = re.compile(rb"/Length (?P<length>\d+)[^>]*>>\s*stream\r?\n")

RHEINE, EMSDETTEN, HILDEN, COESFELD, SANKT_AUGUSTIN = (
    "05566076", "05566012", "05158016", "05558", "05382056",
)  # fmt: skip
ADDRESS = "https://kim.example.org/steckbrief?ort=05566076"
EARLY = date(2022, 6, 30)
LOADED = date(2024, 1, 10)
PLACES = sorted([RHEINE, EMSDETTEN, HILDEN, COESFELD, SANKT_AUGUSTIN])
THEMES = (
    "positions",
    "carriers",
    "target_groups",
    "evaluations",
    "funding",
    "governance",
    "timeline",
)


@pytest.fixture(autouse=True)
def at_its_store(pages_store: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # noqa: F811
    monkeypatch.setenv("KIM_STORE", str(pages_store.store.folder))
    monkeypatch.setenv("KIM_OPERATOR", "Amt für Integration")
    monkeypatch.setenv("KIM_CONTACT", "kim@example.org")
    store.cache_clear()
    yield
    store.cache_clear()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "days", [{}, {"stand": EARLY}, {"stand": EARLY, "kenntnis": LOADED}], ids=str
)
def test_a_profile_says_what_its_page_says(place: str, days: dict[str, date], page: Open) -> None:  # noqa: F811
    asked = {name: day.isoformat() for name, day in days.items()}
    shown = screen(page("profile", ort=place, **asked), {})
    view = View((place,), days.get("stand"), days.get("kenntnis"))
    printed = text_of(report.pdf(report.of_place(place, view)))
    head = next(at for at, line in enumerate(shown) if line.startswith("## "))
    rows = [line.split(" | ")[:2] for line in part(shown, "Fragen und Antworten") if " | " in line]
    told = answers(place, view)

    assert squeezed(shown[0].removeprefix("# ")) in printed
    for question, answer in rows[1:]:
        assert squeezed(question) in printed
        assert squeezed(answer.partition("Dokumente widersprechen")[0].rstrip(" ;")) in printed
    for line in shown[2:head]:
        if line.endswith("."):
            assert squeezed(line) in printed
    for each in told.values():
        for value in each.values if each.question.endswith("_posts") else ():
            assert squeezed(value.words) in printed


def test_of_what_page_and_report_say_nothing_changes_with_a_day() -> None:
    today, early = (
        text_of(report.pdf(report.of_place(RHEINE, View((RHEINE,), day)))) for day in (None, EARLY)
    )

    assert squeezed("In Rheine sind im Case Management 3,5 Stellen eingerichtet") in today
    assert squeezed("In Rheine sind im Case Management 3,5 Stellen eingerichtet") not in early
    assert squeezed("In Rheine sind im Case Management 1,9 Stellen eingerichtet") in early


def test_what_proves_an_answer_stands_at_the_foot_of_the_page_once() -> None:
    printed = text_of(report.pdf(report.of_place(RHEINE, View((RHEINE,)))))
    note = squeezed("Niederschrift Rheine (03.11.2022), Absatz 2: „3,5 Stellen“")

    assert printed.count(note) == 1
    assert squeezed("Auszug (2021), ungeprüft: „hat die Aufsicht“") in printed


def test_every_page_says_filters_day_version_address_and_who_hands_it_out() -> None:
    view = View((RHEINE,), EARLY, LOADED)
    for each in map(squeezed, pages(report.pdf(report.of_place(RHEINE, view, ADDRESS)))):
        for said in (
            "Orte: Rheine",
            "Stand: 30.06.2022",
            "bekannt am 10.01.2024",
            "Fassung 1",
            ADDRESS,
        ):
            assert squeezed(said) in each
        assert squeezed(f"erstellt am {german.day(german.today())}") in each
        assert squeezed("Amt für Integration · kim@example.org") in each


def test_a_comparison_says_what_its_page_says(page: Open) -> None:  # noqa: F811
    places = (RHEINE, COESFELD)
    app = page("comparison", ort=RHEINE, orte=list(places))
    cells = [cell for line in screen(app, {}) if " | " in line for cell in line.split(" | ")]
    printed = text_of(report.pdf(report.of_comparison(places, View(places))))
    values = [cell.partition(" -> ")[0].partition(" ")[0] for cell in cells if cell[:1].isdigit()]

    assert "3,5" in values
    for value in values:
        assert squeezed(value) in printed
    for said in (
        "3,5 Stellen",
        "(ca. 6) Personen",
        "je 100.000 Einwohner",
        "andere Einheit als in Rheine",
        "Evaluation Für alle Orte: läuft",
    ):
        assert squeezed(said) in printed


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_says_the_finding_and_the_exhibits_of_its_page(theme: str, page: Open) -> None:  # noqa: F811
    view = View(tuple(PLACES))
    shown = screen(page(theme, orte=PLACES), {})
    made = report.of_theme(theme, view)
    printed = text_of(report.pdf(made))
    finding = shown[1 : next(at for at, line in enumerate(shown) if line.startswith("## "))]
    sentences = [each for each in finding if each.endswith(".")][:1]

    assert sentences
    for each in sentences:
        assert squeezed(each.lstrip("- ").replace("\\", "")) in printed
    assert any(isinstance(each, Chart | Table | Items) for each in made.blocks)


def test_a_selection_has_a_table_of_contents_and_all_its_places() -> None:
    printed = text_of(report.pdf(report.of_places(PLACES, View(tuple(PLACES)))))

    assert "Inhalt" in printed
    for name in ("Rheine", "Emsdetten", "Hilden", "KreisCoesfeld", "SanktAugustin"):
        assert printed.count(name) >= 2


def test_an_annex_has_the_commitments_of_one_body_alone() -> None:
    view = View(tuple(PLACES))
    every = records(queries.commitments(view))
    party = parties(every[0])[0]
    printed = text_of(report.pdf(report.annex(party, view)))

    assert squeezed(f"Anlage: Zusagen, {party}") in printed
    for each in every:
        assert (squeezed(each["promise"]) in printed) == (party in parties(each))


def test_a_duty_stands_in_the_report_with_the_reports_that_it_leads_one_to_expect() -> None:
    view = View((RHEINE,), date(2023, 6, 15))
    every = records(queries.commitments(view))
    [duty] = [each for each in every if each["recurrence"] == "yearly"]
    found = expected_reports.expected(duty, date(2023, 6, 15))
    printed = text_of(report.pdf(report.annex("", view)))

    assert found is not None
    assert found.reports
    told = expected_reports.lines(found, duty["read_until"], date(2023, 6, 15))
    for each in (expected_reports.head(found), *told):
        assert squeezed(each) in printed


def _reports() -> dict[str, Report]:
    view = View(tuple(PLACES))
    return {
        "place": report.of_place(RHEINE, view, ADDRESS),
        "comparison": report.of_comparison((RHEINE, COESFELD, HILDEN, EMSDETTEN), view),
        "places": report.of_places(PLACES, view),
        "annex": report.annex("", view),
        **{theme: report.of_theme(theme, view, RHEINE) for theme in THEMES},
    }


def test_every_report_is_tagged_for_readers_and_made_for_archives() -> None:
    for name, made in _reports().items():
        pdf = report.pdf(made)
        for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A):
            failures = validator.validate_pdf_bytes(pdf, profile=profile).failures
            found = [(each.rule_id, each.message) for each in failures]
            assert [each for each in found if each[0] != RULE_OF_LENGTHS] == [], name
        assert _lengths_fit(pdf), name
        read = pypdf.PdfReader(io.BytesIO(pdf))
        root = read.trailer["/Root"]
        described = root["/Metadata"].get_data().decode()
        assert root["/Lang"] == "de-DE"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/StructTreeRoot"]["/K"]
        assert read.metadata is not None
        assert read.metadata.title == made.title
        for claim in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
            assert claim in described
        assert all(map(_is_a4, read.pages))
        assert _fonts(read)


def _lengths_fit(pdf: bytes) -> bool:
    """Whether every stream ends where its length says; the validator takes a last byte 0x0D for a line's end."""
    streams = list(STREAM.finditer(pdf))
    ends = [each.end() + int(each["length"]) for each in streams]
    return bool(streams) and all(pdf.startswith(b"\nendstream", end) for end in ends)


def _is_a4(sheet: pypdf.PageObject) -> bool:
    return sorted(round(float(each) / 72 * 25.4) for each in sheet.mediabox[2:]) == [210, 297]


def _fonts(read: pypdf.PdfReader) -> bool:
    """Whether every font of every page lies in the file."""
    fonts = [
        font.get_object()
        for sheet in read.pages
        for font in sheet["/Resources"].get("/Font", {}).values()
    ]
    inner = [
        each["/DescendantFonts"][0].get_object() for each in fonts if "/DescendantFonts" in each
    ]
    files = [
        {"/FontFile2", "/FontFile3"} & {*each["/FontDescriptor"].get_object()} for each in inner
    ]
    return bool(files) and all(files)


def test_words_break_at_german_joints() -> None:
    long = "Kommunales Integrationsmanagement in Gemeinschaftsunterkünften " * 12
    printed = pages(report.pdf(Report("Probe", (Said(long),), "", ())))[0]

    assert "Gemeinschaftsunter\x02künften" in printed


def test_signs_that_no_typeface_has_do_not_stop_a_report() -> None:
    odd: tuple[Block, ...] = (Said("Zeichen ✕ 漢 🙂 \u2060Ende"), Cards(()))
    printed = text_of(report.pdf(Report("Probe ✕", odd, "", ())))

    assert "Zeichen×??Ende" in printed


def test_only_facts_that_have_a_note_are_noted_each_note_once() -> None:
    known = {"positions:01": "Niederschrift, Absatz 1", "positions:02": "Niederschrift, Absatz 1"}

    assert notes.chosen(known, ["positions:01", "positions:02", "positions:03"]) == (
        "Niederschrift, Absatz 1",
    )
