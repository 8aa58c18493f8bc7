-- What do the documents say on one subject about the chosen places?
-- Needs: told (kim/told.sql).
FROM kim.told($table, $held_on, $known_on, $regions)
ORDER BY region, held_from_earliest NULLS LAST, source, paragraph, fact;
