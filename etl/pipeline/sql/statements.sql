-- What one table says after a load; five parts, one below the other: what the base says, its known interval closed where
-- the load makes another statement win; what the load says and wins; earlier statements that win again; what is withdrawn;
-- what the load says without winning, known at no time.
-- `layers` names the loads that count; all loads of data/ are one layer, every upload is its own.
-- A fact that the base does not know needs no contest: that is most of a large upload.
-- Needs: base_statements (view, etl/pipeline/merge.py); says (says_of_data.sql or says_of_upload.sql); layers (layers.sql);
--   variables load, now, about (etl/pipeline/load_tables.py).
WITH
-- the facts that the base has ever had a statement of
known AS MATERIALIZED (SELECT DISTINCT fact FROM base_statements),
-- the facts whose winner may change: those that the load says something of, and those of the load that it is about
touched AS MATERIALIZED (
    SELECT fact FROM says SEMI JOIN known USING (fact)
    UNION
    SELECT fact FROM base_statements WHERE load = getvariable('about')
),
-- every word on a touched fact that counts: of earlier loads, and of this one
candidates AS (
    SELECT fact, load, layer, retracted, content
    FROM base_statements JOIN layers USING (load) SEMI JOIN touched USING (fact)
    WHERE counts
    UNION ALL
    SELECT
        fact, getvariable('load') AS load,
        (SELECT layer FROM layers WHERE load = getvariable('load')) AS layer, retracted, content
    FROM says SEMI JOIN touched USING (fact)
),
-- a layer says one thing of a fact: what its newest load said
last_words AS (
    SELECT fact, layer, max(load) AS load, arg_max(retracted, load) AS retracted, arg_max(content, load) AS content
    FROM candidates GROUP BY fact, layer
),
-- the newest of the last words that do not take the fact back wins; a fact without one has no winner
winners AS (
    SELECT fact, max(load) AS load, arg_max(content, load) AS content
    FROM last_words WHERE NOT retracted GROUP BY fact
),
-- what is known today of the touched facts, before this load
held AS MATERIALIZED (
    SELECT fact, content, retracted, coalesce(counts, false) AS counts
    FROM base_statements LEFT JOIN layers USING (load) SEMI JOIN touched USING (fact)
    WHERE known_to = 'infinity'
),
-- the facts whose winner is not what is known today, with the load whose statement is known from now on
opened AS MATERIALIZED (
    SELECT fact, winners.load
    FROM winners LEFT JOIN held USING (fact)
    WHERE held.fact IS NULL OR held.retracted OR NOT held.counts OR held.content <> winners.content
),
-- the facts that lose what is known today and have no winner
withdrawn AS MATERIALIZED (
    SELECT fact FROM held ANTI JOIN winners USING (fact) WHERE NOT held.retracted
),
-- the facts whose open statement ends now
closed AS MATERIALIZED (SELECT fact FROM opened UNION ALL SELECT fact FROM withdrawn),
-- the facts of which this load's statement is known from now on: it wins anew, or nobody ever said anything before
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
