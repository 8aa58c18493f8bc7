-- What held on a day as far as it was known on a day? The newest statement known wins per fact, then the as-of date filters.
-- known_on NULL: what is known today. held_on NULL: every date, undated statements too.
CREATE OR REPLACE MACRO as_of(fact_table, held_on, known_on) AS TABLE
SELECT *
FROM query_table(fact_table)
WHERE known_from < coalesce(known_on::DATE + INTERVAL 1 DAY, TIMESTAMP 'infinity')
    AND known_to >= coalesce(known_on::DATE + INTERVAL 1 DAY, TIMESTAMP 'infinity')
    AND NOT retracted
    AND (held_on IS NULL OR held_from <= held_on::DATE);
