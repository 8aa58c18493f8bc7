-- Which places do statements about the chosen ones (AGS) speak of: they themselves, and those that they took the place of?
-- Made in `kim` whenever a version is opened, as known_places is.
-- Needs: known_places (kim/known_places.sql).
CREATE OR REPLACE MACRO kim.with_predecessors(chosen) AS TABLE
SELECT ags
FROM kim.known_places
WHERE list_contains(chosen::VARCHAR[], ags) OR list_contains(chosen::VARCHAR[], successor);
