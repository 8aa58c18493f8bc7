-- What one fact table says after a load: what the base says, its known interval closed where the load says
-- otherwise, then what the load adds and withdraws.
WITH
newest AS (
    SELECT * EXCLUDE (load, retracted, known_from, known_to)
    FROM base_statements
    WHERE known_to = 'infinity' AND NOT retracted
),
-- A hash stands for the whole row: it is compared within this query only, never kept.
arrived AS (
    SELECT incoming.*, false AS retracted
    FROM incoming ANTI JOIN (SELECT fact, hash(newest) AS content FROM newest) AS known
        ON known.fact = incoming.fact AND known.content = hash(incoming)
),
gone AS (
    SELECT newest.*, true AS retracted
    FROM newest ANTI JOIN (SELECT fact FROM incoming) AS stated USING (fact)
),
added AS (FROM arrived UNION ALL FROM gone)
SELECT base_statements.* REPLACE (
    CASE
        WHEN known_to = 'infinity' AND added.fact IS NOT NULL THEN getvariable('now')::TIMESTAMP
        ELSE known_to
    END AS known_to
)
FROM base_statements LEFT JOIN (SELECT fact FROM added) AS added USING (fact)
UNION ALL BY NAME
SELECT
    *, getvariable('load')::INTEGER AS load,
    getvariable('now')::TIMESTAMP AS known_from, TIMESTAMP 'infinity' AS known_to
FROM added;
