-- How many statements on each subject are known of the Land and of every district together with its municipalities?
-- A place that is gone is none of them; what is said of it counts for the one that came after.
-- Needs: as_of (kim/as_of.sql); known_places (kim/known_places.sql); is_read_from_text (kim/read_from_text.sql).
WITH
statements AS (
    SELECT
        CASE counted.kind WHEN 'municipality' THEN counted.parent ELSE counted.ags END AS ags,
        statement.fact_table,
        statement.proof,
        statement.is_certain,
        kim.is_read_from_text(source.text_sha256, statement.load, statement.proof) AS is_read_from_text
    FROM kim.as_of('facts', $held_on::DATE, $known_on::TIMESTAMP) AS statement
    JOIN kim.known_places AS place ON place.ags = statement.region
    JOIN regions AS counted ON counted.ags = coalesce(place.successor, place.ags)
    JOIN sources AS source USING (source)
    WHERE list_contains($subjects::VARCHAR[], statement.fact_table)
)
SELECT
    district.ags, district.name, district.kind, district.tile_x, district.tile_y,
    statement.fact_table,
    count(statement.fact_table) AS facts,
    count(*) FILTER (statement.is_read_from_text) AS read_from_text,
    count(*) FILTER (statement.proof = 'proven') AS proven,
    count(*) FILTER (NOT statement.is_certain) AS possible
FROM kim.known_places AS district
LEFT JOIN statements AS statement USING (ags)
WHERE district.kind <> 'municipality' AND district.valid_to IS NULL
GROUP BY ALL
ORDER BY district.ags, statement.fact_table;
