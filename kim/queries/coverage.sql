-- How many statements on each subject are known of the Land and of every district together with its municipalities?
-- The view `facts` of a version that an earlier program made does not say by which load: there the text alone counts.
-- Needs: as_of (kim/as_of.sql); is_read_from_text (kim/read_from_text.sql).
WITH
facts_by_load AS (
    SELECT NULL::INTEGER AS load WHERE false
    UNION ALL BY NAME
    FROM as_of('facts', $held_on::DATE, $known_on::TIMESTAMP)
),
statements AS (
    SELECT
        CASE place.kind WHEN 'municipality' THEN place.parent ELSE place.ags END AS ags,
        statement.fact_table,
        statement.proof,
        coalesce(
            kim.is_read_from_text(source.text_sha256, statement.load, statement.proof), true
        ) AS is_read_from_text
    FROM facts_by_load AS statement
    JOIN regions AS place ON place.ags = statement.region
    JOIN sources AS source USING (source)
    WHERE list_contains($subjects::VARCHAR[], statement.fact_table)
)
SELECT
    district.ags, district.name, district.kind, district.tile_x, district.tile_y,
    statement.fact_table,
    count(statement.fact_table) AS facts,
    count(*) FILTER (statement.is_read_from_text) AS read_from_text,
    count(*) FILTER (statement.proof = 'proven') AS proven
FROM regions AS district
LEFT JOIN statements AS statement USING (ags)
WHERE district.kind <> 'municipality'
GROUP BY ALL
ORDER BY district.ags, statement.fact_table;
