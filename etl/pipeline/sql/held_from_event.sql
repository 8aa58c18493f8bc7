-- An event held from its own day; one that was still expected, from the day of the document that expects it.
-- Without a day (or with one that lacks its year) it keeps that of its document: least() passes over what is missing.
-- Needs: statements (the table that is updated, etl/pipeline/derive.py); first_day (macros.sql).
SET held_from = least(held_from, first_day(date))
WHERE as_of IS NULL;
