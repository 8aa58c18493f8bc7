-- Which figures on posts held last, for each place, module, function, unit, measure, status, employer and area?
-- The newest that certainly held on the day, and those that only may have followed it by then.
-- Needs: told (kim/told.sql).
SELECT statement.*, employer.name AS employer_name
FROM kim.told('positions', $held_on, $known_on, $regions) AS statement
LEFT JOIN organisations AS employer ON employer.organisation = statement.employer
WHERE $unit IS NULL OR statement.unit = $unit
WINDOW series AS (
    PARTITION BY statement.region, statement.module, statement.function, statement.unit, statement.measure,
        statement.status, statement.employer, statement.workplace, statement.area
)
QUALIFY CASE
    WHEN is_certain THEN rank() OVER (
        PARTITION BY statement.region, statement.module, statement.function, statement.unit, statement.measure,
            statement.status, statement.employer, statement.workplace, statement.area, is_certain
        ORDER BY statement.held_from_earliest DESC NULLS LAST
    ) = 1
    ELSE NOT coalesce(bool_or(is_certain) OVER series, false)
        OR held_from_earliest > coalesce(max(held_from_earliest) FILTER (is_certain) OVER series, DATE '-infinity')
END
ORDER BY statement.module NULLS LAST, statement.region, statement.held_from_earliest NULLS LAST, statement.fact;
