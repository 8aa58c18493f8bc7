-- Which documents are there, and how many facts rest on each?
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql).
WITH counted AS (
    SELECT source, count(*) AS facts, count(*) FILTER (proof = 'proven') AS proven
    FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP)
    GROUP BY source
)
SELECT document.*, place.label AS place, coalesce(counted.facts, 0) AS facts, coalesce(counted.proven, 0) AS proven
FROM sources AS document
JOIN kim.known_places AS place ON place.ags = document.region
LEFT JOIN counted USING (source)
ORDER BY document.text_sha256 IS NULL, document.region, document.source;
