-- Which dated statements about the chosen places are the newest, at most a few of each document?
-- An event counts by its own day, every other statement by the day from which it held. What is over is no news: a promise
-- or a number on posts that is not among the `current` ones. What is called expected though its day is over
-- stands behind all other news.
-- Needs: as_of (kim/as_of.sql); with_predecessors (kim/with_predecessors.sql).
WITH
dated AS (
    SELECT fact_table, fact, region, source, held_from_earliest AS day, false AS is_past
    FROM kim.as_of('facts', $held_on::DATE, $known_on::TIMESTAMP)
    WHERE fact_table NOT IN ('milestones', 'decisions')
        AND (fact_table NOT IN ('positions', 'commitments') OR list_contains($current::UBIGINT[], fact))
    UNION ALL
    SELECT 'milestones', fact, region, source, edtf_days(date).first,
        state = 'expected' AND edtf_days(date).last < coalesce($held_on::DATE, $today::DATE)
    FROM kim.as_of('milestones', $held_on::DATE, $known_on::TIMESTAMP)
    UNION ALL
    SELECT 'decisions', fact, region, source, edtf_days(date).first, false
    FROM kim.as_of('decisions', $held_on::DATE, $known_on::TIMESTAMP)
)
SELECT fact_table, fact, day
FROM dated
WHERE day <= coalesce($held_on::DATE, $today::DATE)
    AND region IN (FROM kim.with_predecessors($regions))
    AND list_contains($subjects::VARCHAR[], fact_table)
QUALIFY row_number() OVER (
    PARTITION BY source
    ORDER BY is_past, day DESC, list_position($subjects::VARCHAR[], fact_table), fact
) <= $most_of_one
ORDER BY is_past, day DESC, list_position($subjects::VARCHAR[], fact_table), fact
LIMIT $most;
