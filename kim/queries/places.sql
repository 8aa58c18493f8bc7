-- Which places can be chosen: the Land, all districts and independent cities, and the municipalities something is said of?
-- One that is gone cannot: what is said of it stands with the place that came after.
-- Needs: known_places (kim/known_places.sql).
WITH spoken_of AS (
    SELECT coalesce(place.successor, place.ags) AS ags
    FROM kim.facts AS statement
    JOIN kim.known_places AS place ON place.ags = statement.region
    WHERE statement.fact_table <> 'indicators'
)
SELECT place.ags, place.name, place.kind, place.parent, district.name AS district
FROM kim.known_places AS place
LEFT JOIN regions AS district ON district.ags = place.parent AND place.kind = 'municipality'
WHERE place.valid_to IS NULL AND (place.kind <> 'municipality' OR place.ags IN (FROM spoken_of))
ORDER BY place.ags;
