-- An event held from its own day; one that was still expected, from the day of the document that expects it.
-- Without a day (or with one that lacks its year) it keeps that of its document: least() passes over what is missing.
-- Needs: statements (the table that is updated, etl/pipeline/derive.py); earliest_day, latest_day (macros.sql).
SET held_from_earliest = CASE
        WHEN earliest_day(date) > held_from_latest THEN held_from_earliest
        ELSE least(held_from_earliest, earliest_day(date))
    END,
    held_from_latest = least(held_from_latest, latest_day(date))
WHERE as_of IS NULL;
