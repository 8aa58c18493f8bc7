-- Which organisation has which role in KIM in the chosen places, and towards whom?
SELECT
    place.name AS place,
    statement.* EXCLUDE (load, retracted, known_from, known_to),
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text,
    organisation.name AS organisation_name,
    organisation.kind AS organisation_kind,
    counterpart.name AS counterpart_name
FROM as_of('carriers', $held_on::DATE, $known_on::DATE) AS statement
JOIN regions AS place ON place.ags = statement.region
JOIN sources AS source USING (source)
JOIN organisations AS organisation ON organisation.organisation = statement.organisation
LEFT JOIN organisations AS counterpart ON counterpart.organisation = statement.counterpart
WHERE statement.region IN (SELECT unnest($regions::VARCHAR[]))
ORDER BY statement.region, statement.held_from NULLS LAST, statement.source, statement.paragraph, statement.fact;
