-- Which statements on one subject rest on one document, in the order of its paragraphs?
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql).
SELECT place.label AS place, statement.* EXCLUDE (load, retracted, known_from, known_to)
FROM kim.as_of($table, NULL::DATE, $known_on::TIMESTAMP) AS statement
JOIN kim.known_places AS place ON place.ags = statement.region
WHERE statement.source = $source
ORDER BY statement.paragraph NULLS LAST, statement.fact;
