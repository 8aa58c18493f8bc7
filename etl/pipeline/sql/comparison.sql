-- How does each row of an upload stand against what the base holds?
-- Needs: base_statements, incoming (views, etl/pipeline/merge.py).
CREATE OR REPLACE TEMP TABLE comparison AS
SELECT
    incoming.fact,
    CASE
        WHEN held.fact IS NULL THEN 'new'
        WHEN held.content = incoming.content THEN 'same'
        ELSE 'changed'
    END AS state,
    hash(incoming.fact, incoming.content, held.content) AS difference
FROM incoming
LEFT JOIN (FROM base_statements WHERE known_to = 'infinity' AND NOT retracted) AS held USING (fact);
