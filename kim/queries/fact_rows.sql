-- What do the statements say that hold of these facts about the chosen places?
-- Needs: told (kim/told.sql).
FROM kim.told($table, $held_on, $known_on, $regions)
WHERE fact IN (SELECT unnest($facts::UBIGINT[]))
ORDER BY region, held_from_earliest NULLS LAST, source, paragraph, fact;
