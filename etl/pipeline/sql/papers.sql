-- Between which days was each document written? It is at the latest of the day on which we first had it.
-- Needs: earliest_day, latest_day (macros.sql).
CREATE OR REPLACE TEMP TABLE papers AS
SELECT
    source,
    earliest_day(date) AS earliest,
    greatest(
        earliest_day(date),
        least(latest_day(date), coalesce(earliest_day(received), first_had.day))
    ) AS latest
FROM draft.sources
JOIN (
    SELECT source, min(known_from)::DATE AS day FROM draft.sources_statements GROUP BY source
) AS first_had USING (source);
