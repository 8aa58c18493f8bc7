-- What do the documents say on one subject about the chosen places?
SELECT
    place.name AS place,
    statement.* EXCLUDE (load, retracted, known_from, known_to),
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text
FROM as_of($table, $held_on::DATE, $known_on::DATE) AS statement
JOIN regions AS place ON place.ags = statement.region
JOIN sources AS source USING (source)
WHERE statement.region IN (SELECT unnest($regions::VARCHAR[]))
ORDER BY statement.region, statement.held_from NULLS LAST, statement.source, statement.paragraph, statement.fact;
