-- How many facts about these places are known, how many of them are of documents read in full, and how many does their text confirm? What is said of a place that is gone counts for the one that came after.
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql); is_read_from_text (kim/read_from_text.sql).
SELECT
    count(*) AS facts,
    count(*) FILTER (kim.is_read_from_text(source.text_sha256, statement.load, statement.proof)) AS read_from_text,
    count(*) FILTER (statement.proof = 'proven') AS proven
FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS statement
JOIN kim.known_places AS place ON place.ags = statement.region
JOIN sources AS source ON source.source = statement.source
WHERE list_contains($regions::VARCHAR[], coalesce(place.successor, statement.region));
