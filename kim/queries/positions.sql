-- Which figures on posts held last, for each place, module, function, unit, measure, status, employer, area and pay group?
-- Posts that were all cut later are not there any more; nor are they filled when all of them fell vacant, or vacant when filled.
-- A version that an earlier program made knows no pay groups.
-- Needs: told (kim/told.sql).
WITH
statement AS (
    SELECT NULL::VARCHAR AS pay_group WHERE false
    UNION ALL BY NAME
    FROM kim.told('positions', $held_on, $known_on, $regions)
),
last AS (
    FROM statement
    WHERE $unit IS NULL OR unit = $unit
    QUALIFY rank() OVER (
        PARTITION BY region, module, function, unit, measure, status, employer, workplace, area, pay_group
        ORDER BY held_from DESC NULLS LAST
    ) = 1
),
ended AS (
    SELECT last.fact
    FROM last JOIN last AS later ON
        later.region = last.region AND later.unit = last.unit
        AND later.module IS NOT DISTINCT FROM last.module
        AND later.function IS NOT DISTINCT FROM last.function
        AND later.employer IS NOT DISTINCT FROM last.employer
        AND later.workplace IS NOT DISTINCT FROM last.workplace
        AND later.area IS NOT DISTINCT FROM last.area
        AND later.pay_group IS NOT DISTINCT FROM last.pay_group
    WHERE last.measure = 'total' AND later.measure = 'total'
        AND later.held_from > last.held_from AND later.quantity >= last.quantity
        AND (
            later.status = 'cut'
            OR (last.status, later.status) IN (('filled', 'vacant'), ('vacant', 'filled'))
        )
)
SELECT last.*, employer.name AS employer_name
FROM last
LEFT JOIN organisations AS employer ON employer.organisation = last.employer
WHERE last.fact NOT IN (FROM ended)
ORDER BY last.module NULLS LAST, last.region, last.held_from NULLS LAST, last.fact;
