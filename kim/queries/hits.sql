-- In which entries do these words stand? Of each kind those in which most of the words stand, the best first.
-- `asked`, `words`, `distances`: what found_words.sql gives. `own`, `chosen`: places (AGS) that come first.
-- `most` of each kind, after the first `skip`.
-- Statements only as they were known and held on the days; `of_kind` counts what the limit leaves out.
-- Needs: as_of (kim/as_of.sql); with_predecessors (kim/with_predecessors.sql).
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
    SELECT entry, count(*) AS found, sum(rarity) AS rarity, sum(distance) AS distance
    FROM standing JOIN rarity USING (asked)
    GROUP BY entry
),
shown AS (
    SELECT
        entry.*, found.found, found.rarity, found.distance,
        CASE
            WHEN entry.region IN (FROM kim.with_predecessors([$own])) THEN 0
            WHEN entry.region IN (FROM kim.with_predecessors($chosen)) THEN 1
            ELSE 2
        END AS nearness
    FROM found
    JOIN kim.as_of('search_entries', $held_on::DATE, $known_on::TIMESTAMP) AS entry USING (entry)
    QUALIFY found.found = max(found.found) OVER (PARTITION BY entry.kind)
)
SELECT *, count(*) OVER (PARTITION BY kind) AS of_kind
FROM shown
QUALIFY row_number() OVER (
    PARTITION BY kind
    ORDER BY rarity DESC, nearness, distance, words, region, held_from_earliest DESC NULLS LAST, entry
) BETWEEN $skip + 1 AND $skip + $most
ORDER BY kind, rarity DESC, nearness, distance, words, region, held_from_earliest DESC NULLS LAST, entry;
