-- Which bodies steer in the chosen places, and where do they sit?
SELECT
    place.name AS place,
    statement.* EXCLUDE (load, retracted, known_from, known_to),
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text,
    host.name AS host_name
FROM as_of('bodies', $held_on::DATE, $known_on::DATE) AS statement
JOIN regions AS place ON place.ags = statement.region
JOIN sources AS source USING (source)
LEFT JOIN organisations AS host ON host.organisation = statement.host
WHERE statement.region IN (SELECT unnest($regions::VARCHAR[]))
ORDER BY statement.region, statement.held_from NULLS LAST, statement.source, statement.paragraph, statement.fact;
