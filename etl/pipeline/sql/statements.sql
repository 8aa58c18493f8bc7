-- What one table says after a load: what the base says, its known interval closed where the load makes another
-- statement win, then the statements that win now, what is withdrawn, and what the load says without winning.
-- `layers` names the loads that count; all loads of data/ are one layer, every upload is its own.
-- A fact that the base does not know needs no contest: that is most of a large upload.
WITH
known AS MATERIALIZED (SELECT DISTINCT fact FROM base_statements),
touched AS MATERIALIZED (
    SELECT fact FROM says SEMI JOIN known USING (fact)
    UNION
    SELECT fact FROM base_statements WHERE load = getvariable('about')
),
candidates AS (
    SELECT fact, load, layer, retracted, content
    FROM base_statements JOIN layers USING (load) SEMI JOIN touched USING (fact)
    WHERE counts
    UNION ALL
    SELECT fact, load, layer, retracted, content
    FROM says SEMI JOIN touched USING (fact) JOIN layers ON load = getvariable('load')
),
last_words AS (
    SELECT fact, layer, max(load) AS load, arg_max(retracted, load) AS retracted, arg_max(content, load) AS content
    FROM candidates GROUP BY fact, layer
),
winners AS (
    SELECT fact, max(load) AS load, arg_max(content, load) AS content
    FROM last_words WHERE NOT retracted GROUP BY fact
),
held AS MATERIALIZED (
    SELECT fact, content, retracted, coalesce(counts, false) AS counts
    FROM base_statements LEFT JOIN layers USING (load) SEMI JOIN touched USING (fact)
    WHERE known_to = 'infinity'
),
opened AS MATERIALIZED (
    SELECT fact, winners.load
    FROM winners LEFT JOIN held USING (fact)
    WHERE held.fact IS NULL OR held.retracted OR NOT held.counts OR held.content <> winners.content
),
withdrawn AS MATERIALIZED (
    SELECT fact FROM held ANTI JOIN winners USING (fact) WHERE NOT held.retracted
),
closed AS MATERIALIZED (SELECT fact FROM opened UNION ALL SELECT fact FROM withdrawn),
by_this_load AS MATERIALIZED (
    SELECT fact FROM opened WHERE load = getvariable('load')
    UNION ALL
    SELECT fact FROM says ANTI JOIN known USING (fact)
)
SELECT base_statements.* REPLACE (
    CASE
        WHEN known_to = 'infinity' AND closed.fact IS NOT NULL THEN getvariable('now')::TIMESTAMP
        ELSE known_to
    END AS known_to
)
FROM base_statements LEFT JOIN closed USING (fact)
UNION ALL BY NAME
SELECT
    *, getvariable('load')::INTEGER AS load,
    getvariable('now')::TIMESTAMP AS known_from, TIMESTAMP 'infinity' AS known_to
FROM says SEMI JOIN by_this_load USING (fact)
UNION ALL BY NAME
SELECT DISTINCT ON (fact) base_statements.* REPLACE (
    getvariable('now')::TIMESTAMP AS known_from, TIMESTAMP 'infinity' AS known_to
)
FROM base_statements SEMI JOIN opened USING (fact, load)
WHERE NOT retracted
UNION ALL BY NAME
SELECT base_statements.* REPLACE (
    true AS retracted, getvariable('load')::INTEGER AS load,
    getvariable('now')::TIMESTAMP AS known_from
)
FROM base_statements SEMI JOIN withdrawn USING (fact)
WHERE known_to = 'infinity'
UNION ALL BY NAME
SELECT
    *, getvariable('load')::INTEGER AS load,
    getvariable('now')::TIMESTAMP AS known_from, getvariable('now')::TIMESTAMP AS known_to
FROM says ANTI JOIN by_this_load USING (fact)
WHERE NOT (retracted AND fact IN (FROM withdrawn));
