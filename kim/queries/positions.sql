-- Which figures on posts held last, for each place, module, function, unit, measure, status, employer and area?
SELECT
    place.name AS place,
    statement.* EXCLUDE (load, retracted, known_from, known_to),
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text,
    employer.name AS employer_name
FROM as_of('positions', $held_on::DATE, $known_on::DATE) AS statement
JOIN regions AS place ON place.ags = statement.region
JOIN sources AS source USING (source)
LEFT JOIN organisations AS employer ON employer.organisation = statement.employer
WHERE statement.region IN (SELECT unnest($regions::VARCHAR[]))
    AND ($unit IS NULL OR statement.unit = $unit)
QUALIFY rank() OVER (
    PARTITION BY statement.region, statement.module, statement.function, statement.unit, statement.measure,
        statement.status, statement.employer, statement.workplace, statement.area
    ORDER BY statement.held_from DESC NULLS LAST
) = 1
ORDER BY statement.module NULLS LAST, statement.region, statement.held_from NULLS LAST, statement.fact;
