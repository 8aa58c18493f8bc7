-- Of which facts about the chosen places is another statement known at $until than at $since (UTC), and when did that come to be?
-- Needs: as_of (kim/as_of.sql); with_predecessors (kim/with_predecessors.sql).
WITH
before AS (
    SELECT fact_table, fact, known_from
    FROM kim.as_of('facts', NULL::DATE, $since::TIMESTAMP)
    WHERE region IN (FROM kim.with_predecessors($regions))
),
after AS (
    SELECT fact_table, fact, known_from
    FROM kim.as_of('facts', NULL::DATE, $until::TIMESTAMP)
    WHERE region IN (FROM kim.with_predecessors($regions))
),
withdrawn AS (
    SELECT fact_table, fact, max(known_from) AS known_from
    FROM kim.facts
    WHERE retracted AND known_from < $until::TIMESTAMP AND known_to >= $until::TIMESTAMP
        AND region IN (FROM kim.with_predecessors($regions))
    GROUP BY fact_table, fact
)
SELECT fact_table, fact, coalesce(after.known_from, withdrawn.known_from) AS known_from
FROM before
FULL JOIN after USING (fact_table, fact)
LEFT JOIN withdrawn USING (fact_table, fact)
WHERE before.known_from IS DISTINCT FROM after.known_from
ORDER BY fact_table, fact;
