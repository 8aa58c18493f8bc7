-- What does data/ say otherwise than with its last word: rows that are new or changed, and rows that are gone?
-- Needs: base_statements, incoming (views, etl/pipeline/merge.py); layers (layers.sql).
CREATE OR REPLACE TEMP TABLE says AS
WITH
last_words AS MATERIALIZED (
    SELECT
        fact, max(load) AS load, arg_max(retracted, load) AS retracted, arg_max(content, load) AS content
    FROM base_statements SEMI JOIN (FROM layers WHERE layer = 0) USING (load)
    GROUP BY fact
),
stated AS (FROM last_words WHERE NOT retracted),
gone AS (SELECT fact, load FROM stated ANTI JOIN incoming USING (fact))
SELECT *, false AS retracted
FROM incoming ANTI JOIN stated USING (fact, content)
UNION ALL BY NAME
SELECT DISTINCT ON (fact) * EXCLUDE (load, known_from, known_to) REPLACE (true AS retracted)
FROM base_statements SEMI JOIN gone USING (fact, load)
WHERE NOT retracted;
