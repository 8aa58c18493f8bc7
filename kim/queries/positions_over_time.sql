-- How did the total number of posts develop, for each series of which several dates are known?
SELECT
    place.name AS place,
    statement.* EXCLUDE (load, retracted, known_from, known_to),
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text
FROM as_of('positions', $held_on::DATE, $known_on::DATE) AS statement
JOIN regions AS place ON place.ags = statement.region
JOIN sources AS source USING (source)
WHERE statement.region IN (SELECT unnest($regions::VARCHAR[]))
    AND statement.unit = 'posts' AND statement.measure = 'total'
    AND statement.quantity IS NOT NULL AND statement.held_from IS NOT NULL
QUALIFY count(DISTINCT statement.held_from) OVER (
    PARTITION BY statement.region, statement.module, statement.function, statement.status,
        statement.employer, statement.workplace, statement.area
) > 1
ORDER BY statement.region, statement.module NULLS LAST, statement.function, statement.status, statement.employer,
    statement.workplace, statement.area, statement.held_from, statement.fact;
