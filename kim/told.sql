-- What do the documents say on one subject about the chosen places (AGS), on a day as it was known on a day?
-- One row per statement with its place, which may be one that a chosen place came after, and what tells its source; NULL is today, as for as_of.
-- Made in `kim` whenever a version is opened, so that it is the program's that asks, not the version's.
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql); with_predecessors (kim/with_predecessors.sql);
--   is_read_from_text (kim/read_from_text.sql).
CREATE OR REPLACE MACRO kim.told(fact_table, held_on, known_before, chosen) AS TABLE
SELECT
    place.label AS place,
    statement.* EXCLUDE (load, retracted, known_from, known_to),
    source.kind AS source_kind,
    source.title AS source_title,
    source.date AS source_date,
    kim.is_read_from_text(source.text_sha256, statement.load, statement.proof) AS is_read_from_text
FROM kim.as_of(fact_table, held_on::DATE, known_before::TIMESTAMP) AS statement
JOIN (
    FROM kim.known_places WHERE ags IN (FROM kim.with_predecessors(chosen))
) AS place ON place.ags = statement.region
JOIN sources AS source USING (source);
