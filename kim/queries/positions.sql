-- Which figures on posts held last, for each place, module, function, unit, measure, status, employer, area and pay group?
-- The newest that certainly held on the day, and those that only may have followed it by then.
-- Posts that were all cut later are not there any more; nor are they filled when all of them fell vacant, or vacant when filled.
-- Needs: told (kim/told.sql).
WITH
told AS MATERIALIZED (
    FROM kim.told('positions', $held_on, $known_on, $regions) WHERE $unit IS NULL OR unit = $unit
),
sure AS (
    SELECT
        region, module, function, unit, measure, status, employer, workplace, area, pay_group,
        max(held_from_earliest) AS newest
    FROM told
    WHERE is_certain
    GROUP BY ALL
),
last AS (
    SELECT told.*
    FROM told
    LEFT JOIN sure ON
        sure.region = told.region AND sure.unit = told.unit
        AND sure.measure = told.measure AND sure.status = told.status
        AND sure.module IS NOT DISTINCT FROM told.module
        AND sure.function IS NOT DISTINCT FROM told.function
        AND sure.employer IS NOT DISTINCT FROM told.employer
        AND sure.workplace IS NOT DISTINCT FROM told.workplace
        AND sure.area IS NOT DISTINCT FROM told.area
        AND sure.pay_group IS NOT DISTINCT FROM told.pay_group
    WHERE CASE
        WHEN told.is_certain THEN told.held_from_earliest IS NOT DISTINCT FROM sure.newest
        ELSE sure.region IS NULL OR told.held_from_earliest > coalesce(sure.newest, DATE '-infinity')
    END
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
    WHERE last.measure = 'total' AND later.measure = 'total' AND later.is_certain
        AND later.held_from_earliest > last.held_from_earliest AND later.quantity >= last.quantity
        AND (
            later.status = 'cut'
            OR (last.status, later.status) IN (('filled', 'vacant'), ('vacant', 'filled'))
        )
)
SELECT last.*, employer.name AS employer_name
FROM last
LEFT JOIN organisations AS employer ON employer.organisation = last.employer
WHERE last.fact NOT IN (FROM ended)
ORDER BY last.module NULLS LAST, last.region, last.held_from_earliest NULLS LAST, last.fact;
