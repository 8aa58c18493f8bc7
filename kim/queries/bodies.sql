-- Which bodies steer in the chosen places, and where do they sit?
-- Needs: told (kim/told.sql).
SELECT statement.*, host.name AS host_name
FROM kim.told('bodies', $held_on, $known_on, $regions) AS statement
LEFT JOIN organisations AS host ON host.organisation = statement.host
ORDER BY statement.region, statement.held_from_earliest NULLS LAST, statement.source, statement.paragraph, statement.fact;
