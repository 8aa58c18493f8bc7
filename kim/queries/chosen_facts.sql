-- What do the documents say in these statements of one table, as they were known and held on the days?
-- Needs: told (kim/told.sql).
FROM kim.told($table, $held_on, $known_on, $regions)
WHERE list_contains($facts::UBIGINT[], fact)
ORDER BY region, held_from_earliest NULLS LAST, source, paragraph, fact;
