-- On which days may the events and decisions of the chosen places lie?
-- Needs: told (kim/told.sql).
WITH dated AS (
    SELECT 'milestones' AS fact_table, fact, edtf_days(date) AS days
    FROM kim.told('milestones', NULL::DATE, $known_on, $regions)
    UNION ALL
    SELECT 'decisions', fact, edtf_days(date)
    FROM kim.told('decisions', NULL::DATE, $known_on, $regions)
)
SELECT fact_table, fact, days.first AS first_day, days.last AS last_day
FROM dated
WHERE days.first IS NOT NULL OR days.last IS NOT NULL
ORDER BY fact_table, fact;
