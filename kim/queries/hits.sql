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
near AS (
    SELECT ags, min(nearness) AS nearness
    FROM (
        SELECT ags, 0 AS nearness FROM kim.with_predecessors([$own])
        UNION ALL
        SELECT ags, 1 FROM kim.with_predecessors($chosen)
    )
    GROUP BY ags
),
shown AS (
    SELECT
        entry.entry, entry.kind, entry.words, entry.is_certain, found.found, found.rarity, found.distance,
        coalesce(near.nearness, 2) AS nearness
    FROM found
    JOIN kim.as_of('search_entries', $held_on::DATE, $known_on::TIMESTAMP) AS entry USING (entry)
    LEFT JOIN near ON near.ags = entry.region
),
best AS (
    SELECT kind, found, count(*) AS of_kind
    FROM shown SEMI JOIN (SELECT kind, max(found) AS found FROM shown GROUP BY kind) USING (kind, found)
    GROUP BY kind, found
),
ranked AS (
    SELECT
        shown.*, best.of_kind,
        row_number() OVER (
            PARTITION BY shown.kind ORDER BY rarity DESC, nearness, distance, words, entry
        ) AS rank
    FROM shown JOIN best USING (kind, found)
)
SELECT
    entry.kind, entry.fact_table, entry.fact, entry.name, entry.paragraph, entry.region,
    ranked.found, ranked.of_kind, coalesce(ranked.is_certain, true) AS is_certain
FROM ranked JOIN kim.search_entries AS entry USING (entry)
WHERE ranked.rank BETWEEN $skip + 1 AND $skip + $most
ORDER BY entry.kind, ranked.rank;
