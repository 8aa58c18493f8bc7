-- What held on a day as far as it was known on a day? The newest statement known wins per fact, then the as-of date filters.
-- known_before: the end (UTC) of the German day on which it was known; NULL: what is known today. held_on NULL: every date. What nobody dates may have held on any day.
-- Kept is infinity for an end that is open, so that the filter scans days only; the answer says NULL.
-- `is_certain`: held on that day whichever of the days that its date may mean is the true one; else it only may have.
CREATE OR REPLACE MACRO kim.as_of(fact_table, held_on, known_before) AS TABLE
SELECT
    * REPLACE (
        nullif(held_until_earliest, DATE 'infinity') AS held_until_earliest,
        nullif(held_until_latest, DATE 'infinity') AS held_until_latest
    ),
    held_on IS NULL OR (
        held_from_latest <= held_on::DATE
        AND held_until_earliest >= held_on::DATE
    ) AS is_certain
FROM query_table('kim.' || fact_table)
WHERE known_from < coalesce(known_before::TIMESTAMP, TIMESTAMP 'infinity')
    AND known_to >= coalesce(known_before::TIMESTAMP, TIMESTAMP 'infinity')
    AND NOT retracted
    AND (
        held_on IS NULL OR (
            coalesce(held_from_earliest, DATE '-infinity') <= held_on::DATE
            AND held_until_latest >= held_on::DATE
        )
    );
