-- How many facts of the base do new rows of an upload stand beside, at the very same words of the same document?
-- Needs: base_statements, incoming (views, etl/pipeline/merge.py); comparison (comparison.sql).
SELECT count(DISTINCT held.fact)
FROM incoming
JOIN (FROM base_statements WHERE known_to = 'infinity' AND NOT retracted) AS held
    USING (region, source, anchor)
WHERE incoming.fact IN (SELECT fact FROM comparison WHERE state = 'new')
    AND held.fact NOT IN (SELECT fact FROM comparison)
    AND held.paragraph IS NOT DISTINCT FROM incoming.paragraph;
