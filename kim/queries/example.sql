-- Which row of a fact table serves as an example? The newest one that its document proves, if there is one.
-- Needs: as_of (kim/as_of.sql).
SELECT * FROM kim.as_of($table, NULL, NULL)
ORDER BY proof = 'proven' DESC, held_from_earliest DESC NULLS LAST, fact
LIMIT 1;
