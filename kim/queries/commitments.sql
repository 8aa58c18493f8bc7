-- What was promised about the chosen places, and until when do the documents read about each place reach?
WITH reach AS (
    SELECT read.region, max(source.date) AS read_until
    FROM as_of('facts', NULL::DATE, $known_on::DATE) AS read
    JOIN sources AS source USING (source)
    WHERE read.fact_table <> 'indicators' AND NOT starts_with(source.date, '--')
    GROUP BY read.region
)
SELECT
    place.name AS place,
    commitment.* EXCLUDE (load, retracted, known_from, known_to),
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text,
    reach.read_until
FROM as_of('commitments', $held_on::DATE, $known_on::DATE) AS commitment
JOIN regions AS place ON place.ags = commitment.region
JOIN sources AS source USING (source)
LEFT JOIN reach ON reach.region = commitment.region
WHERE commitment.region IN (SELECT unnest($regions::VARCHAR[]))
ORDER BY commitment.region, commitment.due NULLS LAST, commitment.source, commitment.paragraph, commitment.fact;
