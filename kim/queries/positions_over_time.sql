-- How did the total number of posts develop, for each series of which several dates are known?
-- What is only applied for, vacant or cut is no number of posts that are there.
-- A version that an earlier program made knows no pay groups.
-- Needs: told (kim/told.sql).
WITH statement AS (
    SELECT NULL::VARCHAR AS pay_group WHERE false
    UNION ALL BY NAME
    FROM kim.told('positions', $held_on, $known_on, $regions)
)
FROM statement
WHERE unit = 'posts' AND measure = 'total' AND quantity IS NOT NULL AND held_from IS NOT NULL
    AND status NOT IN ('applied_for', 'vacant', 'cut')
QUALIFY count(DISTINCT held_from) OVER (
    PARTITION BY region, module, function, status, employer, workplace, area, pay_group
) > 1
ORDER BY region, module NULLS LAST, function, status, employer, workplace, area, pay_group, held_from, fact;
