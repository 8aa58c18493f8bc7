"""held_from.sql: a statement without a day of its own held from the day of its document."""

from datetime import date

from tests.spec.conftest import Spec


def test_its_own_day_goes_before_that_of_its_document(spec: Spec) -> None:
    told = spec(
        sources="source | date\n day | 2022-11-03\n year | 2021\n yearless | --05-17",
        bodies="""
            body              | source        | as_of
            before the paper  | day           | 2020-02
            after the paper   | day           | 2024
            day of the paper  | day           |
            year of the paper | year          |
            no day at all     | web-undatiert |
            without a year    | yearless      |
            a yearless day    | year          | --05-17
        """,
    )
    rows = told.world.store.current().cursor().table("bodies").project("body, held_from")

    assert dict(rows.fetchall()) == {
        "before the paper": date(2020, 2, 1),
        "after the paper": date(2024, 1, 1),
        "day of the paper": date(2022, 11, 3),
        "year of the paper": date(2021, 1, 1),
        "no day at all": None,
        "without a year": None,
        "a yearless day": date(2021, 1, 1),
    }
