-- Which questions on money were asked about the chosen places?
-- Needs: told (kim/told.sql).
FROM kim.told('open_questions', $held_on, $known_on, $regions)
WHERE regexp_matches(question, 'kost|eigenanteil|geld|zuwendung|zuschuss|zuschüss|förder|finanz|euro|haushalt|budget', 'i')
ORDER BY region, source, paragraph, fact;
