-- What was decided about the chosen places, and what of it was rescinded again, by what?
-- Needs: decided (kim/decided.sql).
FROM kim.decided('decisions', $held_on, $known_on, $regions)
ORDER BY region, held_from_earliest NULLS LAST, source, paragraph, fact;
