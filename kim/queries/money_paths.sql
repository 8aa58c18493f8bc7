-- Who pays whom: the amounts that name a payer or a recipient, and the roles of receiving and passing on a grant?
WITH
paths AS (
    SELECT
        region, module, item, amount_min, amount_max, unit, period, payer, recipient, certainty,
        as_of, source, paragraph, anchor, basis, note, fact, held_from, proof, 'funding' AS fact_table, NULL AS role
    FROM as_of('funding', $held_on::DATE, $known_on::DATE)
    WHERE payer IS NOT NULL OR recipient IS NOT NULL
    UNION ALL BY NAME
    SELECT
        region, module,
        CASE role WHEN 'receives_grant' THEN counterpart ELSE organisation END AS payer,
        CASE role WHEN 'receives_grant' THEN organisation ELSE counterpart END AS recipient,
        as_of, source, paragraph, anchor, basis, note, fact, held_from, proof, 'carriers' AS fact_table, role
    FROM as_of('carriers', $held_on::DATE, $known_on::DATE)
    WHERE role IN ('receives_grant', 'passes_on_grant')
)
SELECT
    place.name AS place,
    path.*,
    payer.name AS payer_name, payer.kind AS payer_kind,
    recipient.name AS recipient_name, recipient.kind AS recipient_kind,
    source.title AS source_title,
    source.date AS source_date,
    source.text_sha256 IS NOT NULL AS is_read_from_text
FROM paths AS path
JOIN regions AS place ON place.ags = path.region
JOIN sources AS source USING (source)
LEFT JOIN organisations AS payer ON payer.organisation = path.payer
LEFT JOIN organisations AS recipient ON recipient.organisation = path.recipient
WHERE path.region IN (SELECT unnest($regions::VARCHAR[]))
ORDER BY path.region, path.role IS NULL, path.role = 'passes_on_grant', path.held_from NULLS LAST, path.source, path.paragraph, path.fact;
