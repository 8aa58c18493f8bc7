-- What happened or is expected in the chosen places: milestones, and the decisions that no milestone of the same words tells?
-- Needs: told (kim/told.sql); decided (kim/decided.sql).
WITH
decided AS (
    SELECT
        place, region, body || ': ' || subject AS event, kind, 'done' AS state, date, as_of, source, paragraph, anchor,
        basis, note, fact, held_from_earliest, held_from_latest, held_until_earliest, held_until_latest, is_certain, proof, source_kind, source_title, source_date, is_read_from_text, 'decisions' AS fact_table,
        rescinded_by, rescinded_on, is_rescission_sure, is_rescission_certain
    FROM kim.decided('decisions', $held_on, $known_on, $regions)
),
events AS (
    SELECT
        place, region, module, date, event, state, as_of, source, paragraph, anchor,
        basis, note, fact, held_from_earliest, held_from_latest, held_until_earliest, held_until_latest, is_certain, proof, source_kind, source_title, source_date, is_read_from_text, 'milestones' AS fact_table
    FROM kim.told('milestones', $held_on, $known_on, $regions) AS milestone
    WHERE NOT EXISTS (
        SELECT 1 FROM decided
        WHERE decided.region = milestone.region AND decided.source = milestone.source
            AND decided.date IS NOT DISTINCT FROM milestone.date AND decided.anchor = milestone.anchor
    )
    UNION ALL BY NAME
    FROM decided
)
SELECT *, edtf_days(date).last IS NOT NULL OR edtf_days(date).first IS NOT NULL AS is_dated
FROM events
ORDER BY region, date NULLS LAST, state, source, paragraph, fact;
