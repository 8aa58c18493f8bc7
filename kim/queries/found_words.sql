-- Which words of the version are meant by these? `asked` numbers the words of the search, `terms` are their stems.
-- `distance`: 0 for the word itself, 1 for another form of it, 2 for a compound that it is a part of, 3 for what only shares
-- its stem: of a noun (`nouns`) and a word that no text writes with a capital the one is found by the other, as "Stelle" by "gestellt".
-- The name of a place (`names`, NULL for what is none) has no form but its genitive: "Rheine" does not mean "Rhein".
WITH
named AS (
    SELECT unnest($asked::INTEGER[]) AS asked, unnest($words::VARCHAR[]) AS said, unnest($terms::VARCHAR[]) AS term,
        unnest($nouns::BOOLEAN[]) AS is_noun, unnest($names::VARCHAR[]) AS name
)
SELECT
    named.asked, known.word, known.spelled,
    min(CASE
        WHEN known.spelled = named.said THEN 0
        WHEN named.is_noun = (known.written[1] = lower(known.written[1])) THEN 3
        WHEN form.is_part THEN 2
        ELSE 1
    END) AS distance
FROM named
JOIN kim.search_forms AS form USING (term)
JOIN kim.search_words AS known ON known.spelled = form.spelled
WHERE CASE
    WHEN known.is_name THEN form.is_part OR known.spelled = named.name
    WHEN named.name IS NOT NULL THEN contains(known.spelled, named.name)
    ELSE true
END
GROUP BY named.asked, known.word, known.spelled
ORDER BY named.asked, distance, known.spelled;
