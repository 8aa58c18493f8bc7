-- In which entries does each word stand? An entry is whatever the search finds: a statement, a place, a paragraph.
-- Words are in small letters (`written`: as they stand in a text, with a capital where they have one); numbers have no points between thousands; function words (such as "und") are left out.
-- Needs: variables function_words (etl/pipeline/index.py).
CREATE OR REPLACE TABLE scratch.search_numbered AS
SELECT
    (row_number() OVER (
        ORDER BY kind, region, held_from_earliest DESC NULLS LAST, fact_table, name, paragraph, fact, known_from
    ))::INTEGER AS entry, *
FROM scratch.search_texts;

CREATE OR REPLACE TABLE scratch.search_spelled AS
WITH
written AS (
    SELECT entry, unnest(regexp_extract_all(
        nfc_normalize(content), '\p{Nd}+(?:[.,/]\p{Nd}+)*|\p{L}[\p{L}\p{N}]*'
    )) AS word
    FROM scratch.search_numbered
)
SELECT
    entry,
    CASE
        WHEN regexp_full_match(word, '[0-9]{1,3}([.][0-9]{3})+(,[0-9]+)?') THEN replace(word, '.', '')
        ELSE lower(word)
    END AS spelled,
    min(word) AS written
FROM written
WHERE NOT list_contains(getvariable('function_words')::VARCHAR[], lower(word))
GROUP BY ALL;

CREATE OR REPLACE TABLE draft.search_entries AS
SELECT numbered.* EXCLUDE (content), count(found.spelled)::INTEGER AS words
FROM scratch.search_numbered AS numbered
LEFT JOIN scratch.search_spelled AS found USING (entry)
GROUP BY ALL
ORDER BY entry;

-- What only a few places have in their names is a name of its own, unlike "Kreis" or "Bad".
CREATE OR REPLACE TABLE draft.search_words AS
SELECT
    (row_number() OVER (ORDER BY spelled))::INTEGER AS word,
    spelled,
    min(written) AS written,
    count(*)::INTEGER AS entries,
    count(*) FILTER (entry.kind = 'place') BETWEEN 1 AND 3 AS is_name
FROM scratch.search_spelled
JOIN draft.search_entries AS entry USING (entry)
GROUP BY spelled
ORDER BY spelled;

CREATE OR REPLACE TABLE draft.search_postings AS
SELECT words.word, found.entry
FROM scratch.search_spelled AS found
JOIN draft.search_words AS words USING (spelled)
ORDER BY words.word, found.entry;
