-- Which places can be chosen: the Land, all districts and independent cities, and the municipalities something is said of?
SELECT place.ags, place.name, place.kind, place.parent, district.name AS district
FROM regions AS place
LEFT JOIN regions AS district ON district.ags = place.parent AND place.kind = 'municipality'
WHERE place.kind <> 'municipality'
    OR place.ags IN (SELECT region FROM kim.facts WHERE fact_table <> 'indicators')
ORDER BY place.ags;
