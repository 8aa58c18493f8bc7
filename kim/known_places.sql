-- Which places are there, each under the name that screens give it: one that is gone says until when, and what came after?
-- A version that an earlier program made knows of none that is gone.
-- Made in `kim` when a version is opened, so that it is the program's that asks, not the version's; a table, because every question joins it.
CREATE TABLE IF NOT EXISTS kim.known_places AS
WITH known AS (
    SELECT NULL::VARCHAR AS valid_to, NULL::VARCHAR AS successor WHERE false
    UNION ALL BY NAME
    FROM regions
)
SELECT
    place.*,
    CASE
        WHEN place.valid_to IS NULL THEN place.name
        ELSE concat(
            place.name, ' (bis ', coalesce(strftime(TRY_CAST(place.valid_to AS DATE), '%d.%m.%Y'), place.valid_to),
            ', danach: ' || heir.name, ')'
        )
    END AS label
FROM known AS place
LEFT JOIN known AS heir ON heir.ags = place.successor;
