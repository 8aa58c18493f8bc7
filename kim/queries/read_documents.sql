-- Which documents speak of which place? Reference figures such as population do not count.
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql).
SELECT DISTINCT coalesce(place.successor, statement.region) AS region, source, source.date
FROM kim.as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS statement
JOIN sources AS source USING (source)
JOIN kim.known_places() AS place ON place.ags = statement.region
WHERE statement.fact_table <> 'indicators'
ORDER BY region, source;
