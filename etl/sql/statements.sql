-- All statements of one fact table: the old ones with their known interval, then what this load adds and withdraws;
-- each with the day it held from (its own date, else its document's) and how it stands against the text.
WITH
new AS (FROM query_table($new)),
newest AS (FROM query_table($newest)),
arrived AS (
    SELECT new.*, false AS retracted
    FROM new LEFT JOIN newest USING (fact)
    WHERE newest.fact IS NULL OR new IS DISTINCT FROM newest
),
gone AS (
    SELECT newest.*, true AS retracted
    FROM newest ANTI JOIN new USING (fact)
),
added AS (FROM arrived UNION ALL FROM gone),
statements AS (
    SELECT old.* REPLACE (
        CASE WHEN old.known_to = 'infinity' AND added.fact IS NOT NULL THEN $now::TIMESTAMP ELSE old.known_to END AS known_to
    )
    FROM query_table($old) AS old LEFT JOIN added USING (fact)
    UNION ALL BY NAME
    SELECT * EXCLUDE (faults), $load::INTEGER AS load, $now::TIMESTAMP AS known_from, TIMESTAMP 'infinity' AS known_to
    FROM added
)
SELECT
    statement.*,
    coalesce(first_day(statement.as_of), first_day(source.date)) AS held_from,
    CASE
        WHEN paragraph.text IS NULL THEN 'unproven'
        WHEN contains(paragraph.text, statement.anchor) THEN 'proven'
        ELSE 'contradicted'
    END AS proof
FROM statements AS statement
LEFT JOIN scratch.sources AS source USING (source)
LEFT JOIN main.paragraphs AS paragraph
    ON paragraph.source = statement.source AND paragraph.paragraph = statement.paragraph
ORDER BY statement.region, held_from, statement.fact, statement.load;
