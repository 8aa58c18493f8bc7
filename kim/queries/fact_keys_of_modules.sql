-- Which facts on these modules ('' for those that name none) about the chosen places come after the first few, so many of them ($most NULL: all)?
-- Needs: told (kim/told.sql).
SELECT fact FROM kim.told($table, $held_on, $known_on, $regions)
WHERE list_contains($modules::VARCHAR[], coalesce(module, ''))
ORDER BY region, held_from_earliest NULLS LAST, source, paragraph, fact
LIMIT $most OFFSET $skip;
