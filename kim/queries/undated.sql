-- How many statements on one subject about the chosen places does the as-of date leave out because they bear no date?
-- Needs: as_of (kim/as_of.sql); with_predecessors (kim/with_predecessors.sql).
SELECT count(*) AS undated
FROM as_of($table, NULL::DATE, $known_on::DATE) AS statement
WHERE statement.held_from IS NULL AND statement.region IN (FROM kim.with_predecessors($regions));
