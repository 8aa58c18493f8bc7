-- Which words of the version are meant by these? `asked` numbers the words of the search, `terms` are their stems.
-- `distance`: 0 for the word itself, 1 for another form of it, 2 for a compound that it is a part of.
-- The name of a place has no form but its genitive: "Rheine" is not "Rhein".
WITH
asked AS (
    SELECT unnest($asked::INTEGER[]) AS asked, unnest($words::VARCHAR[]) AS said, unnest($terms::VARCHAR[]) AS term
),
names AS (SELECT spelled FROM kim.search_words WHERE is_name)
SELECT
    asked.asked, known.word, known.spelled,
    min(CASE WHEN known.spelled = asked.said THEN 0 WHEN form.is_part THEN 2 ELSE 1 END) AS distance
FROM asked
JOIN kim.search_forms AS form USING (term)
JOIN kim.search_words AS known ON known.spelled = form.spelled
WHERE CASE
    WHEN known.is_name THEN known.spelled IN (asked.said, regexp_replace(asked.said, 's$', '')) OR form.is_part
    WHEN asked.said IN (FROM names) THEN contains(known.spelled, asked.said)
    ELSE true
END
GROUP BY asked.asked, known.word, known.spelled
ORDER BY asked.asked, distance, known.spelled;
