-- On which day did we first have each document?
SELECT source, min(known_from)::DATE::VARCHAR AS day
FROM sources_statements
GROUP BY source
ORDER BY source;
