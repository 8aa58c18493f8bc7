-- Which places that are gone, and of which more is said than a statistic, came before the chosen ones?
-- Needs: known_places (kim/known_places.sql).
SELECT place.ags, place.successor
FROM kim.known_places AS place
WHERE list_contains($regions::VARCHAR[], place.successor)
    AND place.ags IN (SELECT region FROM kim.facts WHERE fact_table <> 'indicators')
ORDER BY place.ags;
