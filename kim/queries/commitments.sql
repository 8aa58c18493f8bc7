-- What was promised about the chosen places, and until when do the documents read about each place reach?
-- Needs: as_of (kim/as_of.sql); told (kim/told.sql).
WITH reach AS (
    SELECT read.region, arg_max(source.date, edtf_days(source.date).last) AS read_until
    FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS read
    JOIN sources AS source USING (source)
    WHERE read.fact_table <> 'indicators' AND edtf_days(source.date).last IS NOT NULL
    GROUP BY read.region
)
SELECT commitment.*, reach.read_until
FROM kim.told('commitments', $held_on, $known_on, $regions) AS commitment
LEFT JOIN reach ON reach.region = commitment.region
ORDER BY commitment.region, commitment.due NULLS LAST, commitment.source, commitment.paragraph, commitment.fact;
