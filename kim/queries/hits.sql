-- In which entries do these words stand? Of each kind those in which most of the words stand, the best first.
-- `asked`, `words`, `distances`: what found_words.sql gives. `own`, then `chosen`: places (AGS) that come first, with those they came after.
-- `named`: the places, where the words name some, that are shown of all places. `most` of each kind, after the first `skip`.
-- Last stand entries that have a word only as another part of speech (distance 3), and paragraphs that are mere headings.
-- Statements only as they were known and held on the days; `of_kind` counts what the limit leaves out.
-- Needs: as_of (kim/as_of.sql).
WITH
meant AS (
    SELECT unnest($asked::INTEGER[]) AS asked, unnest($words::INTEGER[]) AS word, unnest($distances::INTEGER[]) AS distance
),
standing AS (
    SELECT posting.entry, meant.asked, min(meant.distance) AS distance
    FROM meant JOIN kim.search_postings AS posting USING (word)
    GROUP BY posting.entry, meant.asked
),
rarity AS (SELECT asked, 1 / count(*) AS rarity FROM standing GROUP BY asked),
found AS (
    SELECT
        entry, count(*) AS found, sum(rarity) AS rarity, sum(distance) AS distance,
        count(*) FILTER (distance = 3) AS other_speech
    FROM standing JOIN rarity USING (asked)
    GROUP BY entry
),
shown AS (
    SELECT
        entry.entry, entry.kind, entry.words, entry.is_certain,
        found.found, found.rarity, found.distance, found.other_speech,
        entry.kind = 'paragraph' AND entry.words < 4 AS is_heading,
        CASE
            WHEN list_contains($own::VARCHAR[], entry.region) THEN 0
            WHEN list_contains($chosen::VARCHAR[], entry.region) THEN 1
            ELSE 2
        END AS nearness
    FROM found
    JOIN kim.as_of('search_entries', $held_on::DATE, $known_on::TIMESTAMP) AS entry USING (entry)
    WHERE entry.kind <> 'place' OR len($named::VARCHAR[]) = 0 OR list_contains($named::VARCHAR[], entry.region)
),
best AS (SELECT kind, max(found) AS found FROM shown GROUP BY kind),
ranked AS (
    SELECT
        shown.*,
        count(*) OVER (PARTITION BY kind) AS of_kind,
        row_number() OVER (
            PARTITION BY kind ORDER BY rarity DESC, other_speech, nearness, is_heading, distance, words, entry
        ) AS rank
    FROM shown SEMI JOIN best USING (kind, found)
)
SELECT
    entry.kind, entry.fact_table, entry.fact, entry.name, entry.paragraph, entry.region,
    ranked.found, ranked.of_kind, coalesce(ranked.is_certain, true) AS is_certain
FROM ranked JOIN kim.search_entries AS entry USING (entry)
WHERE ranked.rank BETWEEN $skip + 1 AND $skip + $most
ORDER BY entry.kind, ranked.rank;
