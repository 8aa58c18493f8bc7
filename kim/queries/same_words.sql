-- Which statement of today was made of the same words of a document, about the same place and day, as one that was taken back?
-- Needs: as_of (kim/as_of.sql).
SELECT now.fact
FROM kim.as_of($table, NULL::DATE, NULL::DATE) AS now
JOIN (
    SELECT DISTINCT region, as_of, source, paragraph, anchor
    FROM query_table('kim.' || $table)
    WHERE fact = $fact::UBIGINT
) AS before
    ON before.region = now.region AND before.source = now.source AND before.anchor = now.anchor
    AND before.as_of IS NOT DISTINCT FROM now.as_of AND before.paragraph IS NOT DISTINCT FROM now.paragraph
WHERE now.fact <> $fact::UBIGINT
ORDER BY now.fact;
