-- What do the places, organisations, documents and paragraphs say that the search finds them by?
-- They stand beside the statements in `scratch`, with the words of codes (etl/pipeline/index.py).
INSERT INTO scratch.search_texts BY NAME
SELECT 'place' AS kind, ags AS name, ags AS region, name AS content FROM draft.regions
UNION ALL BY NAME
SELECT 'organisation' AS kind, organisation AS name, concat_ws(' ', organisation.name, codes.words) AS content
FROM draft.organisations AS organisation
LEFT JOIN scratch.search_codes AS codes ON codes.field = 'organisations.kind' AND codes.code = organisation.kind
UNION ALL BY NAME
SELECT
    'document' AS kind, source AS name, source.region,
    concat_ws(' ', title, reference, body, codes.words, place.name, regexp_extract(date, '[0-9]{4}')) AS content
FROM draft.sources AS source
LEFT JOIN draft.regions AS place ON place.ags = source.region
LEFT JOIN scratch.search_codes AS codes ON codes.field = 'sources.kind' AND codes.code = source.kind
UNION ALL BY NAME
SELECT
    'paragraph' AS kind, paragraph.source AS name, paragraph.paragraph, source.region,
    concat_ws(' ', paragraph.text, place.name) AS content
FROM draft.paragraphs AS paragraph
JOIN draft.sources AS source USING (source)
LEFT JOIN draft.regions AS place ON place.ags = source.region;
