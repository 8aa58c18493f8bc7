-- Which statements on one subject rest on one document, in the order of its paragraphs?
-- Needs: as_of (kim/as_of.sql).
SELECT place.name AS place, statement.* EXCLUDE (load, retracted, known_from, known_to)
FROM kim.as_of($table, NULL::DATE, $known_on::DATE) AS statement
JOIN regions AS place ON place.ags = statement.region
WHERE statement.source = $source
ORDER BY statement.paragraph NULLS LAST, statement.fact;
