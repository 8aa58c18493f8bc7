-- How many statements on each subject are known of the Land and of every district together with its municipalities?
-- Needs: as_of (kim/as_of.sql); is_read_from_text (kim/read_from_text.sql).
WITH
statements AS (
    SELECT
        CASE place.kind WHEN 'municipality' THEN place.parent ELSE place.ags END AS ags,
        statement.fact_table,
        statement.proof,
        statement.is_certain,
        kim.is_read_from_text(source.text_sha256, statement.load, statement.proof) AS is_read_from_text
    FROM kim.as_of('facts', $held_on::DATE, $known_on::DATE) AS statement
    JOIN regions AS place ON place.ags = statement.region
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
FROM regions AS district
LEFT JOIN statements AS statement USING (ags)
WHERE district.kind <> 'municipality'
GROUP BY ALL
ORDER BY district.ags, statement.fact_table;
