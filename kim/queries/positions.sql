-- Which figures on posts held last, for each place, module, function, unit, measure, status, employer and area?
-- Needs: told (kim/told.sql).
SELECT statement.*, employer.name AS employer_name
FROM kim.told('positions', $held_on, $known_on, $regions) AS statement
LEFT JOIN organisations AS employer ON employer.organisation = statement.employer
WHERE $unit IS NULL OR statement.unit = $unit
QUALIFY rank() OVER (
    PARTITION BY statement.region, statement.module, statement.function, statement.unit, statement.measure,
        statement.status, statement.employer, statement.workplace, statement.area
    ORDER BY statement.held_from DESC NULLS LAST
) = 1
ORDER BY statement.module NULLS LAST, statement.region, statement.held_from NULLS LAST, statement.fact;
