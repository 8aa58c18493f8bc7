-- What proves one fact: every statement ever made of it, with its source and the words of the paragraph?
-- A fact outlives its source and its place: what has left the collection is missing beside it.
-- Needs: known_places (kim/known_places.sql); is_read_from_text (kim/read_from_text.sql).
SELECT statement.* REPLACE (
        nullif(held_until_earliest, DATE 'infinity') AS held_until_earliest,
        nullif(held_until_latest, DATE 'infinity') AS held_until_latest
    ),
    coalesce(place.label, statement.region) AS place,
    source.title AS source_title, source.body AS source_body, source.kind AS source_kind,
    source.reference AS source_reference, source.date AS source_date, source.date_basis AS source_date_basis,
    source.url AS source_url,
    kim.is_read_from_text(source.text_sha256, statement.load, statement.proof) AS is_read_from_text,
    paragraph.text AS paragraph_text
FROM query_table('kim.' || $table) AS statement
LEFT JOIN kim.known_places AS place ON place.ags = statement.region
LEFT JOIN sources AS source USING (source)
LEFT JOIN paragraphs AS paragraph
    ON paragraph.source = statement.source AND paragraph.paragraph = statement.paragraph
WHERE statement.fact = $fact::UBIGINT AND statement.known_from < statement.known_to
ORDER BY statement.known_from DESC, statement.load DESC;
