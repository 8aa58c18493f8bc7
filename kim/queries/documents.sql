-- Which documents are there, and how many facts rest on each?
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql); is_read_from_text (kim/read_from_text.sql).
WITH counted AS (
    SELECT
        statement.source,
        count(*) AS facts,
        count(*) FILTER (statement.fact_table = 'indicators') AS figures,
        count(*) FILTER (kim.is_read_from_text(source.text_sha256, statement.load, statement.proof)) AS read_from_text,
        count(*) FILTER (statement.proof = 'proven') AS proven
    FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS statement
    JOIN sources AS source USING (source)
    GROUP BY statement.source
)
SELECT
    document.*, place.label AS place,
    coalesce(counted.facts, 0) AS facts,
    coalesce(counted.figures, 0) AS figures,
    coalesce(counted.read_from_text, 0) AS read_from_text,
    coalesce(counted.proven, 0) AS proven
FROM sources AS document
JOIN kim.known_places AS place ON place.ags = document.region
LEFT JOIN counted USING (source)
ORDER BY document.text_sha256 IS NULL, document.region, document.source;
