-- Which questions on money were asked about the chosen places?
SELECT
    place.name AS place,
    question.* EXCLUDE (load, retracted, known_from, known_to),
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text
FROM as_of('open_questions', $held_on::DATE, $known_on::DATE) AS question
JOIN regions AS place ON place.ags = question.region
JOIN sources AS source USING (source)
WHERE question.region IN (SELECT unnest($regions::VARCHAR[]))
    AND regexp_matches(question.question, 'kost|eigenanteil|geld|zuwendung|zuschuss|zuschüss|förder|finanz|euro|haushalt|budget', 'i')
ORDER BY question.region, question.source, question.paragraph, question.fact;
