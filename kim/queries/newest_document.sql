-- Which day does the newest document about the chosen places reach, at the latest $today? NULL where none has a date.
-- Needs: as_of (kim/as_of.sql); with_predecessors (kim/with_predecessors.sql).
WITH paper AS (
    SELECT coalesce(edtf_days(date).last, edtf_days(date).first) AS day
    FROM sources
    WHERE source IN (
        SELECT source
        FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP)
        WHERE fact_table <> 'indicators' AND region IN (FROM kim.with_predecessors($regions))
    )
)
SELECT max(least(day, $today::DATE)) AS day
FROM paper
WHERE day IS NOT NULL;
