-- Which facts on one subject about the chosen places come after the first few, so many of them ($most NULL: all)?
-- Needs: told (kim/told.sql).
SELECT fact FROM kim.told($table, $held_on, $known_on, $regions)
ORDER BY region, held_from_earliest NULLS LAST, source, paragraph, fact
LIMIT $most OFFSET $skip;
