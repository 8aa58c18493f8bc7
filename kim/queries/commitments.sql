-- What was promised about the chosen places, and until when do the documents read about each place reach?
-- Needs: as_of (kim/as_of.sql); told (kim/told.sql).
WITH reach AS (
    SELECT read.region, max(source.date) AS read_until
    FROM as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS read
    JOIN sources AS source USING (source)
    WHERE read.fact_table <> 'indicators' AND NOT starts_with(source.date, '--')
    GROUP BY read.region
)
SELECT commitment.*, reach.read_until
FROM kim.told('commitments', $held_on, $known_on, $regions) AS commitment
LEFT JOIN reach ON reach.region = commitment.region
ORDER BY commitment.region, commitment.due NULLS LAST, commitment.source, commitment.paragraph, commitment.fact;
