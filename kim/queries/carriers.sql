-- Which organisation has which role in KIM in the chosen places, and towards whom?
-- Needs: told (kim/told.sql).
SELECT
    statement.*,
    organisation.name AS organisation_name,
    organisation.kind AS organisation_kind,
    counterpart.name AS counterpart_name
FROM kim.told('carriers', $held_on, $known_on, $regions) AS statement
JOIN organisations AS organisation ON organisation.organisation = statement.organisation
LEFT JOIN organisations AS counterpart ON counterpart.organisation = statement.counterpart
ORDER BY statement.region, statement.held_from_earliest NULLS LAST, statement.source, statement.paragraph, statement.fact;
