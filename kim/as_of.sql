-- What held on a day as far as it was known on a day? The newest statement known wins per fact, then the as-of date filters.
-- known_before: the end (UTC) of the German day on which it was known; NULL: what is known today. held_on NULL: every date, undated statements too.
CREATE OR REPLACE MACRO as_of(fact_table, held_on, known_before) AS TABLE
SELECT *
FROM query_table(fact_table)
WHERE known_from < coalesce(known_before::TIMESTAMP, TIMESTAMP 'infinity')
    AND known_to >= coalesce(known_before::TIMESTAMP, TIMESTAMP 'infinity')
    AND NOT retracted
    AND (held_on IS NULL OR held_from <= held_on::DATE);
