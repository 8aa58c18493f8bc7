"""The functions of SQL on dates outlive the connection that made them known."""

from datetime import date

import duckdb

from kim.date_functions import add_date_functions


def test_they_answer_after_the_connection_that_made_them_is_closed() -> None:
    connection = duckdb.connect()
    first = connection.cursor()
    add_date_functions(first)
    first.close()
    del first
    asked = "SELECT edtf_days('2022').last, edtf_held('../2022').until_earliest, edtf_days('x')"
    expected = [(date(2022, 12, 31), date(2022, 1, 1), None)]
    assert connection.cursor().execute(asked).fetchall() == expected
