-- How many facts about these places are known, and how many of them does their text confirm? What is said of a place that is gone counts for the one that came after.
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql).
SELECT count(*) AS facts, count(*) FILTER (statement.proof = 'proven') AS proven
FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS statement
JOIN kim.known_places AS place ON place.ags = statement.region
WHERE list_contains($regions::VARCHAR[], coalesce(place.successor, statement.region));
