-- What happened or is expected in the chosen places: milestones, and the decisions that no milestone of the same words tells?
WITH
decided AS (
    SELECT
        region, body || ': ' || subject AS event, kind, 'done' AS state, date, as_of, source, paragraph, anchor,
        basis, note, fact, held_from, proof, 'decisions' AS fact_table
    FROM as_of('decisions', $held_on::DATE, $known_on::DATE)
),
events AS (
    SELECT
        region, module, date, event, state, as_of, source, paragraph, anchor, basis, note, fact, held_from, proof,
        'milestones' AS fact_table
    FROM as_of('milestones', $held_on::DATE, $known_on::DATE) AS milestone
    WHERE NOT EXISTS (
        SELECT 1 FROM decided
        WHERE decided.region = milestone.region AND decided.source = milestone.source
            AND decided.date IS NOT DISTINCT FROM milestone.date AND decided.anchor = milestone.anchor
    )
    UNION ALL BY NAME
    FROM decided
)
SELECT
    place.name AS place,
    event.*,
    coalesce(event.date, '-') NOT LIKE '-%' AS is_dated,
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text
FROM events AS event
JOIN regions AS place ON place.ags = event.region
JOIN sources AS source USING (source)
WHERE event.region IN (SELECT unnest($regions::VARCHAR[]))
ORDER BY event.region, event.date NULLS LAST, event.state, event.source, event.paragraph, event.fact;
