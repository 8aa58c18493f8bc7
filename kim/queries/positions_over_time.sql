-- How did the total number of posts develop, for each series of which several dates are known?
-- What is only applied for, vacant or cut is no number of posts that are there.
-- Needs: told (kim/told.sql).
FROM kim.told('positions', $held_on, $known_on, $regions)
WHERE unit = 'posts' AND measure = 'total' AND quantity IS NOT NULL AND (as_of IS NOT NULL OR held_from_earliest IS NOT NULL)
    AND status NOT IN ('applied_for', 'vacant', 'cut')
QUALIFY count(DISTINCT held_from_latest) OVER (
    PARTITION BY region, module, function, status, employer, workplace, area, pay_group
) > 1
ORDER BY region, module NULLS LAST, function, status, employer, workplace, area, pay_group, held_from_latest, fact;
