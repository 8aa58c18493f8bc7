-- How many statements on these subjects does the as-of date leave out everywhere because they bear no date?
-- Needs: as_of (kim/as_of.sql).
SELECT count(*) AS undated
FROM as_of('facts', NULL::DATE, $known_on::TIMESTAMP) AS statement
WHERE statement.held_from IS NULL AND list_contains($subjects::VARCHAR[], statement.fact_table);
