-- Which documents speak of which place, was it read as a whole, and how many facts about it rest on it? Reference figures such as population do not count.
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql).
SELECT coalesce(place.successor, statement.region) AS region, source, source.date, source.text_sha256 IS NOT NULL AS is_read_whole, count(*) AS facts
FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS statement
JOIN sources AS source USING (source)
JOIN kim.known_places AS place ON place.ags = statement.region
WHERE statement.fact_table <> 'indicators'
GROUP BY ALL
ORDER BY region, source;
