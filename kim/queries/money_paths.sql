-- Who pays whom: the amounts that name a payer or a recipient, and the roles of receiving and passing on a grant?
-- Needs: told (kim/told.sql).
WITH
paths AS (
    SELECT
        place, region, module, item, amount_min, amount_max, unit, period, payer, recipient, certainty, as_of, source,
        paragraph, anchor, basis, note, fact, held_from_earliest, held_from_latest, held_until_earliest, held_until_latest, is_certain, proof, source_kind, source_title, source_date, is_read_from_text,
        'funding' AS fact_table, NULL AS role
    FROM kim.told('funding', $held_on, $known_on, $regions)
    WHERE payer IS NOT NULL OR recipient IS NOT NULL
    UNION ALL BY NAME
    SELECT
        place, region, module,
        CASE role WHEN 'receives_grant' THEN counterpart ELSE organisation END AS payer,
        CASE role WHEN 'receives_grant' THEN organisation ELSE counterpart END AS recipient,
        as_of, source, paragraph, anchor, basis, note, fact, held_from_earliest, held_from_latest, held_until_earliest, held_until_latest, is_certain, proof, source_kind, source_title, source_date,
        is_read_from_text, 'carriers' AS fact_table, role
    FROM kim.told('carriers', $held_on, $known_on, $regions)
    WHERE role IN ('receives_grant', 'passes_on_grant')
)
SELECT
    path.*,
    payer.name AS payer_name, payer.kind AS payer_kind,
    recipient.name AS recipient_name, recipient.kind AS recipient_kind
FROM paths AS path
LEFT JOIN organisations AS payer ON payer.organisation = path.payer
LEFT JOIN organisations AS recipient ON recipient.organisation = path.recipient
ORDER BY path.region, path.role IS NULL, path.role = 'passes_on_grant', path.held_from_earliest NULLS LAST, path.source, path.paragraph, path.fact;
