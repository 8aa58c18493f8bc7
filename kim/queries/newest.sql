-- Which dated statements about the chosen places are the newest, at most a few of each document?
-- An event counts by its own day, every other statement by the day from which it held. What is over is no news: a promise
-- that is kept or lapsed, a number of posts that a later total followed. What is called expected though its day is over
-- stands behind all other news.
-- Needs: as_of (kim/as_of.sql); with_predecessors (kim/with_predecessors.sql).
WITH post AS MATERIALIZED (
    FROM kim.as_of('positions', $held_on::DATE, $known_on::TIMESTAMP)
    WHERE region IN (FROM kim.with_predecessors($regions))
),
over AS (
    SELECT 'positions' AS fact_table, post.fact
    FROM post JOIN post AS later ON
        later.region = post.region AND later.unit = post.unit
        AND later.module IS NOT DISTINCT FROM post.module
        AND later.function IS NOT DISTINCT FROM post.function
        AND later.measure = 'total' AND later.status <> 'planned'
        AND later.held_from_earliest > coalesce(post.held_from_earliest, DATE '-infinity')
    WHERE post.status = 'planned'
        OR (
            post.measure = 'total' AND post.status = later.status
            AND post.employer IS NOT DISTINCT FROM later.employer
            AND post.workplace IS NOT DISTINCT FROM later.workplace
            AND post.area IS NOT DISTINCT FROM later.area
            AND post.pay_group IS NOT DISTINCT FROM later.pay_group
        )
    UNION ALL
    SELECT 'commitments', fact
    FROM kim.as_of('commitments', $held_on::DATE, $known_on::TIMESTAMP)
    WHERE state IN ('kept', 'lapsed')
),
dated AS (
    SELECT fact_table, fact, region, source, held_from_earliest AS day, false AS is_past
    FROM kim.as_of('facts', $held_on::DATE, $known_on::TIMESTAMP)
    WHERE fact_table NOT IN ('milestones', 'decisions')
    UNION ALL
    SELECT 'milestones', fact, region, source, edtf_days(date).first,
        state = 'expected' AND edtf_days(date).last < coalesce($held_on::DATE, $today::DATE)
    FROM kim.as_of('milestones', $held_on::DATE, $known_on::TIMESTAMP)
    UNION ALL
    SELECT 'decisions', fact, region, source, edtf_days(date).first, false
    FROM kim.as_of('decisions', $held_on::DATE, $known_on::TIMESTAMP)
)
SELECT fact_table, fact, day
FROM dated ANTI JOIN over USING (fact_table, fact)
WHERE day <= coalesce($held_on::DATE, $today::DATE)
    AND region IN (FROM kim.with_predecessors($regions))
    AND list_contains($subjects::VARCHAR[], fact_table)
QUALIFY row_number() OVER (
    PARTITION BY source
    ORDER BY is_past, day DESC, list_position($subjects::VARCHAR[], fact_table), fact
) <= $most_of_one
ORDER BY is_past, day DESC, list_position($subjects::VARCHAR[], fact_table), fact
LIMIT $most;
